import { definedOnly } from '../../base/defined.ts'
import { tellMoment } from '../../base/telemetry/span.ts'
import { rank } from '../../match/rank.ts'
import { rankCopies } from '../../match/rank-copies.ts'
import type { Link } from '../../model/link.ts'
import type { Match, Ranking } from '../../model/match.ts'
import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import type { Unanswered, Verdict } from '../../model/verdict.ts'
import { saysWhose } from '../../rights/assertions.ts'
import { type AssertionAnswers, isOpenToAnybody } from '../../rights/judge.ts'
import { type Knowledge, nothingKnown } from '../../source/knowledge.ts'
import type { OpenProvider } from '../../source/provider.ts'
import { Judgements } from './judgements.ts'
import type { SearchContext } from './search-context.ts'
import { type Candidate, mayCopy, type Search, type SearchResult } from './search-result.ts'

/** The search for one track, place after place. */
export class TrackSearch implements Search {
  readonly turned?: Track
  readonly #context: SearchContext
  readonly #signal: AbortSignal
  readonly #judgements: Judgements
  /** Sources on the network that have not been asked yet. */
  readonly #remote: OpenProvider<'search'>[]
  /** Providers that have been asked what they know of the track. */
  readonly #asked = new Set<OpenProvider<'lookUp'>>()
  readonly #given: Track
  /** The playlist's words, and in their gaps what is known from elsewhere. */
  #track: Track
  #recordings: readonly Recording[] = []
  readonly #unasked: Unanswered[] = []
  #ranking: Ranking
  #known: Match | undefined
  #knowledge: Knowledge = nothingKnown
  #isIdentified = false

  /** `turned`: the track's names are the playlist's the other way round. */
  constructor(track: Track, context: SearchContext, signal: AbortSignal, turned = false) {
    if (turned) this.turned = track
    this.#context = context
    this.#signal = signal
    this.#judgements = new Judgements(context.policy)
    this.#remote = context.sources.filter(({ needsNetwork }) => needsNetwork)
    this.#given = track
    this.#track = track
    this.#ranking = rankCopies(track, [])
  }

  get result(): SearchResult {
    return {
      ...this.#ranking,
      candidates: this.#candidates,
      known: this.#known,
      links: this.#knowledge.links,
      unasked: this.#unasked,
    }
  }

  get #isSure(): boolean {
    return this.#ranking.decision === 'match'
  }

  get #candidates(): readonly Candidate[] {
    if (!this.#isSure) return []
    return this.#ranking.matches
      .filter(({ accepted }) => accepted)
      .map((match) => ({ match, verdict: this.judge(match.recording) }))
  }

  get #mayCopy(): boolean {
    return this.#candidates.some(mayCopy)
  }

  /**
   * In the user's folders first, with what a catalogue knows where they are not sure, then on the network. Where
   * nothing may be copied, all who know where it can be heard are asked.
   */
  async begin(): Promise<void> {
    const { sources } = this.#context
    for (const source of sources) if (!source.needsNetwork) await this.#ask(source)
    if (!this.#isSure) await this.#askCatalogue()
    await this.#goOn()
    if (this.#mayCopy) return
    for (const provider of this.#unaskedLookUps) await this.#learnFrom(provider)
  }

  /** One that lies on another machine may be away: then it is told as not asked, like any other place. */
  async #askCatalogue(): Promise<void> {
    const { catalogue, breaker } = this.#context
    if (!catalogue) return
    const call = async (signal: AbortSignal) => catalogue.lookUp(this.#track, signal)
    const found =
      catalogue.servers === undefined
        ? { kind: 'answered' as const, value: await call(this.#signal) }
        : await breaker.ask(catalogue.servers, call, this.#signal)
    if (found.kind === 'unanswered') {
      this.#unasked.push(found)
      return
    }
    tellMoment('lookup', { result: found.value.length > 0 ? 'found' : 'nothing' })
    this.#fillFrom(found.value)
  }

  async next(broken: readonly Recording[]): Promise<SearchResult> {
    this.#recordings = this.#recordings.filter((each) => !broken.includes(each))
    this.#rank()
    await this.#goOn()
    return this.result
  }

  judge(recording: Recording): Verdict {
    return this.#judgements.of(recording)
  }

  judgeAgain({ match }: Candidate, more: AssertionAnswers): Candidate {
    return { match, verdict: this.judgeWith(match.recording, more) }
  }

  judgeWith(recording: Recording, more: AssertionAnswers): Verdict {
    return this.#judgements.again(recording, more)
  }

  /** Asks those who can contradict an uploader, where they have not been asked. */
  async collectAssertions(): Promise<AssertionAnswers> {
    await this.#askForAssertions()
    await this.#identify()
    return this.#judgements.answers
  }

  get #unaskedLookUps(): readonly OpenProvider<'lookUp'>[] {
    return this.#context.lookUps.filter((provider) => !this.#asked.has(provider))
  }

  async #askForAssertions(): Promise<void> {
    for (const provider of this.#unaskedLookUps)
      if (provider.makesAssertions) await this.#learnFrom(provider)
  }

  /** Asks one source on the network after another, until something may be copied. */
  async #goOn(): Promise<void> {
    if (this.#mayCopy) return
    await this.#askForAssertions()
    while (!this.#mayCopy) {
      const source = this.#remote.shift()
      if (!source) return
      await this.#ask(source)
      const isFromAnybody = (each: Candidate) => isOpenToAnybody(each.match.recording.source)
      if (this.#candidates.filter(mayCopy).some(isFromAnybody)) await this.#identify()
    }
  }

  /**
   * Nobody who could contradict an uploader knows the track by its words; it may be known there by other words, in
   * another script. Those who know ISRCs are asked, and by the ISRC the others once more.
   */
  async #identify(): Promise<void> {
    const { assertions, unanswered } = this.#judgements.answers
    if (this.#isIdentified || assertions.some(saysWhose) || unanswered.length > 0) return
    this.#isIdentified = true
    const { lookUps } = this.#context
    let { isrc } = this.#track
    for (const provider of lookUps.filter(({ knowsIsrcs }) => knowsIsrcs)) {
      const learnt = await this.#learnFrom(provider, true)
      isrc ??= learnt?.recordings.find((each) => each.isrc)?.isrc
    }
    if (isrc === undefined || isrc === this.#given.isrc) return
    this.#track = { ...this.#track, isrc }
    for (const provider of lookUps.filter(({ makesAssertions }) => makesAssertions))
      await this.#learnFrom(provider)
  }

  async #ask(source: OpenProvider<'search'>): Promise<void> {
    if (source.needsNetwork) this.#context.onAsk?.()
    const call = (signal: AbortSignal) => source.search(this.#track, signal)
    const found = source.needsNetwork
      ? await this.#context.breaker.ask(source.title, call, this.#signal)
      : { kind: 'answered' as const, value: await call(this.#signal) }
    if (found.kind === 'unanswered') this.#unasked.push(found)
    if (found.kind === 'unanswered' || found.value.length === 0) return
    this.#recordings = [...this.#recordings, ...found.value]
    this.#rank()
  }

  /** `isNeeded`: no copy is made where anybody may upload, unless it has answered. */
  async #learnFrom(
    provider: OpenProvider<'lookUp'>,
    isNeeded = provider.makesAssertions === true,
  ): Promise<Knowledge | undefined> {
    const { breaker } = this.#context
    const { title } = provider
    this.#asked.add(provider)
    const call = (signal: AbortSignal) => provider.lookUp(this.#track, this.#knowledge, signal)
    this.#context.onAsk?.()
    const asked = await breaker.ask(title, call, this.#signal)
    if (asked.kind === 'unanswered') {
      if (isNeeded) this.#judgements.addUnanswered(asked)
      return undefined
    }
    const { value: learnt } = asked
    if (learnt.incomplete) {
      breaker.note(title, learnt.incomplete)
      if (isNeeded) this.#judgements.addUnanswered({ by: title, reason: learnt.incomplete })
    }
    this.#knowledge = {
      recordings: [...this.#knowledge.recordings, ...learnt.recordings],
      links: mergeLinks(this.#knowledge.links, learnt),
      assertions: [...this.#knowledge.assertions, ...learnt.assertions],
    }
    this.#judgements.addAssertions(learnt.assertions)
    this.#fillFrom(learnt.recordings)
    return learnt
  }

  /** What the playlist leaves out (length, album, ISRC) others may know: with it, all is ranked again. */
  #fillFrom(recordings: readonly Recording[]): void {
    const { decision, matches } = rank(this.#track, recordings, this.#context.catalogue?.names)
    const [known] = matches
    if (decision !== 'match' || !known) return
    this.#known ??= known
    this.#track = fillIn(this.#track, known.recording)
    this.#rank()
  }

  #rank(): void {
    const names = this.#context.catalogue?.names
    this.#ranking = rankCopies(this.#track, this.#recordings, names)
  }
}

/** The playlist's own words stay; only gaps are filled. */
function fillIn(track: Track, { album, durationMs, isrc, year }: Recording): Track {
  return { ...track, ...definedOnly({ album, durationMs, isrc, year }), ...definedOnly(track) }
}

/** A provider that has looked at an address which others gave decides whether it stays. */
function mergeLinks(known: readonly Link[], { links, wrong = [] }: Knowledge): readonly Link[] {
  const settled = new Set([...links.map(({ url }) => url), ...wrong])
  return [...known.filter(({ url }) => !settled.has(url)), ...links]
}
