import type { Version, VersionKind } from '../../model/version.ts'
import { foldText } from '../fold.ts'
import { SAME_RECORDING } from './kinds.ts'
import { TOLD_BY_WORD, VERSION_RULES } from './rules.ts'
import { respell } from './spelling.ts'
import { translateVersionWords } from './words/translate.ts'

const FILLER = new Set(
  'the a an at in on from by of for and with version mix edit original official track recorded recording take size ver cut'.split(
    ' ',
  ),
)

/** A year, or a span of them as of somebody's life. */
const YEARS = /^(?:recorded (?:in )?|in )?(?:19|20)\d\d$|^\d{4} \d{4}$/

/** Words of a mix, an edit or a version: with a name beside them it is that one's. */
const SOMEBODYS = /\b(?:mix|version|edit|ver|cut|take)\b/

/** What one bracket or dash suffix says, in any language, or undefined where it speaks of no version. */
export function readVersions(text: string): readonly Version[] | undefined {
  const known = memory.get(text)
  if (known !== undefined) return known ?? undefined
  if (memory.size > MAX_REMEMBERED) memory.clear()
  const read = text.length > MAX_LENGTH ? undefined : readAnew(text)
  memory.set(text, read ?? null)
  return read
}

/** The same few thousand texts come again and again. */
const MAX_REMEMBERED = 20_000
const memory = new Map<string, readonly Version[] | null>()

/** A bracket or suffix longer than this names no version. */
const MAX_LENGTH = 120

interface Reading {
  readonly kinds: readonly VersionKind[]
  /** What the rules have read, by kind. */
  readonly words: ReadonlyMap<VersionKind, string>
  /** What they leave of the text. */
  readonly rest: string
}

function readAnew(text: string): readonly Version[] | undefined {
  const folded = foldText(translateVersionWords(text))
  const asWritten = readKinds(folded)
  const respelled = respellWords(folded, asWritten.rest)
  const { kinds, words, rest } = respelled === folded ? asWritten : readKinds(respelled)
  const year = /\b(?:19|20)\d\d\b/.exec(folded)?.[0]
  if (kinds.length === 0) {
    if (!YEARS.test(folded)) return undefined
    return [{ kind: 'year', detail: '', year: year ? Number(year) : undefined }]
  }
  const detail = detailOf(rest, year)
  // Live and acoustic, said with one word: who only says "acoustic" may mean the same.
  const isUnplugged = /\bunplugged\b/.test(words.get('live') ?? '')
  // `karaoke version`: the last word only says that the first one is one.
  const told = kinds.length > 1 ? kinds.filter((kind) => kind !== 'version') : [...kinds]
  // `Hex Hector main mix`: what has a name in it is that one's, whatever neutral word stands beside it.
  const isNeutral = told.every((kind) => SAME_RECORDING.has(kind) && !EATS_NAMES.has(kind))
  if (isNeutral && /[a-z]{2}/.test(detail) && SOMEBODYS.test(respelled))
    told.push(/\bmix\b/.test(respelled) ? 'remix' : 'version')
  return told.map((kind) => ({
    kind,
    detail:
      TOLD_BY_WORD.has(kind) || (isUnplugged && kind === 'live')
        ? detailOf(`${words.get(kind) ?? ''} ${rest}`, year)
        : detail,
    year: year ? Number(year) : undefined,
  }))
}

/** Of these a name beside is no remixer's: the film, the label, who sang the lyrics. */
const EATS_NAMES: ReadonlySet<VersionKind> = new Set<VersionKind>([
  'remaster',
  'soundtrack',
  'bonus',
  'video',
  'year',
])

const detailOf = (rest: string, year: string | undefined) =>
  rest
    .split(' ')
    .filter((word) => word !== '' && word !== year && !FILLER.has(word))
    .join(' ')

/** The text with the words that no rule has read put right, where they are misspelt version words. */
function respellWords(folded: string, rest: string): string {
  const unread = new Set(rest.split(' '))
  return folded
    .split(' ')
    .map((word) => (unread.has(word) ? (respell(word) ?? word) : word))
    .join(' ')
}

function readKinds(folded: string): Reading {
  const words = new Map<VersionKind, string>()
  let rest = folded
  for (const [kind, rule] of VERSION_RULES) {
    let read = ''
    const left = rest
      .replace(rule, (found) => {
        read += ` ${found}`
        return ' '
      })
      .replaceAll(/ +/g, ' ')
      .trim()
    if (read === '') continue
    words.set(kind, read)
    rest = left
    if (rest === '') break
  }
  return { kinds: [...words.keys()], words, rest }
}
