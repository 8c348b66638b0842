import pg from 'pg'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

/** Where a database lies, as its address says, and how it may be named without its password. */
export interface DatabaseAddress {
  /** `postgres://user:password@host:5432/name?sslmode=verify-full`: for the driver alone, never to be shown. */
  readonly url: string
  readonly host: string
  readonly port: number
  /** The name of the database. */
  readonly database: string
  /** `db.example.org:5432/songkeep`, to show. */
  readonly name: string
  /** Takes the password out of words that come from elsewhere. */
  redact(text: string): string
}

/** Reads an address. UserError where it is none; the error does not repeat it, for it may hold a password. */
export function readDatabaseAddress(text: string): DatabaseAddress {
  const url = text.trim()
  if (!/^postgres(?:ql)?:\/\//i.test(url)) throw noAddress()
  try {
    // The driver's own reading, so that what is shown is where it will connect.
    const { host, port, database, password } = new pg.Client({ connectionString: url })
    if (!database) throw noAddress()
    const secrets = [password, rawPassword(url)].filter((each) => typeof each === 'string' && each)
    const redact = (said: string) =>
      secrets.reduce<string>((left, secret) => left.replaceAll(String(secret), '***'), said)
    return { url, host, port, database, name: `${host}:${port}/${database}`, redact }
  } catch {
    // Its own error may say what it could not read: the address.
    throw noAddress()
  }
}

/** As it stands in the address, before its escapes are read. */
const rawPassword = (url: string) => /^[^:]+:\/\/[^:@/]*:([^@/]*)@/.exec(url)?.[1]

const noAddress = () =>
  new UserError(reason('database.no-address'), reason('database.give-address'))
