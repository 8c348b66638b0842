import type { None } from './none.ts'

/** Codes of the database that several machines share, and what their sentences are filled with. */
export interface DatabaseReasons {
  /** The address is not repeated: it may hold a password. */
  'database.no-address': None
  'database.give-address': None
  'database.not-reached': {
    readonly host: string
    readonly port: number
    readonly database: string
    /** What the driver or the server says, without the password. */
    readonly said: string
  }
  'database.check-address': None
  /** There is no answer yet, and it is tried again. */
  'database.awaited': {
    readonly host: string
    readonly port: number
    readonly database: string
    /** As above; empty where nobody says anything. */
    readonly said: string
    /** For how long at most. */
    readonly seconds: number
  }
  'database.too-new': {
    readonly database: string
    readonly set: string
    /** Numbers of migrations. */
    readonly known: number
    readonly found: number
  }
  /** It can still be used: what was added since harms nobody. */
  'database.ahead': {
    readonly database: string
    readonly name: string
    readonly known: number
    readonly found: number
  }
}
