/** Tracks that were played about as often as one another; below 65,536 plays just as often. */
export interface PlayGroup {
  readonly tracks: number
  /** Of all of them together. */
  readonly plays: number
  readonly bytes: number
}

/** Tracks by the number of digits of their plays: 0, 1 to 9, 10 to 99 and so on. */
export interface Decade {
  /** The least number of plays in it: 0, 1, 10, 100, … */
  readonly from: number
  readonly tracks: number
  readonly plays: number
  readonly keptTracks: number
  readonly keptPlays: number
}

/** Numbers of plays below this are counted each by itself. */
const EXACT = 2 ** 16
/** Above it, so many groups an octave: two tracks of one group differ by 1.1 % at most. */
const STEPS = 64
const OCTAVES = 53 - 16
/** The most played of all, one by one. */
const MAX_HEAD = 1000
const MAX_DECADES = 17

interface HeadTrack {
  readonly plays: number
  readonly bytes: number
}

/**
 * Counts of plays of any number of tracks in 2 MB. Totals, decades, and everything below 65,536 plays are exact, and so
 * are the thousand most played; between them tracks stand in groups, so that a share is known to 1.1 %.
 */
export class PlaySketch {
  readonly #tracks = new Float64Array(EXACT + STEPS * OCTAVES + 1)
  readonly #plays = new Float64Array(this.#tracks.length)
  readonly #bytes = new Float64Array(this.#tracks.length)
  /** The least played first. */
  readonly #head: HeadTrack[] = []
  readonly #decades = Array.from({ length: MAX_DECADES }, () => new Float64Array(4))

  /** `plays`: 0 or more, and finite. */
  add(plays: number, bytes: number, isKept: boolean): void {
    const decade = this.#decades[decadeOf(plays)] as Float64Array
    raise(decade, 0, 1)
    raise(decade, 1, plays)
    if (isKept) {
      raise(decade, 2, 1)
      raise(decade, 3, plays)
    }
    if (plays < EXACT) this.#count(plays, bytes)
    else this.#addToHead({ plays, bytes })
  }

  /** The least played first; each holds at least one track. */
  groups(): readonly PlayGroup[] {
    const groups: PlayGroup[] = []
    for (const [at, tracks] of this.#tracks.entries())
      if (tracks > 0)
        groups.push({ tracks, plays: this.#plays[at] ?? 0, bytes: this.#bytes[at] ?? 0 })
    for (const { plays, bytes } of this.#head) groups.push({ tracks: 1, plays, bytes })
    return groups
  }

  /** From 0 on to the last one that has a track; those between may be empty. */
  decades(): readonly Decade[] {
    const last = this.#decades.findLastIndex(([tracks = 0]) => tracks > 0)
    return this.#decades.slice(0, last + 1).map((decade, at) => {
      const [tracks = 0, plays = 0, keptTracks = 0, keptPlays = 0] = decade
      return { from: at === 0 ? 0 : 10 ** (at - 1), tracks, plays, keptTracks, keptPlays }
    })
  }

  #count(plays: number, bytes: number): void {
    const at = plays < EXACT ? Math.floor(plays) : placeOf(plays)
    raise(this.#tracks, at, 1)
    raise(this.#plays, at, plays)
    raise(this.#bytes, at, bytes)
  }

  #addToHead(track: HeadTrack): void {
    const head = this.#head
    if (head.length === MAX_HEAD) {
      const least = head[0] as HeadTrack
      if (track.plays <= least.plays) {
        this.#count(track.plays, track.bytes)
        return
      }
      head.shift()
      this.#count(least.plays, least.bytes)
    }
    const place = head.findIndex(({ plays }) => plays >= track.plays)
    head.splice(place < 0 ? head.length : place, 0, track)
  }
}

function raise(sums: Float64Array, at: number, by: number): void {
  sums[at] = (sums[at] ?? 0) + by
}

const placeOf = (plays: number) =>
  EXACT + Math.min(STEPS * OCTAVES, Math.floor((Math.log2(plays) - 16) * STEPS))

function decadeOf(plays: number): number {
  let decade = 0
  for (let limit = 1; plays >= limit && decade < MAX_DECADES - 1; limit *= 10) decade++
  return decade
}
