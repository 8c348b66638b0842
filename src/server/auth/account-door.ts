import type { AccountService } from '../../app/accounts/account-service.ts'
import type { Account } from '../../model/accounts/account.ts'
import { LiveSessions } from './live-sessions.ts'
import type { Principal } from './principal.ts'
import { SignInGuard } from './sign-in-guard.ts'

/** How whoever has an account comes in. */
export class AccountDoor implements Disposable {
  readonly accounts: AccountService
  readonly #live: LiveSessions
  readonly #guard: SignInGuard
  readonly #lifeMs: number

  constructor(
    accounts: AccountService,
    { tries, sessionMs }: { readonly tries: number; readonly sessionMs: number },
  ) {
    this.accounts = accounts
    this.#lifeMs = sessionMs
    this.#live = new LiveSessions(accounts, sessionMs)
    this.#guard = new SignInGuard(accounts, tries)
  }

  /** Whoever has this session's cookie; the stranger they were where it is none. */
  async admit(token: string | undefined, stranger: Principal): Promise<Principal> {
    const found = token === undefined ? undefined : await this.accounts.find(token, this.#lifeMs)
    if (!found) return stranger
    const { account, session } = found
    return {
      client: `${stranger.client} ${session.id}`,
      // A member's and a guest's are done for the account, whatever is said here.
      owner: `owner:${account.id}`,
      admitted: true,
      account,
      context: await this.accounts.contextOf(account),
      gone: AbortSignal.any([stranger.gone, this.#live.signalOf(session.id)]),
    }
  }

  /** The account of this name and password. Throws HttpError (429) where too many were wrong. */
  async check(name: string, password: string, address: string): Promise<Account | undefined> {
    const account = await this.#guard.check(name, address, () =>
      this.accounts.check(name, password),
    )
    if (!account) await this.accounts.refused(name, address)
    return account
  }

  async begin(account: Account, isSecure: boolean, address: string, by: string): Promise<string> {
    return (await this.accounts.begin(account, { isSecure, address, by })).token
  }

  /** Ends the session of this token, and what is under way of it. */
  async end(token: string | undefined): Promise<void> {
    const found = token === undefined ? undefined : await this.accounts.find(token, this.#lifeMs)
    if (!found) return
    await this.accounts.end(found.session)
    this.#live.end(found.session.id)
  }

  async isSecure(token: string): Promise<boolean | undefined> {
    return (await this.accounts.find(token, this.#lifeMs))?.session.isSecure
  }

  [Symbol.dispose]() {
    this.#live[Symbol.dispose]()
  }
}
