import { foldText } from './fold.ts'
import { isForeign, splitAliases, splitNames } from './names.ts'
import { readVersions, type Version } from './versions.ts'

/** A title taken apart. All texts are folded, but for the names in `featured`. */
export interface TitleParts {
  /** What the song is called, bracketed subtitles included: `sittin on the dock of the bay`. */
  readonly full: string
  /** The same without bracketed subtitles: `the dock of the bay`. Never empty where `full` is not. */
  readonly core: string
  /** Brackets and dash suffixes that are part of the name: subtitles, aliases, movements. */
  readonly subtitles: readonly string[]
  /** Those of them that stand behind a dash: services put versions there, by any name. */
  readonly suffixes: readonly string[]
  /** Names side by side, each by itself: `foreplay`, `long time`. */
  readonly names: readonly string[]
  /** Other texts for the whole name: its translation in another script, `X` for `Theme from X`. */
  readonly aliases: readonly string[]
  readonly versions: readonly Version[]
  /** Guests named in the title, as written. */
  readonly featured: readonly string[]
}

interface Segment {
  readonly kind: 'main' | 'bracket' | 'dash'
  readonly text: string
}

const OPEN = '([{（【［〔《「『'
const CLOSE = ')]}）】］〕》」』'

/** Anything that could make a title more than its core; most titles have none of it. */
const HINT =
  /[([{（【［〔《「『]|\s[-–—~]|[IVX]\.\s|\b(?:feat|ft|featuring|remix|mix|edit|version|remaster\w*|live|acoustic|instrumental|karaoke|demo|unplugged|prod|rmx)\b/i

const GUESTS = /^[\s\-–—]*(?:feat(?:uring)?|ft|f\/|w\/|duet with|starring|mit|avec)\b[\s.:]*(.*)$/i
const WITH =
  /^\s*with\s+(?!(?:you|me|us|him|her|them|the|a|an|my|your|love|or|out|lyrics|no)\b)(.+)$/i
const INLINE_GUESTS = /\s\(?\b(?:feat\b|ft\b|featuring\b)[\s.:]*(.*)$/i
const PART = /\b(?:part|pt|vol(?:ume)?|chapter|movement) /
const PRODUCER = /^\s*(?:prod(?:uced)?\.?)\s*(?:by\b)?/i

/** Takes a title apart by its brackets, its dashes, and the words that services put at its end. */
export function takeTitleApart(title: string): TitleParts {
  if (title.length > MOST) return takeTitleApart(title.slice(0, MOST))
  if (!HINT.test(title)) return plain(title)
  const subtitles: string[] = []
  const suffixes: string[] = []
  const versions: Version[] = []
  const featured: string[] = []
  const full: string[] = []
  const core: string[] = []
  const names: string[] = []
  const aliases: string[] = []
  let placed = false
  let foreign: boolean | undefined
  for (const { kind, text } of splitSegments(numberMovements(title))) {
    let rest = text
    const guests = GUESTS.exec(text) ?? (kind === 'main' ? null : WITH.exec(text))
    if (guests !== null && (kind !== 'main' || full.length > 0)) {
      featured.push(guests[1] ?? '')
      continue
    }
    const inline = INLINE_GUESTS.exec(rest)
    if (inline !== null) {
      featured.push(inline[1] ?? '')
      rest = rest.slice(0, inline.index)
    }
    if (kind !== 'main' && PRODUCER.test(rest)) continue
    const folded = foldText(rest)
    if (folded === '') continue
    if (kind === 'main') {
      const [name, tail] = splitTail(folded)
      if (tail !== '') versions.push(...(readVersions(tail) ?? []))
      full.push(name)
      core.push(name)
      names.push(...splitNames(rest))
      aliases.push(...splitAliases(rest, folded))
      foreign ??= isForeign(rest)
      continue
    }
    const read = readVersions(folded)
    // Behind "Live at …" a dash brings the place or the day, not a name; unless it is a part.
    if (read === undefined && placed && kind === 'dash' && !PART.test(folded)) continue
    if (read === undefined) {
      subtitles.push(folded)
      // In another script it is the same name: 残酷な天使のテーゼ (Zankoku na Tenshi no Thesis).
      if (foreign !== undefined && foreign !== isForeign(rest)) aliases.push(folded, ...core)
      if (kind === 'dash') suffixes.push(folded)
      full.push(folded)
      continue
    }
    versions.push(...read)
    placed ||= read.some((version) => version.kind === 'live')
  }
  if (full.length === 0) {
    // A song may be called "Remix" or "Live": then the words are its name.
    const parts = plain(title)
    return featured.length > 0 ? { ...parts, featured } : parts
  }
  return {
    full: full.join(' '),
    core: core.length === 0 ? full.join(' ') : core.join(' '),
    subtitles,
    suffixes,
    names,
    aliases,
    versions,
    featured: featured.map((guests) => guests.replace(/[\s)\]]+$/, '')).filter(Boolean),
  }
}

function plain(title: string): TitleParts {
  const folded = foldText(title)
  const names = splitNames(title)
  const aliases = splitAliases(title, folded)
  return {
    full: folded,
    core: folded,
    subtitles: [],
    suffixes: [],
    names,
    aliases,
    versions: [],
    featured: [],
  }
}

/** `Sonata in F: V. Presto` → `Sonata in F: 5. Presto`: a lone letter is no number elsewhere. */
function numberMovements(title: string): string {
  return title.replace(MOVEMENT, (_, before: string, letter: string) => before + ROMAN[letter])
}

const MOVEMENT = /(^|[:,\-–—]\s*)([IVX])(?=\.\s)/g
const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }

/** A title longer than this is no title; what follows is not looked at. */
const MOST = 1000

const TAIL =
  /^(.*\S) ((?:radio|extended|original|acoustic|live|instrumental|karaoke|album|single|demo|club) (?:edit|mix|version)|re ?mix|remaster(?:ed)?(?: (?:19|20)\d\d)?|(?:19|20)\d\d remaster(?:ed)?|(?<!\b(?:to|we|you|i|they) )live (?:at|in|from) (?:the )?\w+.*|acoustic|instrumental|karaoke|unplugged)$/

/** Version words at the end of a name without any bracket: only such as are hardly ever a name. */
function splitTail(folded: string): readonly [name: string, tail: string] {
  const found = TAIL.exec(folded)
  return found === null ? [folded, ''] : [found[1] ?? '', found[2] ?? '']
}

/** Brackets, nested ones too, and what stands behind a dash with spaces around it. */
function splitSegments(title: string): Segment[] {
  const segments: Segment[] = []
  const stack: Segment['kind'][] = []
  const texts: string[] = ['']
  let outer: Segment['kind'] = 'main'
  const flush = (kind: Segment['kind']) => {
    const text = texts.at(-1) ?? ''
    if (text.trim() !== '') segments.push({ kind, text: text.trim() })
    texts[texts.length - 1] = ''
  }
  for (let at = 0; at < title.length; at++) {
    const char = title[at] ?? ''
    if (OPEN.includes(char)) {
      // The order of the parts is the order of their first letters.
      flush(stack.at(-1) ?? outer)
      stack.push('bracket')
      continue
    }
    if (CLOSE.includes(char)) {
      flush(stack.pop() ?? outer)
      continue
    }
    if (stack.length === 0 && isDash(title, at)) {
      flush(outer)
      outer = segments.length > 0 ? 'dash' : 'main'
      continue
    }
    texts[texts.length - 1] += char
  }
  flush(stack.pop() ?? outer)
  return segments
}

function isDash(title: string, at: number): boolean {
  const char = title[at] ?? ''
  return '-–—~'.includes(char) && /\s/.test(title[at - 1] ?? '') && /\s/.test(title[at + 1] ?? '')
}
