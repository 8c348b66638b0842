import { randomBytes } from 'node:crypto'
import type { AccountDatabase } from '../../../accounts/database.ts'
import type { Account } from '../../../model/accounts/account.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { Environment } from '../../environment.ts'
import { type Identity, Provider } from './provider.ts'
import type { OpenIdSettings } from './settings.ts'

export interface Vouched {
  readonly account: Account
  /** Whether the sign-in was begun by HTTPS. */
  readonly isSecure: boolean
}

/** How whoever has an account at the provider comes in. */
export interface ProviderSignIn extends AsyncDisposable {
  /** Whose it is, to show: its host. */
  readonly title: string
  /** Where the browser goes, and a secret that it has to bring back. UserError where the provider does not answer. */
  begin(redirect: string): Promise<{ readonly address: string; readonly browser: string }>
  /** The account that the answer lets in. UserError where it lets nobody in; it is good for one try. */
  finish(query: URLSearchParams, browser: string): Promise<Vouched>
}

export function openProviderSignIn(
  settings: OpenIdSettings,
  environment: Environment,
  database: AccountDatabase,
): ProviderSignIn {
  const provider = new Provider(settings, environment)
  return {
    title: new URL(settings.issuer).host,
    async begin(redirect) {
      const browser = randomBytes(32).toString('base64url')
      const begun = await provider.begin(redirect).catch((cause: unknown) => {
        throw new UserError(reason('accounts.provider-silent'), undefined, { cause })
      })
      const { address, state, verifier, nonce } = begun
      await database.logins.add(state, browser, { verifier, nonce, redirect })
      return { address, browser }
    },
    async finish(query, browser) {
      const pending = await database.logins.take(query.get('state') ?? '', browser)
      if (!pending) throw new UserError(reason('accounts.sign-in-over'), again)
      const identity = await provider.finish(query, pending).catch((cause: unknown) => {
        throw new UserError(reason('accounts.not-vouched'), again, { cause })
      })
      const account = await findAccount(identity, settings, database)
      const isSecure = pending.redirect.startsWith('https:')
      if (account) return { account, isSecure }
      throw new UserError(reason('accounts.nobody-there'), reason('accounts.ask-owner'))
    },
    [Symbol.asyncDispose]: () => provider[Symbol.asyncDispose](),
  }
}

const again = reason('accounts.sign-in-again')

/**
 * By the subject that it once came with; else, the first time, by the verified address that an owner has given the
 * account. An account that knows its subject is never handed to another by an address, which may get a new owner.
 */
async function findAccount(
  { subject, email }: Identity,
  { allow }: OpenIdSettings,
  { accounts, audit }: AccountDatabase,
): Promise<Account | undefined> {
  const known = await accounts.findBy('subject', subject)
  if (known || email === undefined) return known
  const named = await accounts.findBy('email', email)
  if (named) return (await accounts.claim(named.id, subject)) ? named : undefined
  if (!allow.includes(email) && !allow.includes(email.slice(email.lastIndexOf('@'))))
    return undefined
  const made = await accounts.add({ name: email, role: 'member', email })
  await accounts.claim(made.id, subject)
  const params = { role: made.role }
  await audit.add({ who: made.name, what: 'account.added', thing: made.name, params })
  return made
}
