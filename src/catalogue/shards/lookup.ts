import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import { hashKey } from '../format/hash.ts'
import { LookupResult } from '../query/lookup-result.ts'
import { otherParses, shorterNames } from '../query/parses.ts'
import { type OtherNames, planSearch, type SearchPlan } from '../query/plan.ts'
import { addSameTitle } from '../query/same-title.ts'
import { NEARLY, SURE, WAY } from '../query/ways.ts'
import { chooseInShards } from './choose.ts'
import { mergeAnywhere, mergeArtist, mergeNear } from './merge.ts'
import type { Round, ShardedIndex } from './round.ts'
import type { PartAnswer, SearchAnswer, SearchAsk, SearchPart, ShardAnswer } from './shard.ts'

/**
 * The search of `query/lookup.ts` over an index that is cut into shards: the same steps in the same order, so that the
 * answer is the same. It reaches no shard itself: each round is yielded, and gone on with once it is answered.
 */
export function* lookUpInShards(
  track: Track,
  most: number,
  index: ShardedIndex,
  names: OtherNames | undefined,
): Generator<Round, Recording[], readonly (ShardAnswer | undefined)[]> {
  const found = new LookupResult()
  const plan = planSearch(track, names)
  const isrc = track.isrc === undefined ? undefined : hashKey(track.isrc)
  const enough = plan.artists.flatMap(({ way }, at) => (way === WAY.artist ? at : []))
  const first = yield* ask([askForNames(plan), askForMisspelt(track, plan)], { isrc, enough, most })
  const coded = first.flatMap((answer) => answer.coded).sort((a, b) => a - b)
  for (const number of coded) found.addFirst(number)
  addArtists(plan, partsOf(first, 0), found)

  // Nothing but the artist as written makes it sure: that is known now, and all that is left is asked for at once.
  const isNear = found.best >= NEARLY
  const parses = found.best >= SURE ? [] : otherParses(track)
  const plans = parses.map((parse) => ({ parse, plan: planSearch(parse, names) }))
  const parts = plans.flatMap(({ parse, plan }) =>
    isNear ? askForNames(plan) : [askForNames(plan), askForMisspelt(parse, plan)],
  )
  const second = parts.length > 0 ? yield* ask(parts, { most: 0 }) : []
  if (!isNear) addMisspelt(track, plan, partsOf(first, 1), found)
  addAnywhere(plan, partsOf(first, 0), track.durationMs, found)
  let at = 0
  for (const each of plans) {
    const named = partsOf(second, at++)
    addArtists(each.plan, named, found)
    if (!isNear) {
      const misspelt = partsOf(second, at++)
      if (found.best < NEARLY) addMisspelt(each.parse, each.plan, misspelt, found)
    }
    addAnywhere(each.plan, named, track.durationMs, found)
  }
  const records = new Map(first.flatMap((answer) => answer.records))
  return yield* chooseInShards(track, found, most, index, records)

  function* ask(parts: readonly SearchPart[], more: Pick<SearchAsk, 'isrc' | 'enough' | 'most'>) {
    const search = { kind: 'search', index: index.number, parts, ...more } as const
    const answers: readonly (ShardAnswer | undefined)[] = yield index.shards.map(() => search)
    return answers.filter((answer): answer is SearchAnswer => answer?.kind === 'search')
  }
}

const wordsOf = ({ titles }: SearchPlan) =>
  titles.map(({ hash, low, high }) => ({ hash, low, high }))

const askForNames = (plan: SearchPlan): SearchPart => ({
  titles: wordsOf(plan),
  artists: plan.artists.map(({ hash }) => hash),
  misspelt: [],
  anywhere: true,
})

const askForMisspelt = (track: Track, plan: SearchPlan): SearchPart => ({
  titles: wordsOf(plan),
  artists: shorterNames(track),
  misspelt: plan.misspelt,
  anywhere: false,
})

/** The answers of all shards to one part of a question. */
const partsOf = (answers: readonly SearchAnswer[], part: number): readonly PartAnswer[] =>
  answers.map(({ parts }) => parts[part] ?? NOTHING)

const NOTHING: PartAnswer = { artists: [], near: [], anywhere: [] }

function addArtists(plan: SearchPlan, answers: readonly PartAnswer[], found: LookupResult): void {
  for (const [at, { way }] of plan.artists.entries())
    mergeArtist(
      answers.map(({ artists }) => artists[at] ?? null),
      (track, fit) => found.add(track, way + fit),
    )
}

function addMisspelt(
  track: Track,
  plan: SearchPlan,
  answers: readonly PartAnswer[],
  found: LookupResult,
): void {
  for (const at of shorterNames(track).keys())
    mergeArtist(
      answers.map(({ artists }) => artists[at] ?? null),
      (number, fit) => found.add(number, WAY.shorter + fit),
    )
  for (const at of plan.misspelt.keys())
    mergeNear(
      answers.map(({ near }) => near[at] ?? []),
      (number, fit) => found.add(number, WAY.neighbour + fit),
    )
}

function addAnywhere(
  plan: SearchPlan,
  answers: readonly PartAnswer[],
  durationMs: number | undefined,
  found: LookupResult,
): void {
  for (const at of plan.titles.keys()) {
    const lists = answers.map(({ anywhere }) => anywhere[at] ?? [])
    addSameTitle((take) => mergeAnywhere(lists, take), durationMs, found)
  }
}
