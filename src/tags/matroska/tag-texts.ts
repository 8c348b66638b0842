import type { NamedTexts } from '../map/read-named.ts'
import { bytesIn, type EbmlList, listsIn, numberIn, textIn } from './ebml.ts'

/** Levels of targets that are told apart: https://www.matroska.org/technical/tagging.html, "Target types". */
const levels: Readonly<Record<number, string>> = {
  60: 'collection',
  50: 'album',
  40: 'part',
  30: 'track',
}

/** What a program counted for itself. */
const TECHNICAL = /^(?:_STATISTICS_\w+|BPS|DURATION|NUMBER_OF_(?:FRAMES|BYTES))(?:-\w+)?$/i

export interface MatroskaTexts {
  readonly texts: NamedTexts
  /** Names of what is no text. */
  readonly unread: readonly string[]
}

/**
 * The tags of the file and of the track that is heard. What names a level of its own is of that level; what has no
 * target, as FFmpeg writes it, is of the track.
 */
export function readTagTexts(lists: readonly EbmlList[], track: number | undefined): MatroskaTexts {
  const tags = lists.flatMap((list) => listsIn(list, 'Tag'))
  const texts: (readonly [string, string])[] = []
  const unread: string[] = []
  for (const tag of tags) {
    const [targets] = listsIn(tag, 'Targets')
    if (!isMeant(targets, track)) continue
    const level = levels[numberIn(targets, 'TargetTypeValue') ?? 0] ?? 'track'
    for (const simple of listsIn(tag, 'SimpleTag')) collect(simple, `${level}:`, texts, unread)
  }
  return { texts: tellTotals(texts), unread }
}

/** Of a chapter, an edition, an attachment or another track is not of the song. */
function isMeant(targets: EbmlList | undefined, track: number | undefined): boolean {
  const others = ['TagChapterUID', 'TagEditionUID', 'TagAttachmentUID']
  if (others.some((name) => numberIn(targets, name))) return false
  const uids = (targets?.TagTrackUID ?? []).filter((uid) => uid !== 0)
  return uids.length === 0 || track === undefined || uids.includes(track)
}

function collect(
  simple: EbmlList,
  prefix: string,
  texts: (readonly [string, string])[],
  unread: string[],
  depth = 0,
) {
  const name = textIn(simple, 'TagName') ?? ''
  const text = textIn(simple, 'TagString')
  if (name === '' || TECHNICAL.test(name) || depth > 4) return
  if (text !== undefined) texts.push([`${prefix}${name}`, text.trim()])
  else if (bytesIn(simple, 'TagBinary')) unread.push(name)
  for (const nested of listsIn(simple, 'SimpleTag'))
    collect(nested, `${prefix}${name}/`, texts, unread, depth + 1)
}

/** An album's parts are its tracks; where the track says how many there are, they are its discs. */
function tellTotals(texts: NamedTexts): NamedTexts {
  if (!texts.some(([name]) => name.toUpperCase() === 'TRACK:TOTAL_PARTS')) return texts
  return texts.map(([name, text]) => [
    name.toUpperCase() === 'ALBUM:TOTAL_PARTS' ? 'collection:TOTAL_PARTS' : name,
    text,
  ])
}
