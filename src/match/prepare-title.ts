import type { Version } from '../model/version.ts'
import { takeCreditApart } from '../text/credit.ts'
import { foldText } from '../text/fold.ts'
import type { Script } from '../text/scripts/script.ts'
import { takeTitleApart } from '../text/title/title.ts'
import { levelWidth } from '../text/width.ts'
import { readWork, type Work } from '../text/work/work.ts'
import { type Liveness, readAlbum, readLiveness } from './album.ts'
import { type Name, nameOf, namesOf } from './name.ts'

/** A title taken apart, ready to be compared. */
export interface PreparedTitle {
  /** As given, but for what files and videos are called besides their title. */
  readonly text: string
  readonly title: Name
  /** Without bracketed subtitles; the same object as `title` where there are none. */
  readonly core: Name
  readonly subtitles: readonly string[]
  /** Those of them that may be a version's name. */
  readonly unread: readonly string[]
  /** Names standing side by side in the title, each by itself. */
  readonly names: readonly Name[]
  readonly aliases: readonly Name[]
  /** A title with censored words as a pattern for the folded title. */
  readonly masked: RegExp | undefined
  readonly versions: readonly Version[]
  readonly script: Script
  /** Folded names of the featured artists that the title names. */
  readonly featuredInTitle: readonly string[]
  /** The piece of classical music that it names; read when first asked for. */
  readonly work: () => Work | undefined
  /** What else may stand in the title of a file or a tag; worked out when first asked for. */
  readonly hidden: () => Hidden
}

/** Places where a title may be cut in two: its artist before it, its album behind it. */
interface Hidden {
  readonly heads: readonly Cut[]
  readonly tails: readonly AlbumCut[]
  /** The title without a track number in front of it. */
  readonly numbered: PreparedTitle | undefined
}

interface Cut {
  readonly name: Name
  readonly rest: () => PreparedTitle
}

interface AlbumCut extends Cut {
  /** Whether the album makes its tracks live. */
  readonly live: Liveness
}

export function prepareTitle(given: string): PreparedTitle {
  const text = withoutFileWords(levelWidth(given))
  const parts = takeTitleApart(text)
  const title = nameOf(parts.full)
  return {
    text,
    title,
    core: parts.core === parts.full ? title : nameOf(parts.core),
    subtitles: parts.subtitles,
    unread: parts.unread,
    names: namesOf(parts.names),
    aliases: namesOf(parts.aliases),
    masked: text.includes('*') ? maskOf(text) : undefined,
    versions: parts.versions,
    script: parts.script,
    featuredInTitle: parts.featured.length === 0 ? parts.featured : parts.featured.flatMap(namesIn),
    work: once(() => readWork(text)),
    hidden: once(() => findHidden(text)),
  }
}

function namesIn(text: string): readonly string[] {
  const { main, names, featured } = takeCreditApart(text)
  return [main, ...names, ...featured]
}

/** A title without a file's extension and without `**NEW**` and its like. */
const withoutFileWords = (text: string) =>
  FILE_WORDS.test(text)
    ? text.replace(EXTENSION, '').replaceAll(BETWEEN_STARS, ' ').trim() || text
    : text

const FILE_WORDS = /\.[a-z\d]{2,4}$|\*\*/i
const EXTENSION =
  /(?<=\S)\.(?:avi|wmv|flv|mp4|m4v|mpe?g|mkv|mov|webm|3gp|vob|mp3|m4a|flac|ogg|opus|wav|aac|wma|aiff?|ape)$/i
const BETWEEN_STARS = /(?<=^|\s)\*{2,}[^*]{1,30}\*{2,}(?=\s|$)/g

/** `005-PitchBlack`, `01. Title`, `3) Title`; a letter may have slipped in. */
const TRACK_NUMBER = /^\s*(?:[\dA-Z]{2,4}-|\d{1,3}\s*(?:[._)]|-\s|\s-)|\d{3}(?=[A-Z])|0\d\s)\s*/
/** Of a title so many places are looked at. */
const MAX_CUTS = 6

function findHidden(text: string): Hidden {
  const number = TRACK_NUMBER.exec(text)
  const heads: Cut[] = []
  const tails: AlbumCut[] = []
  for (const { start, end } of cutsOf(text)) {
    if (text[start] !== '(' && text[start] !== '[')
      heads.push({
        name: nameOf(foldText(text.slice(0, start))),
        rest: once(() => prepareTitle(text.slice(end))),
      })
    if (text[start] === ':') continue
    const album = text.slice(end).replace(/[)\]\s]+$/, '')
    tails.push({
      name: nameOf(readAlbum(album)),
      live: readLiveness(album),
      rest: once(() => prepareTitle(text.slice(0, start))),
    })
  }
  const numbered = number === null ? '' : text.slice(number[0].length)
  return {
    heads,
    tails,
    numbered: /\d/.test(number?.[0] ?? '') ? prepareTitle(numbered) : undefined,
  }
}

/** Dashes, colons and opening brackets; where no space is left in the text, any hyphen. */
function cutsOf(text: string): { readonly start: number; readonly end: number }[] {
  const separator = text.trim().includes(' ')
    ? /\s+[-–—|｜]+\s*|[-–—]+\s+|:\s+|\s+\/\/\s+|\s?[([]/g
    : /[-–—]+|[([]/g
  const cuts = [...text.matchAll(separator)].map((found) => {
    const start = found.index + (/^\s[([]/.test(found[0]) ? 1 : 0)
    return { start, end: found.index + found[0].length }
  })
  return cuts.filter(({ start }) => start > 0).slice(0, MAX_CUTS)
}

/** `F**kin' Problems` → /^f[a-z]{1,8}kin problems$/. */
function maskOf(title: string): RegExp | undefined {
  // Few enough that no title can make the pattern slow.
  if (!/[a-z]\*|\*[a-z]/i.test(title) || title.split(/\*+/).length > 5) return undefined
  // Letters that no fold changes stand in for the asterisks meanwhile.
  const folded = takeTitleApart(title.replaceAll(/\*+/g, 'qzxq')).full
  return new RegExp(`^${folded.replaceAll(/[^a-z0-9 ]/g, '.').replaceAll('qzxq', '[a-z]{1,8}')}$`)
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
