/** 16 bytes as base64url have one spelling, and its last letter carries two bits. */
const ID = /^[\w-]{21}[AQgw]$/

export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value)
}
