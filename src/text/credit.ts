import { foldText } from './fold.ts'
import { type Script, scriptOf } from './scripts/script.ts'
import { isForeign } from './title/names.ts'
import { levelWidth } from './width.ts'

/** An artist credit taken apart. Every name is folded. */
export interface CreditParts {
  /** Everything before the featured artists, as one name: `earth wind and fire`, `future`. */
  readonly main: string
  /** The names it would be, were it several: `earth`, `wind`, `fire`. `[main]` where it is one. */
  readonly names: readonly string[]
  /** Artists behind `feat.` and its like, split the same way. */
  readonly featured: readonly string[]
  /** What else the main name may be: see `otherForms`. */
  readonly also: readonly string[]
  /** What the main name is written in. */
  readonly script: Script
  /** Whether the main name says that it plays what another artist made. */
  readonly isTribute: boolean
}

const GUESTS =
  /[\s([<,]+(?:(?:feat(?:uring)?|ft|starring|introducing|duet with|special guest(?: appearance)?)\b[\s.:]*|vocals?\s*(?:by\s+|:\s*)|f[./]\s*|w\/\s*)/i
// A slash without spaces parts names only where both are longer than those of AC/DC. `と` stands between
// names in kanji, katakana or Latin letters; between hiragana it is a part of a word.
const SEPARATORS =
  /\s*[;|·•、，]\s*|\s+\/\s+|(?<=[^/]{3})\/(?=[^/]{3})|\s*,\s+(?!(?:jr|sr|esq|inc)\b)|\s*&\s*|(?<=[\p{sc=Han}\p{sc=Katakana}\p{sc=Latin}ー])と(?=[\p{sc=Han}\p{sc=Katakana}\p{sc=Latin}])|\s+\+\s+|\s+(?:and|with|or|x|×|vs\.?|versus|et|und|y|e|con|mit|duet with|meets|presents|pres\.?)\s+/iu

/**
 * Takes one credit apart. Nothing in the text tells a group called `Earth, Wind & Fire` from three
 * people, so both parses are kept: `main` can be compared first, and `names` after it.
 * `Beatles, The` is put in order.
 */
export function takeCreditApart(credit: string): CreditParts {
  const text = credit.length > MAX_LENGTH ? credit.slice(0, MAX_LENGTH) : credit
  if (!HINT.test(text)) {
    const main = foldText(text)
    return {
      main,
      names: main === '' ? NONE : [main],
      featured: NONE,
      also: NONE,
      script: scriptOf(text),
      isTribute: playsOthers(main),
    }
  }
  const [before = '', ...after] = withoutChannel(levelWidth(text)).split(GUESTS)
  const ordered = before.replace(/^(.*\S)\s*,\s*(the|die|der|das|les|los|la|le)\s*$/i, '$2 $1')
  const main = foldText(ordered)
  const names = split(ordered, main)
  return {
    main,
    names,
    featured: after.flatMap((guests) => split(guests, foldText(guests))),
    also: otherForms(ordered, main),
    script: scriptOf(ordered),
    isTribute: playsOthers(main),
  }
}

/** Words of names that play what another artist made. */
const TRIBUTE =
  /\b(?:tribute|karaoke|revival|covers?|sounds? of|music of|songs of|plays?|for piano|cover band|string quartet|lullab(?:y|ies)|orchestra plays|players|studio musicians|experience of|jam)\b/

export const playsOthers = (folded: string) => TRIBUTE.test(folded)

/** The name in what YouTube calls an artist's channels: `Ada Holm - Topic`, `AdaHolmVEVO`. */
function withoutChannel(text: string): string {
  const [, glued = ''] = /^\s*(\S+)VEVO\s*$/.exec(text) ?? []
  if (glued !== '') return glued.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  return text.replace(/\s+-\s+Topic\s*$|\s+VEVO\s*$/, '')
}

/**
 * Other forms of one name: `seal` and `singer` for `Seal (Singer)`, as databases tell namesakes apart and
 * people write a second name; `ada holm` for `Holm, Ada` and for `Ada Holm Official`. The bracket alone counts
 * where it is long enough to be a name.
 */
function otherForms(text: string, main: string): readonly string[] {
  const forms: string[] = []
  const [, outer = '', inner = ''] = IN_BRACKETS.exec(text) ?? []
  if (outer !== '') forms.push(foldText(outer), inner.length > 3 ? foldText(inner) : '')
  const [, last = '', first = ''] = SORT_NAME.exec(text) ?? []
  if (last !== '') forms.push(foldText(`${first} ${last}`))
  forms.push(main.replace(OFFICIAL, ''))
  const others = forms.filter((form) => form.length > 1 && form !== main)
  return others.length === 0 ? NONE : [...new Set(others)]
}

const IN_BRACKETS = /^([^()[\]<>]*\S)\s+[([<]([^()[\]<>]+)[)\]>]\s*$/
const SORT_NAME = /^\s*([^\s,;&/]+(?: [^\s,;&/]+)?),\s*([^\s,;&/]+(?: [^\s,;&/]+)?)\s*$/
const OFFICIAL = /^official ?(?=\S{3})| ?official(?: (?:artist|music|channel|video)s?)*$/

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
  /[;,|·•、，/&+×()[\]<と\uff01-\uff5e]|official|vevo$|\s(?:feat|ft|f\.|and|with|x|or|vs|versus|et|und|y|e|con|mit|duet|meets|pres|starring|introducing|special|vocals?|- topic)/i

/** `방탄소년단 (BTS)` is one name, written twice. */
function inBothScripts(name: string): readonly string[] {
  const [, outer = '', inner = ''] = /^([^()]+?)\s*[([]([^()]+)[)\]]\s*$/.exec(name) ?? []
  return inner !== '' && isForeign(outer) !== isForeign(inner) ? [outer, inner] : [name]
}

function split(text: string, folded: string): readonly string[] {
  const names = text.split(SEPARATORS).flatMap(inBothScripts).map(foldText).filter(Boolean)
  return names.length > 1 ? [...new Set(names)] : folded === '' ? [] : [folded]
}
