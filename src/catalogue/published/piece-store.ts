import { createHash } from 'node:crypto'
import { NoSuchKeyError } from '../../storage/errors.ts'
import type { Store } from '../../storage/store.ts'
import { PIECES, pieceKey } from './place.ts'
import type { Piece } from './read-segment.ts'

export interface PieceOptions {
  /** Reads the pieces that are there already too, and replaces those that are damaged. */
  readonly check?: boolean
  readonly signal: AbortSignal
}

/** Pieces under their digests: each is sent once, whoever needed it first. */
export class PieceStore {
  readonly #store: Store
  readonly #options: PieceOptions
  /** Lengths by key. */
  readonly #there: ReadonlyMap<string, number>
  /** By digest: equal pieces of one catalogue may come at once. */
  readonly #kept = new Map<string, Promise<number>>()
  sentBytes = 0
  replaced = 0

  private constructor(store: Store, there: Map<string, number>, options: PieceOptions) {
    this.#store = store
    this.#there = there
    this.#options = options
  }

  static async open(store: Store, options: PieceOptions): Promise<PieceStore> {
    const there = new Map<string, number>()
    for await (const { key, bytes } of store.list(PIECES, options.signal)) there.set(key, bytes)
    return new PieceStore(store, there, options)
  }

  /** Returns the piece's length, once the store has it. What is there with another content is replaced. */
  keep(piece: Piece): Promise<number> {
    const { sha256 } = piece
    const kept = this.#kept.get(sha256) ?? this.#keep(piece)
    this.#kept.set(sha256, kept)
    return kept
  }

  async #keep({ data, sha256 }: Piece): Promise<number> {
    const key = pieceKey(sha256)
    const { signal, check } = this.#options
    const found = this.#there.get(key)
    const isThere = found === data.length && !(check && (await this.#isDamaged(key, sha256)))
    if (isThere) return data.length
    const isNew =
      found === undefined && (await this.#store.putIfAbsent(key, data, { signal })) === 'stored'
    if (!isNew) {
      await this.#store.put(key, { from: data, bytes: data.length, sha256 }, { signal })
      this.replaced++
    }
    this.sentBytes += data.length
    return data.length
  }

  async #isDamaged(key: string, sha256: string): Promise<boolean> {
    const hash = createHash('sha256')
    try {
      for await (const piece of this.#store.get(key, { signal: this.#options.signal }))
        hash.update(piece)
    } catch (error) {
      if (error instanceof NoSuchKeyError) return true
      throw error
    }
    return hash.digest('hex') !== sha256
  }
}
