import anyAscii from 'any-ascii'
import { JAPANESE_READINGS } from './japanese-readings-table.ts'
import { levelRomaji } from './level-romaji.ts'
import { MANDARIN_READINGS } from './mandarin-readings-table.ts'
import { LONGEST_WORD, wordReadings } from './word-readings.ts'

/** What a piece of text may sound like: where in `latin` it can end, if it begins at `start`. */
type Ends = (piece: string, latin: string, start: number) => readonly number[]

/**
 * Whether a folded name with Han characters (`夜ni驱keru`) may be read as the Latin letters of another
 * (`yorunikakeru`), in Japanese: by any reading of each character, voiced or not, native ones cut short
 * before what is written in kana.
 */
export const isJapaneseReading = (name: string, latin: string) =>
  canBeRead(cut(name, levelRomaji), levelRomaji(latin), endsInJapanese)

/** The same in Mandarin (pinyin without tones). */
export const isMandarinReading = (name: string, latin: string) =>
  canBeRead(
    cut(name, (text) => text.replaceAll(' ', '')),
    latin.replaceAll(' ', ''),
    endsInMandarin,
  )

/** Han characters one by one, and the Latin letters between them. */
function cut(name: string, level: (latin: string) => string): readonly string[] {
  const pieces = name.match(/\p{Script=Han}|[ -~]+/gu) ?? []
  return pieces.map((piece) => (isAscii(piece) ? level(piece) : piece)).filter(Boolean)
}

const isAscii = (piece: string) => piece.charCodeAt(0) < 0x80

function canBeRead(pieces: readonly string[], latin: string, ends: Ends): boolean {
  /** By the number of pieces read: where that may have come to. */
  const reached = Array.from({ length: pieces.length + 1 }, () => new Set<number>())
  reached[0]?.add(0)
  for (let at = 0; at < pieces.length; at++) {
    for (const start of reached[at] ?? []) {
      for (let count = 1; count <= LONGEST_WORD && at + count <= pieces.length; count++) {
        const piece = count === 1 ? (pieces[at] ?? '') : pieces.slice(at, at + count).join('')
        for (const end of ends(piece, latin, start)) reached[at + count]?.add(end)
      }
    }
  }
  return reached[pieces.length]?.has(latin.length) === true
}

function endsInMandarin(piece: string, latin: string, start: number): readonly number[] {
  if (isAscii(piece)) return endOf(piece, latin, start)
  if (piece.length > 1) return []
  const sounds = [anyAscii(piece).toLowerCase(), ...(mandarin().get(piece) ?? [])]
  return sounds.flatMap((sound) => endOf(sound, latin, start))
}

function endsInJapanese(piece: string, latin: string, start: number): readonly number[] {
  if (isAscii(piece)) return endOf(piece, latin, start)
  if (piece.length > 1)
    return (wordReadings.get(piece) ?? []).flatMap((sound) => endOf(sound, latin, start))
  const { on, kun } = japanese().get(piece) ?? NONE
  return [
    ...on.flatMap((sound) => endsOfSound(sound, latin, start, isGeminate(sound) ? 2 : 0)),
    ...kun.flatMap((sound) => endsOfSound(sound, latin, start, sound.length - 1)),
  ]
}

/** `gaku` before `kou` is `gak`, doubled letters being one here. */
const isGeminate = (sound: string) => sound.length > 2 && /(?:[kt]u|[kt]i)$/.test(sound)

/** Ends of the sound, voiced or not, with at most so many letters cut off at a vowel. */
function endsOfSound(sound: string, latin: string, start: number, most: number): readonly number[] {
  const ends: number[] = []
  for (const voiced of voicedForms(sound))
    for (let length = voiced.length; length >= Math.max(1, voiced.length - most); length--)
      if (length === voiced.length || /[aiueon]/.test(voiced[length - 1] ?? ''))
        ends.push(...endOf(voiced.slice(0, length), latin, start))
  return ends
}

/** Whether the sound stands there; its first vowel may have melted into the one before it. */
function endOf(sound: string, latin: string, start: number): readonly number[] {
  const ends: number[] = []
  if (latin.startsWith(sound, start)) ends.push(start + sound.length)
  const melts = /^(?:oo|ou|uu|aa|ii|ee|ei)/.test((latin[start - 1] ?? '') + sound)
  if (melts && latin.startsWith(sound.slice(1), start)) ends.push(start + sound.length - 1)
  return ends
}

const VOICED: Readonly<Record<string, readonly string[]>> = {
  k: ['g'],
  s: ['z'],
  t: ['d', 'z'],
  h: ['b', 'p'],
}

const voicedForms = (sound: string) => [
  sound,
  ...(VOICED[sound[0] ?? ''] ?? []).map((start) => start + sound.slice(1)),
]

interface Readings {
  readonly on: readonly string[]
  readonly kun: readonly string[]
}
const NONE: Readings = { on: [], kun: [] }

let japaneseReadings: ReadonlyMap<string, Readings> | undefined
let mandarinReadings: ReadonlyMap<string, readonly string[]> | undefined

/** Read when first asked for: most lists name nothing in Han characters. */
function japanese(): ReadonlyMap<string, Readings> {
  japaneseReadings ??= new Map(
    Array.from(
      JAPANESE_READINGS.matchAll(/(\p{Script=Han})([a-z,]*)(?:\/([a-z,]*))?/gu),
      (entry) => [entry[1] ?? '', { on: listOf(entry[2]), kun: listOf(entry[3]) }],
    ),
  )
  return japaneseReadings
}

function mandarin(): ReadonlyMap<string, readonly string[]> {
  mandarinReadings ??= new Map(
    Array.from(MANDARIN_READINGS.matchAll(/(\p{Script=Han})([a-z,]*)/gu), (entry) => [
      entry[1] ?? '',
      listOf(entry[2]),
    ]),
  )
  return mandarinReadings
}

const listOf = (text = '') => text.split(',').filter(Boolean)
