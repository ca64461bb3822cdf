/**
 * What better-auth keeps, as far as our own questions need it. It makes these tables itself (`makeAccounts`) and
 * writes times as ISO text.
 */
export interface AccountTables {
  user: { id: string; name: string; email: string }
  account: { id: string; userId: string; providerId: string; password: string | null }
  session: {
    id: string
    userId: string
    /** SHA-256 of the token in the cookie. */
    token: string
    createdAt: string
    expiresAt: string
    /** The device that took its key share in this session. */
    deviceId: string | null
  }
}
