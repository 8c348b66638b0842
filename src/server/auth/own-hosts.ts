import { isIP } from 'node:net'
import { plainAddress, writeHost } from '../addresses.ts'

/**
 * Whether a `Host` header names us. A page anywhere can let a name of its own point to this machine (DNS
 * rebinding): its requests then come here as if they were our page's, but for the name they were sent to.
 */
export class OwnHosts {
  readonly #names: ReadonlySet<string>
  readonly #port: number

  /** `names`: further names that the user gives us, with a port or without. */
  constructor(port: number, names: readonly string[] = []) {
    this.#port = port
    this.#names = new Set(
      ['localhost', '127.0.0.1', '[::1]']
        .map((name) => this.#withPort(name))
        .concat(
          names.map((name) => name.toLowerCase()).flatMap((name) => [name, this.#withPort(name)]),
        ),
    )
  }

  /** `reached`: the address that the connection was made to; it names us as long as it is given as such. */
  has(host: string, reached: string | undefined): boolean {
    const asked = host.toLowerCase()
    if (this.#names.has(asked)) return true
    const own = plainAddress(reached)
    return isIP(own) !== 0 && asked === this.#withPort(writeHost(own))
  }

  #withPort(name: string): string {
    return this.#port === 80 ? name : `${name}:${this.#port}`
  }
}
