import { foldText } from '../../../text/fold.ts'
import { readVersions } from '../../../text/versions/versions.ts'
import { type ArtistTitle, splitArtistTitle } from '../names/artist-title.ts'

/** Which of two names is the artist's. `unsure`: nothing tells it, and artists are named first mostly. */
export type NameOrder = 'artist-first' | 'title-first' | 'unsure'

/** What parts artist and title in the lines of a list, and which of them comes first. */
export interface Pairing {
  /**
   * A dash where there is nothing else that all lines have; `quotes` around the title, behind the artist; `none` where the
   * lines are titles alone.
   */
  readonly separator: 'dash' | 'quotes' | 'none' | string
  readonly order: NameOrder
  /** Told by what the names look like, not by a word between them. */
  readonly guessed: boolean
}

// Words and signs that are parts of names too: they count only where all lines have them once, and no dash.
const BY = ['by', 'von', 'par', 'por', 'door', 'av', 'af'].map((word) => ` ${word} `)
const SIGNS = [': ', ' | ', ' / ', ' • ', ' · ', ' :: ', ' » ', ' ~ ', ' // ']

export function findPairing(lines: readonly string[]): Pairing {
  const dashed = lines.flatMap((line) => {
    const { artist, title } = splitArtistTitle(line)
    return artist ? [[artist, title] as const] : []
  })
  // What stands behind the dash is which version it is: nobody's name is there.
  const versions = dashed.filter(([, title]) => readVersions(foldText(title)) !== undefined)
  if (dashed.length > 1 && versions.length >= dashed.length * 0.6)
    return { separator: 'none', order: 'artist-first', guessed: true }
  if (dashed.length > 0 && dashed.length >= lines.length * 0.5)
    return { separator: 'dash', order: tellOrder(dashed), guessed: true }
  for (const separator of [...BY, ...SIGNS]) {
    const pairs = lines.flatMap((line) => pairAt(line, separator) ?? [])
    if (lines.length < 2 || pairs.length < lines.length * (lines.length < 5 ? 1 : 0.9)) continue
    if (BY.includes(separator)) return { separator, order: 'title-first', guessed: false }
    return { separator, order: tellOrder(pairs), guessed: true }
  }
  const quoted = lines.filter((line) => NAME_AND_QUOTED.test(line))
  if (lines.length > 1 && quoted.length >= lines.length * 0.9)
    return { separator: 'quotes', order: 'artist-first', guessed: true }
  // Han, Kana and Hangul are written without spaces, and a hyphen is no part of their names.
  const hyphened = lines.flatMap((line) => (CJK.test(line) ? (pairAt(line, '-') ?? []) : []))
  if (lines.length > 1 && hyphened.length >= lines.length * 0.9)
    return { separator: '-', order: tellOrder(hyphened), guessed: true }
  return { separator: 'dash', order: 'artist-first', guessed: true }
}

/** `Artist "Title"`. */
const NAME_AND_QUOTED = /^([^\s"“”„«»][^"“”„«»]{0,200}?)[\s,:]+["“”„«]([^"“”„«»]{1,300})["“”»]$/

const CJK = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u

type Pair = readonly [string, string]

function pairAt(line: string, separator: string): [Pair] | undefined {
  const at =
    separator.trim() === ':' ? line.indexOf(separator) : line.toLowerCase().lastIndexOf(separator)
  const first = line.slice(0, at).trim()
  const second = line.slice(at + separator.length).trim()
  return at > 0 && first !== '' && second !== '' ? [[first, second]] : undefined
}

/** Artist and title of one line. */
export function splitNames(line: string, { separator, order }: Pairing): ArtistTitle {
  if (separator === 'none') return { title: line.trim() }
  const [, name, quoted] = (separator === 'quotes' && NAME_AND_QUOTED.exec(line)) || []
  if (name && quoted) return { artist: name, title: quoted }
  const isSign = separator !== 'dash' && separator !== 'quotes'
  const pair = isSign ? pairAt(line, separator)?.[0] : undefined
  const split = pair ? { artist: pair[0], title: pair[1] } : splitArtistTitle(line)
  if (!split.artist) return { ...split, title: unquote(split.title) }
  const turned =
    (isQuoted(split.artist) && !isQuoted(split.title)) ||
    (order === 'title-first' && !isQuoted(split.title))
  return turned
    ? { ...split, artist: split.title, title: unquote(split.artist) }
    : { ...split, title: unquote(split.title) }
}

const QUOTED = /^["“”„«»](.+)["“”«»]$/s
const isQuoted = (text: string) => QUOTED.test(text)
const unquote = (text: string) => QUOTED.exec(text)?.[1]?.trim() ?? text

/**
 * `Title - Artist`: artists come again and titles do not; versions and guests stand in brackets behind titles. A
 * song that comes again, sung by others, is no such list, so that one name alone must come in every line.
 */
function tellOrder(pairs: readonly Pair[]): NameOrder {
  const [first, second] = [countAgain(pairs, 0), countAgain(pairs, 1)]
  const titled = (side: 0 | 1) => pairs.filter((pair) => isTitled(pair[side])).length
  const [brackets, others] = [titled(0), titled(1)]
  if (first.again > 0 || others > 0) {
    const isTurned = second.again + brackets >= 3 + 3 * (first.again + others)
    return isTurned ? 'title-first' : 'artist-first'
  }
  const comesAgain = second.names >= 2 || (second.names === 1 && second.again === pairs.length - 1)
  const isTurned =
    (comesAgain && pairs.length > 3) || brackets >= 2 || (second.again > 0 && brackets > 0)
  return isTurned ? 'title-first' : 'unsure'
}

/** How many names of one side come again, and in how many lines. */
function countAgain(pairs: readonly Pair[], side: 0 | 1) {
  const counts = new Map<string, number>()
  for (const pair of pairs) {
    const name = foldText(pair[side])
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const repeated = [...counts.values()].filter((count) => count > 1)
  return { names: repeated.length, again: repeated.reduce((sum, count) => sum + count - 1, 0) }
}

/** With a bracket that only a title has. */
function isTitled(text: string): boolean {
  const said = /[([]([^()[\]]{2,60})[)\]]$/.exec(text)?.[1]
  return (
    said !== undefined &&
    (/^(?:feat|ft|with)\b/i.test(said) || readVersions(foldText(said)) !== undefined)
  )
}
