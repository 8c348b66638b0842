import { definedOnly } from '../base/defined.ts'
import { rank } from '../match/rank.ts'
import type { Link } from '../model/link.ts'
import type { Match, Ranking } from '../model/match.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import { judge } from '../rights/judge.ts'
import { type Knowledge, nothingKnown } from '../source/knowledge.ts'
import type { OpenProvider } from '../source/provider.ts'
import type { SearchContext, SearchState } from './search-context.ts'

/** The state of one track's search. */
export class Search {
  readonly #places: SearchContext
  readonly #signal: AbortSignal
  /** The playlist's words, and in their gaps what is known from elsewhere. */
  #track: Track
  #candidates: readonly Recording[] = []
  #ranking: Ranking
  #known: Match | undefined
  #knowledge: Knowledge = nothingKnown

  constructor(track: Track, places: SearchContext, signal: AbortSignal) {
    this.#places = places
    this.#signal = signal
    this.#track = track
    this.#ranking = rank(track, [])
  }

  get isSure(): boolean {
    return this.#ranking.decision === 'match'
  }

  get mayCopy(): boolean {
    const { matches } = this.#ranking
    return (
      this.isSure &&
      matches.some(
        ({ accepted, recording }) =>
          accepted &&
          judge(recording, this.#places.policy, this.#knowledge.assertions).action === 'copy',
      )
    )
  }

  get found(): SearchState {
    const { links, assertions } = this.#knowledge
    return { ...this.#ranking, known: this.#known, links, assertions }
  }

  async ask(source: OpenProvider<'search'>): Promise<void> {
    const call = () => source.search(this.#track, this.#signal)
    const found = source.needsNetwork
      ? await this.#places.breaker.ask(source.title, call, this.#signal)
      : await call()
    if (!found || found.length === 0) return
    this.#candidates = [...this.#candidates, ...found]
    this.#rank()
  }

  /** Forgets candidates of which nothing can be made. */
  drop(recordings: readonly Recording[]): void {
    this.#candidates = this.#candidates.filter((each) => !recordings.includes(each))
    this.#rank()
  }

  async learnFrom(provider: OpenProvider<'lookUp'>): Promise<void> {
    const call = () => provider.lookUp(this.#track, this.#knowledge, this.#signal)
    const learnt = await this.#places.breaker.ask(provider.title, call, this.#signal)
    if (!learnt) return
    this.#knowledge = {
      recordings: [...this.#knowledge.recordings, ...learnt.recordings],
      links: mergeLinks(this.#knowledge.links, learnt),
      assertions: [...this.#knowledge.assertions, ...learnt.assertions],
    }
    this.fillFrom(learnt.recordings)
  }

  /** What the playlist leaves out (length, album, ISRC) others may know: with it, all is looked at again. */
  fillFrom(recordings: readonly Recording[]): void {
    const { decision, matches } = rank(this.#track, recordings)
    const [known] = matches
    if (decision !== 'match' || !known) return
    this.#known ??= known
    this.#track = fillIn(this.#track, known.recording)
    this.#rank()
  }

  #rank(): void {
    this.#ranking = doubtLengths(this.#track, rank(this.#track, this.#candidates))
  }
}

/**
 * Where nobody knows the track's length, and files that fit equally well are of very different ones,
 * one is an edit, an extended mix or a take of its own, whatever its tags leave out.
 */
function doubtLengths(track: Track, ranking: Ranking): Ranking {
  const [best] = ranking.matches
  if (ranking.decision !== 'match' || track.durationMs !== undefined || !best) return ranking
  const apart = ranking.matches.some(
    ({ accepted, weight, recording }) =>
      accepted &&
      best.weight - weight < 1 &&
      Math.abs((recording.durationMs ?? Number.NaN) - (best.recording.durationMs ?? Number.NaN)) >
        30_000,
  )
  const reason = 'Recordings of this name have very different lengths, and the playlist gives none.'
  return apart ? { ...ranking, decision: 'ambiguous', reason } : ranking
}

/** The playlist's own words stay; only gaps are filled. */
function fillIn(track: Track, { album, durationMs, isrc, year }: Recording): Track {
  return { ...track, ...definedOnly({ album, durationMs, isrc, year }), ...definedOnly(track) }
}

/** Whoever looks at an address that others have given has the last word on it. */
function mergeLinks(known: readonly Link[], { links, wrong = [] }: Knowledge): readonly Link[] {
  const settled = new Set([...links.map(({ url }) => url), ...wrong])
  return [...known.filter(({ url }) => !settled.has(url)), ...links]
}
