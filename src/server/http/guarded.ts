import type { Schema } from './body.ts'

/** Lets a hand-written guard (those of `wire/` that a service worker shares) stand where a schema is asked. */
export function guarded<T>(is: (value: unknown) => value is T): Schema<T> {
  return {
    safeParse: value => (is(value) ? { success: true, data: value } : { success: false, error: { issues: [] } })
  }
}
