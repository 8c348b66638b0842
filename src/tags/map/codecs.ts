import type { LyricLine, Performer } from '../../model/media.ts'
import { formatLrc, parseLrc } from './lrc.ts'

/**
 * How a value is written as text. `line` has one text, `lines` several; `total` is the second half of `3/12`;
 * `people` is a part and a name in turn (ID3v2.4), `credits` a name with its part in parentheses (Vorbis).
 */
export type CodecName = keyof typeof codecs

interface Codec<Value> {
  readonly write: (value: Value) => readonly string[]
  /** Nothing where none of the texts says anything. */
  readonly read: (texts: readonly string[]) => Value | undefined
}

const line: Codec<string> = {
  write: (text) => [text],
  read: (texts) => texts.find(Boolean),
}

const lines: Codec<readonly string[]> = {
  write: (texts) => texts,
  read: (texts) => nonEmpty(texts.filter(Boolean)),
}

const count: Codec<number> = {
  write: (number) => [String(number)],
  read: ([text = '']) => readCount(text.split('/', 1)[0]),
}

const total: Codec<number> = {
  write: (number) => [String(number)],
  read: ([text = '']) => readCount(text.split('/')[1]),
}

const flag: Codec<boolean> = {
  write: (is) => (is ? ['1'] : []),
  read: (texts) => texts.some((text) => text === '1' || text === 'true') || undefined,
}

const date: Codec<string> = { write: (text) => [text], read: (texts) => findDate(texts[0]) }

const url: Codec<string> = {
  write: (text) => [text],
  read: (texts) => texts.find(isUrl),
}

const gain: Codec<number> = {
  write: (decibels) => [`${roundTo(decibels, 2).toFixed(2)} dB`],
  read: ([text = '']) => readNumber(/^\s*([+-]?\d+(?:\.\d+)?)\s*(?:dB)?\s*$/i.exec(text)?.[1]),
}

const peak: Codec<number> = {
  write: (amplitude) => [amplitude.toFixed(6)],
  read: ([text = '']) => readNumber(/^\s*(\d+(?:\.\d+)?)\s*$/.exec(text)?.[1]),
}

/** RFC 7845, section 5.2.1: a Q7.8 number, to -23 LUFS; ReplayGain 2.0 aims at -18. */
const r128: Codec<number> = {
  write: (decibels) => [
    String(Math.max(-32768, Math.min(32767, Math.round((decibels - 5) * 256)))),
  ],
  read: ([text = '']) => {
    const steps = readNumber(/^\s*([+-]?\d+)\s*$/.exec(text)?.[1])
    return steps === undefined ? undefined : roundTo(steps / 256 + 5, 2)
  },
}

const people: Codec<readonly Performer[]> = {
  write: (performers) => performers.flatMap(({ name, role = '' }) => [role, name]),
  read: (texts) =>
    nonEmpty(
      Array.from({ length: Math.floor(texts.length / 2) }, (_, i) =>
        performer(texts[2 * i + 1] ?? '', texts[2 * i]),
      ).filter(({ name }) => name),
    ),
}

const credits: Codec<readonly Performer[]> = {
  // Without a part, a name that ends in a parenthesis would be read as having one.
  write: (performers) =>
    performers.map(({ name, role }) =>
      role || name.endsWith(')') ? `${name} (${role ?? ''})` : name,
    ),
  read: (texts) => nonEmpty(texts.filter(Boolean).map(readCredit)),
}

const lrc: Codec<readonly LyricLine[]> = {
  write: (lyrics) => [formatLrc(lyrics)],
  read: ([text = '']) => nonEmpty(parseLrc(text)),
}

export const codecs = {
  line,
  lines,
  text: line,
  count,
  total,
  flag,
  date,
  url,
  gain,
  peak,
  r128,
  people,
  credits,
  lrc,
}

export const isUrl = (text: string) => /^https?:/i.test(text)

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, with other signs or none between them, or a year in other words. */
function findDate(text = ''): string | undefined {
  const [, year, month, day] = DATE.exec(text) ?? []
  const [inside] = /(?<!\d)\d{4}(?!\d)/.exec(text) ?? []
  if (year === undefined) return inside
  return [year, month, month && day].filter(Boolean).join('-')
}

const [MONTH, DAY] = ['(0[1-9]|1[0-2])', '(0[1-9]|[12]\\d|3[01])']
const DATE = new RegExp(`^\\s*(\\d{4})(?:[-/.]?${MONTH}(?:[-/.]?${DAY})?)?(?!\\d)`)

/** As exact as tags carry it, and never -0. */
const roundTo = (value: number, digits: number) => Number(value.toFixed(digits)) + 0

function readCredit(text: string): Performer {
  if (!text.endsWith(')')) return performer(text)
  let depth = 0
  for (let at = text.length - 1; at > 0; at--) {
    if (text[at] === ')') depth++
    if (text[at] === '(' && --depth === 0)
      return performer(text.slice(0, at).trim(), text.slice(at + 1, -1))
  }
  return performer(text)
}

const performer = (name: string, role?: string): Performer => (role ? { name, role } : { name })

function readCount(text = ''): number | undefined {
  const number = /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : 0
  return number > 0 && number < 100_000 ? number : undefined
}

const readNumber = (text: string | undefined) => (text === undefined ? undefined : Number(text) + 0)

const nonEmpty = <Item>(items: readonly Item[]) => (items.length > 0 ? items : undefined)
