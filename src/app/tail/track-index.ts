import { isSameTrack, trackFacts } from '../../archive/inventory/same-track.ts'
import { rank } from '../../match/rank.ts'
import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import { foldText } from '../../text/fold.ts'
import { takeTitleApart } from '../../text/title/title.ts'
import { keyOf } from '../../text/words.ts'

/**
 * By what a track was found: the same address at its service, the same ISRC, or title and artist, where `match` says
 * that they name one recording.
 */
export type FoundBy = 'address' | 'isrc' | 'names'

export interface FoundTrack<Item> {
  /** The likeliest first; others are the same track in another format, or of another entry. */
  readonly items: readonly [Item, ...Item[]]
  readonly by: FoundBy
}

/** No title is borne by so many recordings that one more would be looked at. */
const MAX_CANDIDATES = 40

/**
 * Finds tracks among others, by the archive's own rule for the same track (`same-track.ts`) and then by `match`, among
 * those of the same core title. A doubt is no find: nothing is told as kept by a guess.
 */
export class TrackIndex<Item> {
  readonly #byFact = new Map<string, Entry<Item>[]>()
  readonly #byTitle = new Map<string, Entry<Item>[]>()

  /** `durationMs`: of the item, where the track tells none. */
  add(item: Item, track: Track, durationMs?: number): void {
    const length = track.durationMs ?? durationMs
    const entry = { ...track, durationMs: length, id: '', source: '', item, track }
    for (const fact of trackFacts(track)) put(this.#byFact, fact, entry)
    put(this.#byTitle, titleKey(track.title), entry)
  }

  find(track: Track): FoundTrack<Item> | undefined {
    const same = trackFacts(track)
      .flatMap((fact) => this.#byFact.get(fact) ?? [])
      .filter((entry) => isSameTrack(entry.track, track))
      .toSorted(byAddressOf(track))
    const [first] = same
    if (first) return asFound(same, foundBy(first.track, track))
    const candidates = this.#byTitle.get(titleKey(track.title))
    if (!candidates) return undefined
    const { decision, matches } = rank(track, chooseLikely(track, candidates))
    if (decision !== 'match') return undefined
    const fitting = matches.filter(({ accepted }) => accepted).map(({ recording }) => recording)
    return asFound(fitting as readonly Recording[] as readonly Entry<Item>[], 'names')
  }
}

interface Entry<Item> extends Recording {
  readonly item: Item
  readonly track: Track
}

function put<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

function asFound<Item>(found: readonly Entry<Item>[], by: FoundBy): FoundTrack<Item> | undefined {
  const [first, ...others] = new Set(found.map(({ item }) => item))
  return first === undefined ? undefined : { items: [first, ...others], by }
}

const byAddressOf =
  ({ uri }: Track) =>
  (a: { readonly track: Track }, b: { readonly track: Track }) =>
    Number(b.track.uri === uri) - Number(a.track.uri === uri)

const titleKey = (title: string) => keyOf(takeTitleApart(title).core)

function foundBy(one: Track, other: Track): FoundBy {
  if (one.uri !== undefined && one.uri === other.uri) return 'address'
  return one.isrc !== undefined && one.isrc === other.isrc ? 'isrc' : 'names'
}

/** Of a title that many share, those by the same first artist come first. */
function chooseLikely<Item>(track: Track, candidates: readonly Entry<Item>[]) {
  if (candidates.length <= MAX_CANDIDATES) return candidates
  const wanted = artistKey(track)
  const alike = candidates.filter((each) => artistKey(each) === wanted)
  return (alike.length > 0 ? alike : candidates).slice(0, MAX_CANDIDATES)
}

const artistKey = ({ artists }: Pick<Track, 'artists'>) => keyOf(foldText(artists[0] ?? ''))
