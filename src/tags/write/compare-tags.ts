import { isDeepStrictEqual } from 'node:util'
import type { Cover, Tags } from '../../model/media.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { english } from '../../words/english.ts'
import { writeFields } from '../map/fields.ts'

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
export function checkEqual<Fields extends object>(expected: Fields, actual: Fields): void {
  const show = (value: unknown) => JSON.stringify(value)?.slice(0, 100)
  const fields = Object.keys({ ...expected, ...actual }) as (keyof Fields & string)[]
  const wrong = fields
    .filter((field) => !isEqual(expected[field], actual[field]))
    .map((field) => `${field} is ${show(actual[field])} instead of ${show(expected[field])}`)
  if (wrong.length > 0) throw new UnequalTagsError(wrong)
}

/** Byte arrays of different classes are equal when their bytes are. */
function isEqual(a: unknown, b: unknown): boolean {
  const [first, second] = [coverIn(a), coverIn(b)]
  if (!first || !second) return isDeepStrictEqual(a, b)
  return first.mime === second.mime && Buffer.compare(first.bytes, second.bytes) === 0
}

function coverIn(value: unknown): Cover | undefined {
  return typeof value === 'object' &&
    value !== null &&
    'bytes' in value &&
    value.bytes instanceof Uint8Array
    ? (value as Cover)
    : undefined
}

/** What ID3v2.3 can tell, by place: several values and one with a "/" are the same, dates are a year or a day. */
export function asVersion3(tags: Tags): object {
  const texts = [...writeFields('id3', tags)].map(([place, values]) => {
    const text = values.join('/')
    if (place === 'TDRC' && text.length === 7) return [place, text.slice(0, 4)]
    return [place, place === 'TDOR' ? text.slice(0, 4) : text]
  })
  return { ...Object.fromEntries(texts), cover: tags.cover }
}
