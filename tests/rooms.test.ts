import { globSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { type Room, rooms } from '#rooms.ts'

const house: [string, Room][] = Object.entries(rooms)
const IMPORT = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g

/** Every import of every file in a room: static, type-only, dynamic or re-exported. */
function importsOf(room: string): { file: string; name: string }[] {
  return globSync(`src/${room}/**/*.{ts,tsx}`).flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, name]) => ({ file, name: name! }))
  )
}

describe('the house', () => {
  test('has exactly the rooms on its map', () => {
    const folders = readdirSync('src', { withFileTypes: true })
      .filter(i => i.isDirectory())
      .map(i => i.name)
    expect(folders.toSorted()).toEqual(Object.keys(rooms).toSorted())
  })

  test.each(house)('tells newcomers what %s/ holds', (name, { holds }) => {
    expect(readFileSync('src/README.md', 'utf8')).toContain(`| \`${name}/\` | ${holds} |`)
  })

  describe.each(house)('%s/', (name, { sees, packages }) => {
    test(`looks only into ${sees.join(', ') || 'itself'}`, () => {
      const strangers = importsOf(name).filter(
        i =>
          i.name.startsWith('#') &&
          ![name, ...sees].some(door => i.name === `#${door}` || i.name.startsWith(`#${door}/`))
      )
      expect(strangers).toEqual([])
    })

    test(`takes in only ${packages.join(', ') || 'no package'}`, () => {
      const strangers = importsOf(name).filter(
        i =>
          /^[^.#]/.test(i.name) &&
          !packages.some(
            door => i.name === door || i.name.startsWith(`${door}/`) || (door.endsWith(':') && i.name.startsWith(door))
          )
      )
      expect(strangers).toEqual([])
    })

    test('reaches other rooms by name, never by ../', () => {
      const climbing = importsOf(name).filter(i => new RegExp(`\\.\\./(${Object.keys(rooms).join('|')})/`).test(i.name))
      expect(climbing).toEqual([])
    })
  })
})
