import {
  bestLink,
  groupMissing,
  type MissingGroup,
  type MissingGrouping,
  type MissingTrack,
} from '../model/lists/missing.ts'
import type { missing } from './en/missing.ts'
import { formatName } from './names.ts'
import type { Units } from './units.ts'

export interface MissingWords {
  readonly missing: typeof missing
  readonly units: Units
}

/** A group's heading: `To buy at Bandcamp`. */
export function titleOfGroup(group: MissingGroup, words: MissingWords['missing']): string {
  switch (group.kind) {
    case 'place':
      return words.places[group.what](group.service)
    case 'search':
      return words.search
    case 'nowhere':
      return words.nowhere
    case 'album':
      return words.album(group.album, group.artist)
    case 'no-album':
      return words.noAlbum
  }
}

/** The shopping list as text to paste into a note, or to print: a line a track, and its best address below it. */
export function writeMissingText(
  list: {
    readonly name: string
    readonly tracks: number
    readonly missing: readonly MissingTrack[]
  },
  by: MissingGrouping,
  words: MissingWords,
): string {
  const { missing, units } = words
  const lines = [`${missing.title}: ${list.name}`, missing.lead(list.missing.length, list.tracks)]
  for (const group of groupMissing(list.missing, by)) {
    lines.push('', `${titleOfGroup(group, missing)} (${units.count(group.tracks.length)})`)
    for (const track of group.tracks) lines.push(...writeTrack(track, words))
  }
  return `${lines.map(asLine).join('\n')}\n`
}

function writeTrack(track: MissingTrack, { missing, units }: MissingWords): readonly string[] {
  const { album, durationMs, isOpen } = track
  const facts = [
    album,
    durationMs === undefined ? undefined : units.duration(durationMs),
    isOpen ? missing.open : undefined,
  ].filter((fact) => fact !== undefined && fact !== '')
  const best = bestLink(track)
  return [
    `[ ] ${formatName(track)}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`,
    ...(best ? [`    ${best.service}: ${best.url}`] : []),
  ]
}

/** Names are anybody's: none may begin a line of its own. */
const asLine = (text: string) => text.toWellFormed().replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
