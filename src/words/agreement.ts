import type { Evidence, Field } from '../model/match.ts'

/** Fields that a listener knows and that are said to be the same or not. */
export type ComparedField = Extract<
  Field,
  'title' | 'version' | 'artist' | 'guests' | 'album' | 'year' | 'isrc'
>

/** How far apart two lengths are: in seconds at most, beyond a minute, or one is twice the other. */
export type LengthApart = 1 | 3 | 7 | 15 | 30 | 60 | 'more' | 'twice'

/** What of an entry and a recording agrees: what a language makes one sentence of. */
export interface Agreement {
  /** The playlist gives the file's place: it is that file, or one of the same name. */
  readonly location?: 'file' | 'name'
  readonly same: readonly ComparedField[]
  readonly near: readonly ComparedField[]
  readonly other: readonly ComparedField[]
  readonly length?: LengthApart
}

const fields: readonly ComparedField[] = [
  'title',
  'artist',
  'version',
  'album',
  'guests',
  'isrc',
  'year',
]

/** Levels that say nothing either way, or too little for a sentence. */
const silent = new Set(
  ['missing', 'none', 'pair', 'remark', 'unread', 'on-one-side', 'one-off', 'cut-short'].map(
    (level) => `match.${level}`,
  ),
)
const same = new Set(
  [
    ...['exact', 'spelling', 'same', 'same-work', 'same-names', 'same-artist'],
    ...['exact-another-credit', 'shared'],
  ].map((level) => `match.${level}`),
)
const near = new Set(['match.same-kind', 'match.named-otherwise', 'match.part-against-whole'])

const lengths: Readonly<Record<string, LengthApart>> = {
  'match.within-1-s': 1,
  'match.within-3-s': 3,
  'match.within-7-s': 7,
  'match.within-15-s': 15,
  'match.within-30-s': 30,
  'match.within-60-s': 60,
  'match.over-60-s': 'more',
  'match.twice-as-long': 'twice',
}

/** Of a waterfall's steps; undefined where they say nothing that fits a sentence. */
export function agreementOf(evidence: readonly Evidence[]): Agreement | undefined {
  const stepOf = (field: Field) => evidence.find((one) => one.field === field)
  const sided = fields.map((field) => [field, sideOf(stepOf(field))] as const)
  const onSide = (side: Side) => sided.filter(([, one]) => one === side).map(([field]) => field)
  const location = locationOf(stepOf('location'))
  const length = lengths[stepOf('duration')?.level.code ?? '']
  const [equal, close, other] = [onSide('same'), onSide('near'), onSide('other')]
  if (!location && length === undefined && equal.length + close.length + other.length === 0)
    return undefined
  return {
    ...(location && { location }),
    same: equal,
    near: close,
    other,
    ...(length !== undefined && { length }),
  }
}

type Side = 'same' | 'near' | 'other'

function sideOf(step: Evidence | undefined): Side | undefined {
  if (!step || silent.has(step.level.code)) return undefined
  const { code } = step.level
  if (same.has(code)) return 'same'
  if (near.has(code)) return 'near'
  return step.weight > 0 ? 'near' : 'other'
}

function locationOf(step: Evidence | undefined): Agreement['location'] {
  if (!step || step.weight <= 0) return undefined
  return step.level.code === 'match.location-file' ? 'file' : 'name'
}

/** `Title and artist are the same, …` */
export const startSentence = (text: string): string =>
  `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
