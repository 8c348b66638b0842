import { foldText } from './fold.ts'
import { isForeign } from './names.ts'

/** An artist credit taken apart. Every name is folded. */
export interface CreditParts {
  /** Everything before the featured artists, as one name: `earth wind and fire`, `future`. */
  readonly main: string
  /** The names it would be, were it several: `earth`, `wind`, `fire`. `[main]` where it is one. */
  readonly names: readonly string[]
  /** Artists behind `feat.` and its like, split the same way. */
  readonly featured: readonly string[]
}

const GUESTS =
  /[\s([]+(?:(?:feat(?:uring)?|ft|starring|introducing|duet with|special guest(?: appearance)?)\b[\s.:]*|f[./]\s*|w\/\s*)/i
// A slash without spaces parts names only where both are longer than those of AC/DC.
const SEPARATORS =
  /\s*[;|·•、，]\s*|\s+\/\s+|(?<=[^/]{3})\/(?=[^/]{3})|\s*,\s+(?!(?:jr|sr|esq|inc)\b)|\s*&\s*|\s+\+\s+|\s+(?:and|with|or|x|×|vs\.?|versus|et|und|y|e|con|mit|duet with|meets|presents|pres\.?)\s+/i

/**
 * Takes one credit apart. Nothing in the text tells a group called `Earth, Wind & Fire` from three
 * people, so both parses are kept: `main` can be compared first, and `names` after it.
 * `Beatles, The` is put in order.
 */
export function takeCreditApart(credit: string): CreditParts {
  const text = credit.length > MAX_LENGTH ? credit.slice(0, MAX_LENGTH) : credit
  if (!HINT.test(text)) {
    const main = foldText(text)
    return { main, names: main === '' ? NONE : [main], featured: NONE }
  }
  const [before = '', ...after] = text.split(GUESTS)
  const ordered = before.replace(/^(.*\S)\s*,\s*(the|die|der|das|les|los|la|le)\s*$/i, '$2 $1')
  const main = foldText(ordered)
  return {
    main,
    names: split(ordered, main),
    featured: after.flatMap((guests) => split(guests, foldText(guests))),
  }
}

const STAGE = new Set(
  'dj mc lil young big mr mister ms dr king queen der die das los las les le la el il i gli os as'.split(
    ' ',
  ),
)

/** `mustard` for `dj mustard`, `arzte` for `die arzte`: the name people leave the first word away from. */
export function dropStageWord(name: string): string | undefined {
  const end = name.indexOf(' ')
  const rest = name.slice(end + 1)
  return end > 0 && rest.length > 3 && STAGE.has(name.slice(0, end)) ? rest : undefined
}

const MAX_LENGTH = 1000
const NONE: readonly string[] = []
/** What makes a credit more than one plain name; most have none of it. */
const HINT =
  /[;,|·•、，/&+×()[\]]|\s(?:feat|ft|f\.|and|with|x|or|vs|versus|et|und|y|e|con|mit|duet|meets|pres|starring|introducing|special)/i

/** `방탄소년단 (BTS)` is one name, written twice. */
function inBothScripts(name: string): readonly string[] {
  const [, outer = '', inner = ''] = /^([^()]+?)\s*[([]([^()]+)[)\]]\s*$/.exec(name) ?? []
  return inner !== '' && isForeign(outer) !== isForeign(inner) ? [outer, inner] : [name]
}

function split(text: string, folded: string): readonly string[] {
  const names = text.split(SEPARATORS).flatMap(inBothScripts).map(foldText).filter(Boolean)
  return names.length > 1 ? [...new Set(names)] : folded === '' ? [] : [folded]
}
