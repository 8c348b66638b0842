import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { wrongTooOften } from '../too-often.ts'
import { RequestRate } from './rate.ts'

const derive = promisify<string, Buffer, number, Buffer>(scrypt)

/** The one password of this server: stored as scrypt derives it, and guarded against guessing. */
export class Password {
  readonly #salt: Buffer
  readonly #derived: Buffer
  readonly #tries: RequestRate
  /** The right password under a key of this process: scrypt is slow by design, and a program asks often. */
  readonly #key = randomBytes(32)
  #known: Buffer | undefined
  /** One at a time: a flood of guesses takes one core at the most. */
  #last: Promise<unknown> = Promise.resolve()

  private constructor(salt: Buffer, derived: Buffer, tries: number) {
    this.#salt = salt
    this.#derived = derived
    this.#tries = new RequestRate(tries, tries / 60)
  }

  static async create(password: string, tries: number): Promise<Password> {
    const salt = randomBytes(16)
    return new Password(salt, await derive(password, salt, 32), tries)
  }

  /** Whether it is the password. Throws HttpError (429) for a client that was wrong too often. */
  async matches(given: string, client: string): Promise<boolean> {
    // First of all, or what is remembered below would allow faster guessing.
    const seconds = this.#tries.take(client)
    if (seconds > 0) throw wrongTooOften(seconds)
    const print = createHmac('sha256', this.#key).update(given).digest()
    if (!(this.#known && timingSafeEqual(print, this.#known))) {
      if (!(await this.#derivesTo(given))) return false
      this.#known = print
    }
    this.#tries.giveBack(client)
    return true
  }

  async #derivesTo(given: string): Promise<boolean> {
    const turn = this.#last.then(() => derive(given, this.#salt, 32))
    this.#last = turn.catch(() => {})
    return timingSafeEqual(await turn, this.#derived)
  }
}
