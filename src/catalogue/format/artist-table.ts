import { ARTIST_BYTES, readU40 } from './layout.ts'

/** An artist's tracks: numbers from `firstTrack` up to `endTrack`, its guest rows likewise. */
export interface ArtistRun {
  readonly firstTrack: number
  readonly endTrack: number
  readonly firstBlock: number
  readonly firstGuest: number
  readonly endGuest: number
}

/** The artists of an index, in memory, sorted by hash and so by first track too. */
export class ArtistTable {
  readonly #view: DataView
  readonly count: number

  constructor(bytes: Buffer) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    this.count = bytes.length / ARTIST_BYTES - 1
    if (!Number.isInteger(this.count) || this.count < 0)
      throw new RangeError('Artist table cut off')
  }

  hashOf(artist: number): number {
    return readU40(this.#view, artist * ARTIST_BYTES)
  }

  #firstTrack(artist: number): number {
    return this.#view.getUint32(artist * ARTIST_BYTES + 5, true)
  }

  /** The artist of this hash, or -1. */
  find(hash: number): number {
    // Hashes are spread evenly: the place is guessed, and the guess widened until it holds.
    let low = Math.floor((hash / 2 ** 40) * this.count)
    let high = low
    let step = 16
    while (low > 0 && this.hashOf(low) > hash) {
      high = low
      low = Math.max(0, low - step)
      step *= 4
    }
    step = 16
    while (high < this.count && this.hashOf(high) < hash) {
      low = high
      high = Math.min(this.count, high + step)
      step *= 4
    }
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.hashOf(middle) < hash) low = middle + 1
      else high = middle
    }
    return low < this.count && this.hashOf(low) === hash ? low : -1
  }

  /** The artist in whose run a track lies. */
  ownerOf(track: number): number {
    let low = 0
    let high = this.count
    // The last artist whose first track is not behind this one: those before it without tracks share it.
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if (this.#firstTrack(middle) <= track) low = middle
      else high = middle
    }
    return low
  }

  /** Where an artist's tracks and blocks begin; of the number after the last artist, where all end. */
  start(artist: number): { readonly track: number; readonly block: number } {
    const at = artist * ARTIST_BYTES
    return { track: this.#firstTrack(artist), block: this.#view.getUint32(at + 9, true) }
  }

  run(artist: number): ArtistRun {
    const at = artist * ARTIST_BYTES
    const view = this.#view
    return {
      firstTrack: view.getUint32(at + 5, true),
      firstBlock: view.getUint32(at + 9, true),
      firstGuest: view.getUint32(at + 13, true),
      endTrack: view.getUint32(at + ARTIST_BYTES + 5, true),
      endGuest: view.getUint32(at + ARTIST_BYTES + 13, true),
    }
  }
}
