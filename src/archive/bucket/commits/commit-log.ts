import { randomUUID } from 'node:crypto'
import { reason } from '../../../model/reason.ts'
import { readWhole } from '../../../storage/read-whole.ts'
import type { Store } from '../../../storage/store.ts'
import { StorageError } from '../../../words/user-error.ts'
import { commitKey } from '../keys.ts'
import type { Entry } from './entries.ts'
import {
  type BucketRecord,
  damagedRecord,
  type RecordHead,
  readRecord,
  writeRecord,
} from './records.ts'
import type { BucketState } from './state.ts'

/** Commits that are asked for at once, where several hosts have written, or a run was killed. */
const READ_AHEAD = 8
const MAX_COMMIT_BYTES = 64 * 2 ** 20

/** What a writer was told is stored counts; it can store nothing more, as somebody else has begun to write. */
const turnLost = (place: string) =>
  new StorageError(reason('archive.turn-lost', { place }), reason('archive.run-again'))

/** What commits need of a store. */
export type CommitStore = Pick<Store, 'name' | 'get' | 'putIfAbsent'>

type CommitSaid = Pick<RecordHead, 'by' | 'turn'>

/**
 * The commits of an archive in a bucket, and what they add up to. Each number is given once, by a write under the condition
 * that nothing has its key, so all who read them read the same ones in the same order.
 */
export class CommitLog {
  readonly #store: CommitStore
  readonly #state: BucketState
  readonly #signal: AbortSignal

  constructor(store: CommitStore, state: BucketState, signal: AbortSignal) {
    this.#store = store
    this.#state = state
    this.#signal = signal
  }

  get state(): BucketState {
    return this.#state
  }

  /** Whether the last commit of the state is the one that the bucket has under its number. */
  async isSame(): Promise<boolean> {
    const { number, lastId } = this.#state
    return number === 0 || (await this.#read(number))?.head.id === lastId
  }

  /** Takes in what was stored since. */
  async readOn(): Promise<void> {
    for (;;) {
      const first = this.#state.number + 1
      const numbers = Array.from({ length: READ_AHEAD }, (_, at) => first + at)
      // One that is missing is the end, whatever is found behind it a moment later.
      const found = await Promise.all(numbers.map((number) => this.#read(number)))
      for (const record of found) {
        if (!record) return
        this.#state.apply(record)
      }
    }
  }

  /**
   * Stores what became so as the next commit; returns when it counts. What others have stored before it is taken in. Throws
   * StorageError where `by` has not the turn, or one of these takes it: nothing is stored then. `refuse` is asked of the
   * state before each try, and throws where nothing is to be stored behind it.
   */
  async append(
    entries: readonly Entry[],
    said: CommitSaid = {},
    refuse: (state: BucketState) => void = () => {},
  ): Promise<void> {
    const id = randomUUID()
    const at = new Date().toISOString()
    for (;;) {
      this.#refuseLost(said)
      refuse(this.#state)
      const number = this.#state.number + 1
      const head: RecordHead = { kind: 'commit', number, id, at, ...said }
      const data = Buffer.from([...writeRecord(head, entries)].join(''))
      const options = { signal: this.#signal }
      const outcome = await this.#store.putIfAbsent(commitKey(number), data, options)
      if (outcome === 'stored') return this.#state.apply({ head, entries })
      // Somebody was first: what they have stored comes before.
      const record = await this.#read(number)
      if (!record) throw new Error(`A commit that was there is not any more: ${number}`)
      this.#state.apply(record)
    }
  }

  #refuseLost({ by, turn }: CommitSaid) {
    const isWriting = by !== undefined && turn !== 'taken'
    if (isWriting && this.#state.turn?.by !== by) throw turnLost(this.#store.name)
  }

  async #read(number: number): Promise<BucketRecord | undefined> {
    const key = commitKey(number)
    const bytes = await readWhole(this.#store, key, MAX_COMMIT_BYTES, this.#signal)
    if (bytes === undefined) return undefined
    // One that is longer than any of ours is cut off, and so has no end.
    const text = Buffer.from(bytes).toString()
    const record = await readRecord(text.replace(/\n$/, '').split('\n'), key, this.#store.name)
    if (record.head.kind === 'commit' && record.head.number === number) return record
    throw damagedRecord(key, this.#store.name)
  }
}
