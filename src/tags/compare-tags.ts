import { isDeepStrictEqual } from 'node:util'
import type { Cover, Tags } from '../model/media.ts'
import { type Reason, reason } from '../model/reason.ts'
import { english } from '../words/english.ts'

/** What was written cannot be read back: two readers understand the file's own tags differently. */
export class UnequalTagsError extends Error {
  override readonly name = 'UnequalTagsError'
  readonly reason: Reason

  /** Each difference names a field, what was read and what was written. */
  constructor(differences: readonly string[]) {
    const why = reason('media.tags-read-back-unequal', { differences })
    super(english(why))
    this.reason = why
  }
}

/** Throws UnequalTagsError, naming the fields. */
export function checkEqual(expected: Tags, actual: Tags): void {
  const show = (value: unknown) => JSON.stringify(value)?.slice(0, 100)
  const fields = Object.keys({ ...expected, ...actual }) as (keyof Tags)[]
  const wrong = fields
    .filter((field) => !isEqual(expected[field], actual[field]))
    .map((field) => `${field} is ${show(actual[field])} instead of ${show(expected[field])}`)
  if (wrong.length > 0) throw new UnequalTagsError(wrong)
}

/** Byte arrays of different classes are equal when their bytes are. */
function isEqual(a: Tags[keyof Tags], b: Tags[keyof Tags]): boolean {
  const [first, second] = [coverIn(a), coverIn(b)]
  if (!first || !second) return isDeepStrictEqual(a, b)
  return first.mime === second.mime && Buffer.compare(first.bytes, second.bytes) === 0
}

function coverIn(value: Tags[keyof Tags]): Cover | undefined {
  return typeof value === 'object' && 'bytes' in value && value.bytes instanceof Uint8Array
    ? (value as Cover)
    : undefined
}

/** What ID3v2.3 can tell: several values and one with a "/" are the same, dates are a year or a day. */
export function asVersion3(tags: Tags): Tags {
  const { date, originalDate } = tags
  const list = (value: unknown): value is readonly string[] =>
    Array.isArray(value) && value.every((item) => typeof item === 'string')
  const joined = Object.entries({ ...tags, ...tags.extra }).map(([field, value]) => [
    field,
    list(value) ? value.join('/') : value,
  ])
  return {
    ...Object.fromEntries(joined),
    extra: {},
    date: date?.length === 7 ? date.slice(0, 4) : date,
    originalDate: originalDate?.slice(0, 4),
  }
}
