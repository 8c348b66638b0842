import { numeralValue, ordinalValue } from './numerals.ts'
import { formOf } from './terms.ts'

/** A movement, or a piece of a set: by its number, by its tempo or name, or both. */
export interface Movement {
  readonly number: number | undefined
  /** Words that tell it from others, sorted. */
  readonly words: readonly string[]
}

/** Where a work's name ends and its movement begins. */
const BORDER =
  /:\s*|\s+[-–—]\s*|[-–—]\s+|,\s*(?=(?:[ivx]{1,6}|\d{1,2})\.\s)|\s+(?=(?:[ivx]{1,6}|\d{1,2})\.\s+\p{L})|,\s*(?=(?:\d+\s?(?:st|nd|rd|th)|first|second|third|fourth|fifth)\s+mov)|\(\s*(?=(?:[ivx]{1,6}|\d{1,2})\.\s)/gu

const NUMBERED =
  /^(?:(?:mov(?:ement|imento)?|mvt|satz|mouvement|var(?:iation|iatio|iazione)?|no|nr|часть)\.?\s*)?([ivx]+|\d{1,2})(?:[.):]|\s|$)/u
/** `prelude no. 3` */
const NUMBERED_INSIDE = /(?<!\p{L})(?:no|nr)(?!\p{L})\.?\s*(\d{1,2})(?!\d)/u
const NUMBERED_WORD =
  /^\s*(?:mov(?:ement|imento)?|mvt|satz|mouvement|var(?:iation|iatio|iazione)?|no|nr|часть)\.?\s*(?:[ivx]+|\d{1,2})/u
const ORDINAL = /^([\p{L}\d]+)\.?\s+(?:mov(?:ement|imento)?|mvt|satz|mouvement|часть)(?!\p{L})/u

/** The places where a plain title may be cut into work and movement. */
export const bordersOf = (plain: string) =>
  Array.from(plain.matchAll(BORDER), (found) => ({
    end: found.index,
    start: found.index + found[0].length,
  }))

/** Whether a movement's number stands there. */
export const startsWithNumber = (text: string) =>
  ORDINAL.test(text.trim()) ||
  /^(?:[ivx]+|\d{1,2})[.):]/.test(text.trim()) ||
  NUMBERED_WORD.test(text)

/** What stands behind the work's name. Undefined where it is nothing. */
export function readMovement(text: string): Movement | undefined {
  const trimmed = text.replaceAll('"', ' ').trim()
  const ordinal = ORDINAL.exec(trimmed)
  const numbered = ordinal ?? NUMBERED.exec(trimmed) ?? NUMBERED_INSIDE.exec(trimmed)
  const numeral = numbered?.[1] ?? ''
  const number = (ordinal === null ? undefined : ordinalValue(numeral)) ?? numeralValue(numeral)
  const words = wordsOf(number === undefined ? trimmed : trimmed.replace(numbered?.[0] ?? '', ' '))
  return number === undefined && words.length === 0 ? undefined : { number, words }
}

const FILLER = new Set(
  'con e ed ma non troppo molto assai poco un il la le les der die das the a al alla and und et di de des du in of no nr op movement satz mouvement mvt'.split(
    ' ',
  ),
)

/** `praludium`, `preludes` are `prelude`. */
function wordsOf(text: string): readonly string[] {
  const words = text.replaceAll(/['’]/g, '').match(/\p{L}{2,}/gu) ?? []
  const kept = words.filter((word) => !FILLER.has(word)).map((word) => formOf(word) ?? word)
  return [...new Set(kept)].toSorted()
}

/** Repeats, and what comes back, are not the movement itself. */
const AGAIN = new Set('capo reprise reprisa ripresa double bis ripetizione'.split(' '))

/** Whether both name one movement; undefined where only the one is named by a number, the other by words. */
export function isSameMovement(left: Movement, right: Movement): boolean | undefined {
  if (left.words.some((word) => AGAIN.has(word)) !== right.words.some((word) => AGAIN.has(word)))
    return false
  if (left.number !== undefined && right.number !== undefined) return left.number === right.number
  if (left.words.length === 0 || right.words.length === 0) return undefined
  const shared = left.words.filter((word) => right.words.includes(word)).length
  return shared >= Math.max(left.words.length, right.words.length) / 2
}
