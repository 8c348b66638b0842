import type { ProviderContext } from '../../provider.ts'
import type { NamedChannel } from './address.ts'
import { askForChannel } from './data-api.ts'

/** Channels of one artist that are worth a call each. */
const MAX_CHANNELS = 3

/** Which channel a name in an address means, asked once a run: an artist has many tracks. */
export class ChannelIds {
  readonly #context: ProviderContext
  readonly #known = new Map<string, string | undefined>()

  constructor(context: ProviderContext) {
    this.#context = context
  }

  async find(named: readonly NamedChannel[], signal: AbortSignal): Promise<readonly string[]> {
    const ids: string[] = []
    for (const channel of named.slice(0, MAX_CHANNELS)) {
      const id = await this.#findOne(channel, signal)
      if (id !== undefined) ids.push(id)
    }
    return ids
  }

  async #findOne(channel: NamedChannel, signal: AbortSignal): Promise<string | undefined> {
    const key = `${channel.kind} ${channel.name}`
    if (!this.#known.has(key))
      this.#known.set(key, await askForChannel(this.#context, channel, signal))
    return this.#known.get(key)
  }
}
