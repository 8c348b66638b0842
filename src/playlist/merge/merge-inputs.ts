import type { Entry, Playlist } from '../../model/playlist.ts'
import { foldText } from '../../text/fold.ts'
import { addressKey, areOtherLists } from '../links/address-key.ts'
import { commonPairs, countCommon, mergePlaylists } from './merge.ts'

/** Two playlists with so many of the longer one's entries in common are one, whatever they are called. */
const SAME = 0.6
/** And two of one name with so many of the shorter one's: exports may be cut. */
const PART = 0.5

/**
 * The playlists of several inputs, each once: one that a later input has too, by its address, or by its
 * entries, is joined with it, and so are parts of one list. Two of one name alone stay two. Playlists of one input are never joined with each other.
 */
export function mergeInputs(inputs: readonly (readonly Playlist[])[]): readonly Playlist[] {
  const [first = [], ...others] = inputs
  let merged: readonly Playlist[] = first
  for (const playlists of others) {
    const open = new Set(merged)
    const added: Playlist[] = []
    const joins = new Map<Playlist, Playlist>()
    for (const playlist of playlists) {
      const same = findSame(playlist, [...open])
      if (!same) added.push(playlist)
      else {
        open.delete(same)
        joins.set(same, mergePlaylists(same, playlist))
      }
    }
    merged = [...merged.map((playlist) => joins.get(playlist) ?? playlist), ...added]
  }
  return merged
}

function findSame(playlist: Playlist, among: readonly Playlist[]): Playlist | undefined {
  const sure = among.find(
    (each) => compareAddresses(each, playlist) === 'same' || arePartsOfOne(each, playlist),
  )
  if (sure) return sure
  const name = foldText(playlist.name)
  const [best] = among
    .filter((each) => compareAddresses(each, playlist) !== 'other')
    .map((each) => {
      const isNamed = foldText(each.name) === name
      return { each, isNamed, ...commonTo(each, playlist, isNamed) }
    })
    .filter(({ isNamed, share, part }) => (isNamed ? part >= PART : share >= SAME))
    // Of several, one with its name, and then the one that has more in common.
    .toSorted((a, b) => Number(b.isNamed) - Number(a.isNamed) || b.share - a.share)
  return best?.each
}

function compareAddresses(
  { uri: a }: Playlist,
  { uri: b }: Playlist,
): 'same' | 'other' | 'unknown' {
  if (a === undefined || b === undefined) return 'unknown'
  if (addressKey(a) === addressKey(b)) return 'same'
  return areOtherLists(a, b) ? 'other' : 'unknown'
}

/**
 * Parts of one list, or its state at two times: names that differ in a number alone, and entries that both have were added
 * at the very same moments. Those of two lists that are called so ("Mix 1", "Mix 2") were not.
 */
function arePartsOfOne(a: Playlist, b: Playlist): boolean {
  const [stem, other] = [a, b].map(({ name }) => foldText(name.replace(NUMBER_OF_PART, '')))
  if (!stem || stem !== other || a.uri !== undefined || b.uri !== undefined) return false
  const pairs = commonPairs(a, b).map((pair) => pair.map(momentOf))
  const moments = new Set([...a.entries, ...b.entries].map(momentOf))
  // Lists that were filled at once say nothing by their times.
  const areOwn = moments.size > Math.max(a.entries.length, b.entries.length) / 2
  return areOwn && pairs.length > 0 && pairs.every(([one, two]) => one && one === two)
}

const NUMBER_OF_PART = /[\s_.-]*(?:(?:part|teil|page|seite)[\s_.-]*)?[([]?\d{1,4}[)\]]?$/i

/** With the time of day. */
const momentOf = (entry: Entry) =>
  (entry.kind === 'track' && /T\d\d:\d\d/.test(entry.track.addedAt ?? '') && entry.track.addedAt) ||
  ''

/** Entries that both have, as a share of the longer one, and of the shorter one. */
function commonTo(first: Playlist, second: Playlist, isNamed: boolean) {
  const lengths = [first.entries.length, second.entries.length] as const
  const [shortest, longest] = [Math.min(...lengths), Math.max(1, ...lengths)]
  // Of two so unequal, only one of the same name is looked at closer.
  if (!isNamed && shortest / longest < SAME) return { share: 0, part: 0 }
  const common = countCommon(first, second)
  return {
    share: common / longest,
    // One without entries has nothing that could be of another list.
    part: shortest === 0 ? 1 : common / shortest,
  }
}
