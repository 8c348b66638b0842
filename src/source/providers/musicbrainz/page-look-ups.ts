import { setImmediate } from 'node:timers/promises'
import { orAbort } from '../../../base/http/send/or-abort.ts'
import { asList, asRecord } from '../../../base/json.ts'
import { unavailable } from '../../online/ask.ts'
import { readText } from '../../online/fields.ts'
import { type Asker, type MusicBrainzAnswer, title } from './ask.ts'
import { readMbid } from './mbid.ts'

/** Addresses of one question, https://musicbrainz.org/doc/MusicBrainz_API#url_(by_text). */
const MAX_ADDRESSES = 100

/** A server's line ends at 8,192 characters, and these are encoded. */
const MAX_LENGTH = 6000

interface Waiting {
  readonly address: string
  readonly signal: AbortSignal
  readonly found: PromiseWithResolvers<readonly unknown[]>
}

/**
 * What MusicBrainz relates the pages of services to. One question is under way at a time, and what is asked for
 * meanwhile goes together into the next; where a question has room left, it is filled with pages that are sure to
 * be asked for later. No page is asked for twice in a run.
 */
export class PageLookUps {
  readonly #asker: Asker
  readonly #known = new Map<string, readonly unknown[]>()
  readonly #expected = new Set<string>()
  #waiting: Waiting[] = []
  #underWay = false

  constructor(asker: Asker) {
    this.#asker = asker
  }

  expect(addresses: readonly string[]): void {
    for (const address of addresses) if (!this.#known.has(address)) this.#expected.add(address)
  }

  /** The relationships of a page; none where it is not known there. */
  async relationsOf(address: string, signal: AbortSignal): Promise<readonly unknown[]> {
    const known = this.#known.get(address)
    if (known) return known
    const found = Promise.withResolvers<readonly unknown[]>()
    // Who gives up does not listen any more when the answer comes.
    found.promise.catch(() => {})
    this.#waiting.push({ address, signal, found })
    void this.#askForThose()
    return orAbort(found.promise, signal)
  }

  async #askForThose(): Promise<void> {
    if (this.#underWay) return
    this.#underWay = true
    while (this.#waiting.length > 0) {
      // Those that are asked for in the same moment go together.
      await setImmediate()
      await this.#askOnce()
    }
    this.#underWay = false
  }

  async #askOnce(): Promise<void> {
    this.#waiting = this.#waiting.filter(({ address, signal, found }) => {
      const known = this.#known.get(address)
      if (known) found.resolve(known)
      return known === undefined && !signal.aborted
    })
    if (this.#waiting.length === 0) return
    const addresses = this.#choose()
    const those = this.#waiting.filter(({ address }) => addresses.includes(address))
    this.#waiting = this.#waiting.filter((each) => !those.includes(each))
    using nobody = whenAll(those.map(({ signal }) => signal))
    try {
      const relations = readPages(await this.#asker.pages(addresses, nobody.signal), addresses)
      for (const address of addresses) {
        this.#known.set(address, relations.get(address) ?? [])
        this.#expected.delete(address)
      }
      for (const { address, found } of those) found.resolve(this.#known.get(address) ?? [])
    } catch (error) {
      // One question has failed, and not as many as there are pages in it: the others ask again, by themselves.
      this.#expected.clear()
      const [first, ...others] = those
      this.#waiting = [...others, ...this.#waiting]
      first?.found.reject(error)
    }
  }

  /** Those that are waited for first; in one order, so that the same question is the same to the cache. */
  #choose(): readonly string[] {
    const chosen: string[] = []
    let length = 0
    for (const address of new Set([
      ...this.#waiting.map((each) => each.address),
      ...this.#expected,
    ])) {
      length += encodeURIComponent(address).length + '&resource='.length
      if (chosen.length === MAX_ADDRESSES || (length > MAX_LENGTH && chosen.length > 0)) break
      chosen.push(address)
    }
    return chosen.toSorted()
  }
}

/** Several pages come as a list of those that are known there, one as itself. */
function readPages(
  said: MusicBrainzAnswer,
  [first = '', ...others]: readonly string[],
): ReadonlyMap<string, readonly unknown[]> {
  if (!said) return new Map()
  const { id, urls, relations } = asRecord(said.json)
  if (others.length === 0 && readMbid(id) !== undefined)
    return new Map([[first, asList(relations)]])
  if (!Array.isArray(urls)) throw unavailable(title, said)
  return new Map(
    urls.slice(0, MAX_ADDRESSES).map((each) => {
      const page = asRecord(each)
      return [readText(page.resource) ?? '', asList(page.relations)]
    }),
  )
}

/** Aborted once all of them are: nobody waits any more. */
function whenAll(signals: readonly AbortSignal[]): Disposable & { readonly signal: AbortSignal } {
  const all = new AbortController()
  const check = () => {
    if (signals.every(({ aborted }) => aborted)) all.abort(signals[0]?.reason)
  }
  const each = new Set(signals)
  for (const signal of each) signal.addEventListener('abort', check)
  return {
    signal: all.signal,
    [Symbol.dispose]() {
      for (const signal of each) signal.removeEventListener('abort', check)
    },
  }
}
