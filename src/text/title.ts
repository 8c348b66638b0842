import type { Version } from '../model/version.ts'
import { foldText } from './fold.ts'
import { splitGuests } from './guests.ts'
import { isForeign, splitAliases, splitNames } from './names.ts'
import { type Script, scriptOf } from './scripts/script.ts'
import { type Segment, splitSegments } from './segments.ts'
import { readsAsSubtitle } from './subtitle.ts'
import { readVersions } from './versions.ts'

/** A title taken apart. All texts are folded, but for the names in `featured`. */
export interface TitleParts {
  /** What the song is called, bracketed subtitles included: `sittin on the dock of the bay`. */
  readonly full: string
  /** The same without bracketed subtitles: `the dock of the bay`. Never empty where `full` is not. */
  readonly core: string
  /** Brackets and dash suffixes that are part of the name: subtitles, aliases, movements. */
  readonly subtitles: readonly string[]
  /** Those of them behind the name that nothing shows to be part of it: they may be a version's. */
  readonly unread: readonly string[]
  /** Names side by side, each by itself: `foreplay`, `long time`. */
  readonly names: readonly string[]
  /** Other texts for the whole name: its translation in another script, `X` for `Theme from X`. */
  readonly aliases: readonly string[]
  readonly versions: readonly Version[]
  /** What the name outside brackets is written in. */
  readonly script: Script
  /** Guests named in the title, as written. */
  readonly featured: readonly string[]
}

/** Anything that could make a title more than its core; most titles have none of it. */
const HINT =
  /[([{<（【［〔《「『]|[～〜]|\s[-–—~]|[IVX]\.\s|\b(?:feat|ft|featuring|remix|mix|edit|version|remaster\w*|live|acoustic|instrumental|karaoke|demo|unplugged|prod|rmx)\b|[\u0370-\u1dff\u2e80-\uffff]/i

const GUESTS = /^[\s\-–—]*(?:feat(?:uring)?|ft|f\/|w\/|duet with|starring|mit|avec)\b[\s.:]*(.*)$/i
const WITH =
  /^\s*with\s+(?!(?:you|me|us|him|her|them|the|a|an|my|your|love|or|out|lyrics|no)\b)(.+)$/i
const INLINE_GUESTS = /\s\(?\b(?:feat\b|ft\b|featuring\b)[\s.:]*(\S.*)$/i
const PART = /\b(?:part|pt|vol(?:ume)?|chapter|movement) /
const PARODY =
  /^(?:an? |the )?(?:lyrical )?(?:parody|adapt(?:at)?ion|spoof) of\s+["“„«']?(.+?)["”“»']?(?:\s+by\s.*)?$/i
/** Words of another script behind Latin ones. */
const FOREIGN_TAIL =
  /^(.*\p{Script=Latin}.*?)\s+([^\p{Script=Latin}\d]*\p{L}[^\p{Script=Latin}\d]*)$/u
const PRODUCER = /^\s*(?:prod(?:uced)?\.?)\s*(?:by\b)?/i

/** Takes a title apart by its brackets, its dashes, and the words that services put at its end. */
export function takeTitleApart(title: string): TitleParts {
  if (title.length > MAX_LENGTH) return takeTitleApart(title.slice(0, MAX_LENGTH))
  if (!HINT.test(title)) return plain(title)
  const draft = emptyDraft()
  for (const segment of splitSegments(numberMovements(title))) addSegment(segment, draft)
  const { full, core, subtitles, unread, names, aliases, versions } = draft
  const featured = draft.featured.map((text) => text.replace(/[\s)\]]+$/, '')).filter(Boolean)
  if (full.length === 0) {
    // A song may be called "Remix" or "Live": then the words are its name.
    return draft.featured.length > 0 ? { ...plain(title), featured: draft.featured } : plain(title)
  }
  const name = full.join(' ')
  return {
    full: name,
    core: core.length === 0 ? name : core.join(' '),
    subtitles,
    unread,
    names,
    aliases,
    versions,
    script: draft.script ?? 'latin',
    featured,
  }
}

/** What was found in the segments so far. */
interface TitleDraft {
  readonly full: string[]
  readonly core: string[]
  readonly subtitles: string[]
  readonly unread: string[]
  readonly names: string[]
  readonly aliases: string[]
  readonly versions: Version[]
  readonly featured: string[]
  /** A live version was named. */
  isLive: boolean
  /** Whether the name is written in another script than the Latin one; unknown before it was read. */
  isForeign: boolean | undefined
  script: Script | undefined
  /** The last bracket that is part of the name. */
  subtitleBracket: number
}

const emptyDraft = (): TitleDraft => ({
  full: [],
  core: [],
  subtitles: [],
  unread: [],
  names: [],
  aliases: [],
  versions: [],
  featured: [],
  isLive: false,
  isForeign: undefined,
  script: undefined,
  subtitleBracket: 0,
})

function addSegment(segment: Segment, draft: TitleDraft): void {
  const { kind, text } = segment
  const guests = GUESTS.exec(text) ?? (kind === 'main' ? null : withOf(text))
  if (guests !== null && (kind !== 'main' || draft.full.length > 0)) {
    addGuests(guests[1] ?? '', draft)
    return
  }
  const inline = INLINE_GUESTS.exec(text)
  const rest = inline === null ? text : text.slice(0, inline.index)
  if (inline !== null) {
    // `(DJ A feat. DJ B Remix)` is one version by both.
    const isVersion = kind !== 'main' && splitGuests(inline[1] ?? '').version !== ''
    if (isVersion && readVersions(rest) === undefined) {
      addAside(segment, foldText(text), draft)
      return
    }
    addGuests(inline[1] ?? '', draft)
  }
  if (kind !== 'main' && PRODUCER.test(rest)) return
  const folded = foldText(rest)
  // Signs are a name only where there is no other.
  if (folded === '' || (draft.full.length > 0 && !/[\p{L}\p{N}]/u.test(rest))) return
  if (kind === 'main') addName(rest, folded, draft)
  else addAside({ ...segment, text: rest }, folded, draft)
}

/** `with Ann Lee`; an orchestra or a choir makes another version. */
function withOf(text: string): RegExpExecArray | null {
  const found = WITH.exec(text)
  const read = found === null ? undefined : readVersions(found[1] ?? '')
  return read?.every(({ kind }) => kind === 'arrangement') === true ? null : found
}

function addGuests(text: string, draft: TitleDraft): void {
  const { guests, version } = splitGuests(text)
  draft.featured.push(guests)
  if (version !== '') addVersions(readVersions(version) ?? [], draft)
}

function addVersions(versions: readonly Version[], draft: TitleDraft): void {
  draft.versions.push(...versions)
  draft.isLive ||= versions.some((version) => version.kind === 'live')
}

/** What stands outside brackets and dashes: the name, and perhaps version words at its end. */
function addName(text: string, folded: string, draft: TitleDraft): void {
  // `Song (feat. Ann Lee) Live`
  if (draft.core.length > 0 && addBareVersion(text, draft)) return
  // `Song ライブ`
  const [, latin, run] = FOREIGN_TAIL.exec(text) ?? []
  if (latin !== undefined && run !== undefined && addBareVersion(run, draft)) {
    addName(latin, foldText(latin), draft)
    return
  }
  const [name, tail] = splitTail(folded)
  if (tail !== '') draft.versions.push(...(readVersions(tail) ?? []))
  draft.full.push(name)
  draft.core.push(name)
  draft.names.push(...splitNames(text))
  draft.aliases.push(...splitAliases(text, folded))
  draft.isForeign ??= isForeign(text)
  draft.script ??= scriptOf(text)
}

/** Adds what the text says, if that is no more than which version it is. */
function addBareVersion(text: string, draft: TitleDraft): boolean {
  const read = readVersions(text)
  if (read?.every(({ detail }) => detail === '') !== true) return false
  addVersions(read, draft)
  return true
}

/** What stands in brackets or behind a dash: a version, or a subtitle. */
function addAside({ kind, text, bracket }: Segment, folded: string, draft: TitleDraft): void {
  // `White Sheep (Parody of "Black Sheep" by Ada Holm)` is a song of its own.
  const [, parodied] = PARODY.exec(text) ?? []
  if (parodied !== undefined && foldText(parodied) !== draft.core.join(' ')) return
  const read = readVersions(text)
  const isWithinName = bracket !== 0 && bracket === draft.subtitleBracket
  if (read !== undefined && !(isWithinName && read.every(({ kind }) => kind === 'arrangement'))) {
    addVersions(read, draft)
    return
  }
  // Behind "Live at …" a dash brings the place or the day, not a name; unless it is a part.
  if (draft.isLive && kind === 'dash' && !PART.test(folded)) return
  draft.subtitles.push(folded)
  // In another script it is the same name: 残酷な天使のテーゼ (Zankoku na Tenshi no Thesis).
  const isTranslation = draft.isForeign !== undefined && draft.isForeign !== isForeign(text)
  if (isTranslation) draft.aliases.push(folded, ...draft.core)
  // What stands before the name, `(Sittin' On) The Dock`, is never a version.
  else if (draft.full.length > 0 && !PART.test(folded)) {
    // What stands within a bracket that began as part of the name is part of it.
    if (readsAsSubtitle(folded)) draft.subtitleBracket = bracket || draft.subtitleBracket
    else if (!isWithinName) draft.unread.push(folded)
  }
  draft.full.push(folded)
}

function plain(title: string): TitleParts {
  const folded = foldText(title)
  const names = splitNames(title)
  const aliases = splitAliases(title, folded)
  return {
    full: folded,
    core: folded,
    subtitles: [],
    unread: [],
    names,
    aliases,
    versions: [],
    script: scriptOf(title),
    featured: [],
  }
}

/** `Sonata in F: V. Presto` → `Sonata in F: 5. Presto`: a lone letter is no number elsewhere. */
function numberMovements(title: string): string {
  return title.replace(MOVEMENT, (_, before: string, letter: string) => before + ROMAN[letter])
}

const MOVEMENT = /(^|[:,\-–—]\s*)([IVX])(?=\.\s)/g
const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }

/** What follows behind so many letters is not looked at: no title is so long. */
const MAX_LENGTH = 1000

const TAIL =
  /^(.*\S) ((?:radio|extended|original|acoustic|live|instrumental|karaoke|album|single|demo|club) (?:edit|mix|version)|re ?mix|remaster(?:ed)?(?: (?:19|20)\d\d)?|(?:19|20)\d\d remaster(?:ed)?|(?<!\b(?:to|we|you|i|they) )live (?:at|in|from) (?:the )?\w+.*|acoustic|instrumental|karaoke|unplugged)$/

/** Version words at the end of a name without any bracket: only such as are hardly ever a name. */
function splitTail(folded: string): readonly [name: string, tail: string] {
  const found = TAIL.exec(folded)
  return found === null ? [folded, ''] : [found[1] ?? '', found[2] ?? '']
}
