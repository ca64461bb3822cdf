import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

import type { Room } from '#rooms.ts'

/** Path from `src/` (`intake/flow.ts`) to source text. */
export type Sources = ReadonlyMap<string, string>

// a name holds no space: `from 'this or that'` stands in sentences and in tables
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"\s]+)['"]/g

export function theSources(): Sources {
  const files = globSync('src/**/*.{ts,tsx}').map(file => file.replaceAll('\\', '/'))
  return new Map(files.map(file => [file.slice('src/'.length), readFileSync(file, 'utf8')]))
}

/** What a file imports: static, type-only, dynamic or re-exported. Own rooms as paths, packages as their names. */
export function importsOf(file: string, sources: Sources): string[] {
  return [...(sources.get(file) ?? '').matchAll(IMPORT)].map(([, name]) => {
    if (name!.startsWith('#')) return name!.slice(1)
    if (name!.startsWith('.')) return posix.normalize(posix.join(posix.dirname(file), name!))
    return name!
  })
}

const isIn = (place: string, door: string) =>
  place === door || place.startsWith(`${door}/`) || (door.endsWith(':') && place.startsWith(door))

const roomOf = (file: string) => file.split('/')[0]!

/** Imports that go through a wall, as sentences; empty when the house stands. */
export function breaches(house: Readonly<Record<string, Room>>, sources: Sources): string[] {
  const own = Object.keys(house)
  return [...sources.keys()]
    .filter(file => own.includes(roomOf(file)))
    .flatMap(file => {
      const room = roomOf(file)
      const { sees, packages } = house[room]!
      return importsOf(file, sources)
        .filter(place => !isIn(place, room) && !/\.(css|svg)(\?\w+)?$/.test(place))
        .filter(place => {
          if (own.includes(roomOf(place))) return !sees.some(door => isIn(place, door))
          if (roomOf(place) === 'locales' || place.startsWith('../locales')) return room !== 'i18n'
          return !packages.some(door => isIn(place, door))
        })
        .map(place => `${file} looks into ${place}`)
    })
}

/** Files that reach, through any number of other files, what their room must never reach. */
export function leaks(house: Readonly<Record<string, Room>>, sources: Sources): string[] {
  return [...sources.keys()].flatMap(start => {
    const never = house[roomOf(start)]?.never ?? []
    const way = new Map<string, string>([[start, start]])
    const found: string[] = []
    const next = [start]
    for (let file = next.pop(); file !== undefined; file = next.pop()) {
      for (const place of importsOf(file, sources)) {
        if (way.has(place)) continue
        const path = `${way.get(file)} → ${place}`
        way.set(place, path)
        if (never.some(door => isIn(place, door))) found.push(path)
        else if (sources.has(place)) next.push(place)
      }
    }
    return found
  })
}
