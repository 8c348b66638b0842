import type { AccountLimits } from './limits.ts'

/** `owner`: everything, the accounts too. `member`: what is their own. `guest`: looks at what was shared with them. */
export const roles = ['owner', 'member', 'guest'] as const
export type Role = (typeof roles)[number]

/** Somebody who may sign in. No password and no secret is in it. */
export interface Account {
  readonly id: string
  /** In lower case; unique. */
  readonly name: string
  readonly role: Role
  /** Its folder below the root of all accounts: a name, not a path. */
  readonly place: string
  readonly hasPassword: boolean
  /** By which a sign-in provider's verified address is recognised. */
  readonly email?: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
  /** What its owner has set; the defaults where nothing is. */
  readonly limits: AccountLimits
}

/** Names are told apart by this form alone. */
export const foldName = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

/** A browser that is signed in. */
export interface AccountSession {
  /** No secret. */
  readonly id: string
  readonly account: string
  readonly isSecure: boolean
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly usedAt: string
  /** Where it was begun from. */
  readonly address: string
}

/** Who did what when to which thing. */
export interface AuditEntry {
  /** ISO 8601, UTC. */
  readonly at: string
  /** An account's name, or `command-line`; empty where nobody was signed in. */
  readonly who: string
  readonly what: AuditAction
  /** The account, job or archive that it was done to. */
  readonly thing: string
  /** Facts of it; never a password or a token. */
  readonly params: Readonly<Record<string, string | number>>
}

export type AuditAction =
  | `account.${'added' | 'removed' | 'role' | 'password' | 'limits' | 'slowed'}`
  | `session.${'begun' | 'ended' | 'revoked' | 'refused'}`
  | `archive.${'shared' | 'unshared' | 'forgotten' | 'shown' | 'renamed' | 'merged' | 'trashed' | 'restored'}`
  | `job.${'added' | 'cancelled' | 'paused' | 'resumed' | 'forgotten' | 'refused' | 'held'}`
  | 'settings.written'
