import { begin, press, step, type Turn } from '#ui/oneSwitch/turn.ts'
import { type Box, rowsOf } from '#ui/oneSwitch/rows.ts'
import { describe, expect, test } from 'vitest'

const page = 'page'
const foot = 'foot'
const at = (top: number, height = 100, part: unknown = page): Box => ({ top, bottom: top + height, part })

/** The places of the border as one reads them: `1` around a group, `1.0` around its first thing. */
function walk(sizes: readonly number[], steps: number, from: Turn = begin): string[] {
  const seen: string[] = []
  let turn = from
  for (let i = 0; i < steps; i++) {
    turn = step(turn, sizes)
    seen.push(turn.rests ? 'rest' : turn.item === undefined ? `${turn.group}` : `${turn.group}.${turn.item}`)
  }
  return seen
}

describe('the border of one switch', () => {
  test('goes round few things one by one, in reading order', () => {
    expect(rowsOf([at(0), at(0), at(120), at(700, 60, foot)])).toEqual([[0], [1], [2], [3]])
  })

  test('goes round many things row by row, with the speaker in the corner of a tile beside its tile', () => {
    const tiles = [0, 0, 120, 120, 240].flatMap(top => [at(top), at(top + 4, 48)])
    expect(rowsOf(tiles)).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [8, 9]
    ])
  })

  test('keeps the controls a row of their own, also where they lie over the end of the page', () => {
    const boxes = [at(0), at(0), at(120), at(120), at(240), at(240), at(250, 80, foot), at(250, 80, foot)]
    expect(rowsOf(boxes).at(-1)).toEqual([6, 7])
  })

  test('comes by every row, the last of which stops it, and goes into none by itself', () => {
    expect(walk([2, 2, 1], 4)).toEqual(['1', '2', '0', '1'])
  })

  test('rests after three rounds in which nobody pressed, and a press only wakes it', () => {
    expect(walk([2, 2, 1], 10).slice(-3)).toEqual(['2', 'rest', 'rest'])
    const resting: Turn = { ...begin, rests: true }
    expect(press(resting, [2, 2, 1])).toEqual({ turn: begin })
  })

  test('goes into a row at a press, twice along it, and out again to the row', () => {
    const { turn, chosen } = press({ group: 1, round: 0 }, [2, 2, 1])
    expect(chosen).toBeUndefined()
    expect(turn).toMatchObject({ group: 1, item: 0 })
    expect(walk([2, 2, 1], 5, turn)).toEqual(['1.1', '1.0', '1.1', '1', '2'])
  })

  test('chooses the thing in the border, and the only thing of a row at once', () => {
    expect(press({ group: 1, item: 1, round: 0 }, [2, 2, 1]).chosen).toBe(1)
    expect(press({ group: 2, round: 0 }, [2, 2, 1]).chosen).toBe(0)
  })

  test('begins again where the page became shorter than where it stood', () => {
    expect(step({ group: 7, round: 0 }, [1, 1])).toEqual(begin)
    expect(press({ group: 7, round: 0 }, [1, 1])).toEqual({ turn: begin })
  })
})
