import type { AccountService } from '../../app/accounts/account-service.ts'
import { foldName } from '../../model/accounts/account.ts'
import { wrongTooOften } from '../too-often.ts'
import { RequestRate } from './rate.ts'

/** Tries that wait for their turn: one password takes about a fifth of a second. */
const MAX_WAITING = 20
/** Wrong tries an hour at one account from addresses that it was never signed in from. */
const STRANGERS_AN_HOUR = 60

/**
 * Slows the guessing of passwords: by address, by account and address, and by account over all addresses that it was
 * not signed in from before. So a flood of guesses never locks out whoever sits where they have been signed in.
 */
export class SignInGuard {
  readonly #accounts: Pick<AccountService, 'knows'>
  readonly #each: RequestRate
  readonly #address: RequestRate
  readonly #strangers = new RequestRate(STRANGERS_AN_HOUR, STRANGERS_AN_HOUR / 3600)
  #waiting = 0
  #last: Promise<unknown> = Promise.resolve()

  /** `tries`: wrong ones a minute, of one account from one address; an address may have four times as many. */
  constructor(accounts: Pick<AccountService, 'knows'>, tries: number) {
    this.#accounts = accounts
    this.#each = new RequestRate(tries, tries / 60)
    this.#address = new RequestRate(tries * 4, (tries * 4) / 60)
  }

  /** Runs the check, one at a time. Throws HttpError (429) where too many were wrong. */
  async check<Found>(
    name: string,
    address: string,
    check: () => Promise<Found | undefined>,
  ): Promise<Found | undefined> {
    const folded = foldName(name)
    const isStranger = !(await this.#accounts.knows(folded, address))
    const taken: (readonly [RequestRate, string])[] = [
      [this.#each, `${folded}\n${address}`],
      [this.#address, address],
      ...(isStranger ? [[this.#strangers, folded] as const] : []),
    ]
    const seconds = Math.max(...taken.map(([rate, key]) => rate.take(key)))
    if (seconds > 0) throw wrongTooOften(seconds)
    const found = await this.#inTurn(check)
    if (found !== undefined) for (const [rate, key] of taken) rate.giveBack(key)
    return found
  }

  async #inTurn<Found>(check: () => Promise<Found>): Promise<Found> {
    if (this.#waiting >= MAX_WAITING) throw wrongTooOften(5)
    this.#waiting++
    const turn = this.#last.then(check).finally(() => this.#waiting--)
    this.#last = turn.catch(() => {})
    return await turn
  }
}
