import type { HostPace } from '../../base/http/http.ts'
import { Asking } from './asking.ts'
import { type EntryState, Lengths, newEntry } from './entry-state.ts'
import { Rate, SharedRate } from './rate.ts'
import { type Load, simulate, type Workshop } from './simulate.ts'
import type { EntryEvent, WorkEvent } from './work.ts'

/** Sound that an encoder works through in a millisecond, until one has been seen at work; copies are only decoded. */
const USUAL_SPEED = 25
/** Of entries that nobody could foresee, or that are asked about: how many are found, until some were. */
const USUAL_FOUND = 0.3
/** So many entries have to be known of before anything is told, or all of them. */
const MIN_KNOWN = 5

/** One list: what it says of how long its tracks are, undefined where it does not; rows that are no tracks are left out. */
export type PlannedList = ReadonlyMap<number, number | undefined>

/**
 * How long a run may still take: by what its entries need, in seconds of sound and in questions, never by how many
 * there are; and by how fast such things went until now. It has no clock: times are handed in, in milliseconds of any
 * clock that only goes forward.
 */
export class RemainingTime {
  readonly #workshop: Workshop
  readonly #lists: Map<number, EntryState>[] = []
  readonly #lengths = new Lengths()
  readonly #own = new SharedRate()
  readonly #asking = new Asking()
  readonly #fetch = new SharedRate()
  readonly #make = { encoded: new Rate(), copied: new Rate() }
  readonly #store = new Rate()
  readonly #finish = new Rate()
  /** When an entry came to where it is. */
  readonly #since = new Map<EntryState, number>()
  #list = 0
  #toFinish = 0
  /** Entries that were foreseen or have ended, and of these how many were asked about, made, and both. */
  readonly #seen = { all: 0, asked: 0, made: 0, askedAndMade: 0 }

  constructor(workshop: Workshop) {
    this.#workshop = workshop
  }

  /** Lists that come after those planned before. */
  plan(lists: readonly PlannedList[]): void {
    for (const list of lists) {
      for (const durationMs of list.values()) this.#lengths.add(durationMs)
      this.#lists.push(new Map([...list].map(([position, ms]) => [position, newEntry(ms)])))
    }
  }

  note(event: WorkEvent, now: number): void {
    if (event.kind === 'list') this.#beginList(event.index)
    else if (event.kind === 'finished') this.#finished(event.files, event.tookMs)
    else {
      const entry = this.#lists[this.#list]?.get(event.position)
      if (entry && entry.stage !== 'ended' && entry.stage !== event.kind)
        this.#noteOf(entry, event, now)
    }
  }

  #noteOf(entry: EntryState, event: EntryEvent, now: number): void {
    switch (event.kind) {
      case 'foreseen':
        entry.need = event.need
        if (event.need.kind === 'make') this.#lengths.add(event.need.sound.durationMs)
        break
      case 'made':
        this.#noteMade(entry, event.soundMs, now)
        break
      case 'ended':
        if (event.toFinish) this.#toFinish++
        this.#move(entry, 'ended', now)
        this.#count(entry)
        break
      case 'found':
        entry.sound = event.sound
        this.#move(entry, 'found', now)
        break
      default:
        this.#move(entry, event.kind, now)
    }
  }

  /** Undefined while nothing is known. */
  remainingMs(now: number, hosts: readonly HostPace[]): number | undefined {
    const left = this.#left()
    if (left.length === 0) return this.#finishMs
    const known = left.filter(({ need, stage }) => need || stage !== 'ahead').length
    if (known + this.#seen.all < MIN_KNOWN && known < left.length) return undefined
    if (this.#isAboutToLearn(left)) return undefined
    const shares = left.map((entry) => this.#askShare(entry))
    const asks = shares.reduce((sum, share) => sum + share, 0)
    const askMs = asks > 0 ? this.#asking.msFor(asks, hosts) / asks : 0
    const loads = left.map((entry, at) => this.#loadOf(entry, (shares[at] ?? 0) * askMs, now))
    return simulate(loads, this.#workshop) + this.#finishMs
  }

  /** Encoders have begun, and nobody has seen yet how fast they are. */
  #isAboutToLearn(left: readonly EntryState[]): boolean {
    const { encoded, copied } = this.#make
    if (encoded.msPerUnit !== undefined || copied.msPerUnit !== undefined) return false
    return left.some(({ stage }) => stage === 'making')
  }

  get #finishMs(): number {
    return this.#toFinish * (this.#finish.msPerUnit ?? this.#store.msPerUnit ?? 0)
  }

  #left(): readonly EntryState[] {
    return this.#lists
      .slice(this.#list)
      .flatMap((list) => [...list.values()].filter(({ stage }) => stage !== 'ended'))
  }

  #beginList(index: number): void {
    this.#list = index
    this.#toFinish = 0
  }

  #finished(files: number, tookMs: number): void {
    this.#toFinish = Math.max(0, this.#toFinish - files)
    this.#finish.add(tookMs, files)
  }

  #count({ hasAsked, sound }: EntryState): void {
    this.#seen.all++
    if (hasAsked) this.#seen.asked++
    if (sound) this.#seen.made++
    if (hasAsked && sound) this.#seen.askedAndMade++
  }

  /** Ends what it was at, and learns from that how long such a thing takes. */
  #move(entry: EntryState, stage: EntryState['stage'], now: number): void {
    const before = this.#since.get(entry) ?? now
    const lengthMs = this.#lengthOf(entry)
    switch (entry.stage) {
      case 'searching':
        this.#own.end(entry, 1, now)
        break
      case 'asking':
        this.#asking.end(now)
        break
      case 'fetching':
        this.#fetch.end(entry, lengthMs, now)
        break
      case 'storing':
        this.#store.add(now - before, 1)
    }
    if (stage === 'searching') this.#own.begin(entry, now)
    if (stage === 'asking') {
      entry.hasAsked = true
      this.#asking.begin(now)
    }
    if (stage === 'fetching') this.#fetch.begin(entry, now)
    entry.stage = stage
    if (stage === 'ended') this.#since.delete(entry)
    else this.#since.set(entry, now)
  }

  #noteMade(entry: EntryState, soundMs: number, now: number): void {
    const before = this.#since.get(entry)
    const madeMs = entry.madeMs ?? 0
    // A second pass over the same file begins anew. Words may come several at once: only all of them tell how fast it is.
    if (entry.stage === 'making' && before !== undefined && soundMs > madeMs)
      this.#make[entry.sound?.isCopied ? 'copied' : 'encoded'].add(now - before, soundMs - madeMs)
    entry.stage = 'making'
    entry.madeMs = soundMs
    this.#since.set(entry, now)
  }

  #lengthOf({ sound, need, durationMs }: EntryState): number {
    const foreseen = need?.kind === 'make' ? need.sound.durationMs : undefined
    return sound?.durationMs ?? foreseen ?? durationMs ?? this.#lengths.meanMs
  }

  /** Of the questions about one entry, how many are to come: for an unforeseen one, how likely it is. */
  #askShare({ stage, need }: EntryState): number {
    if (stage === 'asking') return 0.5
    if (stage !== 'ahead' && stage !== 'searching') return 0
    if (need) return need.kind === 'ask' ? 1 : 0
    return this.#seen.all > 0 ? this.#seen.asked / this.#seen.all : 0
  }

  /** How likely it is that a file is made of it. */
  #makeShare({ stage, need, sound }: EntryState): number {
    if (sound) return 1
    if (need?.kind === 'make') return 1
    if (need?.kind === 'nothing' || (need?.kind === 'ask' && need.isKept)) return 0
    const { all, asked, made, askedAndMade } = this.#seen
    if (need?.kind === 'ask' || stage === 'asking')
      return (askedAndMade + USUAL_FOUND) / (asked + 1)
    return all > 0 ? made / all : USUAL_FOUND
  }

  #loadOf(entry: EntryState, ask: number, now: number): Load {
    const { stage } = entry
    const own = stage === 'ahead' ? (this.#own.msPerUnit ?? 0) : 0
    if (stage === 'storing') return { ...none, store: this.#store.msPerUnit ?? 0 }
    const share = this.#makeShare(entry)
    const lengthMs = this.#lengthOf(entry)
    const isMaking = entry.madeMs !== undefined
    const isFetched = isMaking || stage === 'making'
    const isRemote = entry.sound?.isRemote ?? entry.need?.kind !== 'make'
    const fetch = isRemote && !isFetched ? share * lengthMs * (this.#fetch.msPerUnit ?? 0) : 0
    const msPerSound = this.#makingOf(entry)
    const left = Math.max(0, lengthMs - (entry.madeMs ?? 0)) * msPerSound
    const since = isMaking ? now - (this.#since.get(entry) ?? now) : 0
    const make = share * Math.max(0, left - since)
    return { own, ask, fetch, make, store: share * (this.#store.msPerUnit ?? 0), isMaking }
  }

  #makingOf({ sound, need }: EntryState): number {
    const known = sound ?? (need?.kind === 'make' ? need.sound : undefined)
    const { encoded, copied } = this.#make
    const [one, other] = known?.isCopied ? [copied, encoded] : [encoded, copied]
    return one.msPerUnit ?? other.msPerUnit ?? 1 / USUAL_SPEED
  }
}

const none: Load = { own: 0, ask: 0, fetch: 0, make: 0, store: 0 }
