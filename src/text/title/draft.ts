import type { Version } from '../../model/version.ts'
import { foldText } from '../fold.ts'
import { type Script, scriptOf } from '../scripts/script.ts'
import { readVersions } from '../versions/versions.ts'
import { splitGuests } from './guests.ts'
import { isForeign, splitAliases, splitNames } from './names.ts'
import type { Segment } from './segments.ts'
import { readsAsSubtitle } from './subtitle.ts'

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

/** What was found in the segments so far. */
export interface TitleDraft {
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

export const emptyDraft = (): TitleDraft => ({
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

export function addSegment(segment: Segment, draft: TitleDraft): void {
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

const TAIL =
  /^(.*\S) ((?:radio|extended|original|acoustic|live|instrumental|karaoke|album|single|demo|club) (?:edit|mix|version)|re ?mix|remaster(?:ed)?(?: (?:19|20)\d\d)?|(?:19|20)\d\d remaster(?:ed)?|(?<!\b(?:to|we|you|i|they) )live (?:at|in|from) (?:the )?\w+.*|acoustic|instrumental|karaoke|unplugged)$/

/** Version words at the end of a name without any bracket: only such as are hardly ever a name. */
function splitTail(folded: string): readonly [name: string, tail: string] {
  const found = TAIL.exec(folded)
  return found === null ? [folded, ''] : [found[1] ?? '', found[2] ?? '']
}
