import type { Playlist } from '../../model/playlist.ts'
import { foldText } from '../../text/fold.ts'
import { mergePlaylists, shareEntries } from './merge.ts'

/** Two playlists with so many entries in common are one, whatever they are called. */
const SAME = 0.6

/**
 * The playlists of several inputs, each once: one that a later input has too, by its name or by most of
 * its entries, is joined with it. Playlists of one input are never joined with each other.
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
  const name = foldText(playlist.name)
  const named = among.filter((each) => foldText(each.name) === name)
  // Of several with one name, the one that has more in common.
  const [best] = (named.length > 0 ? named : among)
    .map((each) => ({ each, share: shareEntries(each, playlist) }))
    .toSorted((a, b) => b.share - a.share)
  return best && (named.length === 1 || best.share >= SAME) ? best.each : undefined
}
