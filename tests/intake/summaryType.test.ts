import { describe, expect, expectTypeOf, test } from 'vitest'
import { Summary } from '#intake/summary.ts'

describe('the type', () => {
  test('has no field and no code for what must never be sent', () => {
    type Load = NonNullable<Summary['load']>[number]
    expectTypeOf<Extract<Load, 'load.health' | 'load.tell'>>().toEqualTypeOf<never>()
    type Never =
      | 'score'
      | 'health'
      | 'rung'
      | 'tread'
      | 'rank'
      | 'distance'
      | 'profile'
      | 'bsn'
      | 'address'
      | 'birth'
      | 'income'
    expectTypeOf<Extract<keyof Summary, Never>>().toEqualTypeOf<never>()
  })

  test('names nothing that could hold a score, in any depth of the schema', () => {
    const names = new Set<string>()
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      for (const [name, inner] of Object.entries(value)) {
        names.add(name)
        collect(inner)
      }
    }
    collect((Summary as unknown as { shape: object }).shape)
    const forbidden =
      /score|health|tread|rung|rank|distance|profile|bsn|address|birth|income|benefit|nation|gender|diagnos/i
    expect([...names].filter(name => forbidden.test(name))).toEqual([])
    expect(names.size).toBeGreaterThan(30)
  })
})
