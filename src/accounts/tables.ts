/** The tables as both databases hold them. Times are milliseconds since 1970; a double holds them, and bytes, exactly. */
export interface Tables {
  account: AccountTable
  session: SessionTable
  share: ShareTable
  pending_login: PendingLoginTable
  audit: AuditTable
  activity: ActivityTable
}

interface AccountTable {
  id: string
  name: string
  role: string
  place: string
  /** As `hashPassword` writes it; null where only a provider signs it in. */
  password: string | null
  email: string | null
  /** By which the sign-in provider knows it, once it has come: `issuer subject`. */
  subject: string | null
  /** JSON. */
  limits: string
  created: number
}

interface SessionTable {
  id: string
  account: string
  /** SHA-256 of the token, which is stored nowhere. */
  token: string
  secure: number
  address: string
  created: number
  used: number
}

interface ShareTable {
  account: string
  /** Absolute. */
  dir: string
  created: number
}

/** A sign-in that was sent to the provider and has not come back. */
interface PendingLoginTable {
  /** SHA-256 of the state, and of what only the browser that began it holds. */
  state: string
  browser: string
  verifier: string
  nonce: string
  redirect: string
  until: number
}

interface AuditTable {
  id: string
  at: number
  who: string
  what: string
  thing: string
  /** JSON. */
  params: string
}

/** How much of something an account has done, summed over short spans of time. */
interface ActivityTable {
  account: string
  kind: string
  key: string
  /** The beginning of the span. */
  at: number
  amount: number
}
