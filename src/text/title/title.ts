import type { Version } from '../../model/version.ts'
import { foldText } from '../fold.ts'
import { type Script, scriptOf } from '../scripts/script.ts'
import { addSegment, emptyDraft } from './draft.ts'
import { splitAliases, splitNames } from './names.ts'
import { splitSegments } from './segments.ts'

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
