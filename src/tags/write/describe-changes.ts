import type { Tags } from '../../model/media.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { freePlace, nameOfKey } from '../map/columns.ts'
import { writeFields } from '../map/fields.ts'
import type { TextMetadata } from '../map/tag-map.ts'
import type { FileTags } from './file-tags.ts'

/** What of the wanted tags the container carries otherwise, or not at all, by Picard's names in Vorbis comments. */
export function describeChanges(before: FileTags, wanted: Tags, after: Tags): Reason[] {
  const asText = before.kind === 'mp4' ? numbersAsText(before, after) : []
  const lost = lostFields(before, wanted, after)
  return [
    ...(asText.length > 0 ? [reason('media.tag-numbers-as-text', { fields: asText })] : []),
    ...(lost.length > 0 ? [reason('media.tag-fields-left', { fields: lost })] : []),
  ]
}

const NUMBERS = [
  ...['TRACKNUMBER', 'TRACKTOTAL', 'DISCNUMBER', 'DISCTOTAL'],
  ...['BPM', 'MOVEMENT', 'MOVEMENTTOTAL', 'SHOWMOVEMENT'],
]

/** Where M4A has room for a number alone, and there was no such text before. */
function numbersAsText({ items, kind }: FileTags, after: Tags): string[] {
  const had = new Set(items.map(({ place }) => place))
  const written = writeFields(kind, after)
  return NUMBERS.filter((name) => {
    const place = freePlace(kind, name)
    return written.has(place) && !had.has(place)
  })
}

/** Opus has no peaks by its rules (RFC 7845, section 5.2.1), and what is known of them stands elsewhere. */
const WITHOUT_PLACE = new Set(['trackPeak', 'albumPeak'])

function lostFields({ kind }: FileTags, wanted: Tags, after: Tags): string[] {
  const isEmpty = (value: unknown) =>
    value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  const { extra, cover, artistCredit, artists, ...values } = wanted
  const keys = (Object.keys(values) as (keyof typeof values)[])
    .filter((key) => !(kind === 'opus' && WITHOUT_PLACE.has(key)))
    .filter((key) => !isEmpty(values[key]) && isEmpty(after[key]))
    .map((key) => nameOfKey(key satisfies keyof TextMetadata))
  const texts = textsIn(after)
  const names = Object.entries(extra)
    .filter(([name, values]) => !values.every((value) => isCarried(name, value, texts)))
    .map(([name]) => name)
  return [...keys, ...names]
}

interface Texts {
  readonly all: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  /** Comments share one frame of ID3. */
  readonly comments: string
}

function textsIn({ extra, ...values }: Tags): Texts {
  const known = Object.values(values).flat().map(String)
  const comments = Object.entries(extra).filter(([name]) => /^COMMENT\b/i.test(name))
  return {
    all: new Set([...known, ...Object.values(extra).flat()]),
    names: new Set(Object.keys(extra).map((name) => name.toUpperCase())),
    comments: comments.flatMap(([, texts]) => texts).join('\n'),
  }
}

function isCarried(name: string, text: string, { all, names, comments }: Texts): boolean {
  const upper = name.toUpperCase()
  if (all.has(text) || Number(text) === 0) return true
  // A rating is counted in other steps.
  if (upper.startsWith('RATING')) return names.has(upper)
  return upper.startsWith('COMMENT') && comments.includes(text)
}
