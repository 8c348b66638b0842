import type { AnyReason } from '../any-reason.ts'
import type { None } from '../none.ts'

interface InFolder {
  readonly folder: string
}

interface LeftOut {
  readonly files: number
  readonly kinds: readonly string[]
  readonly more: number
}

/** What is wrong with the user's own folders and the files in them. */
export interface LibraryReasons {
  'source.folder-missing': InFolder
  'source.folder-unreadable': InFolder & { readonly why: AnyReason }
  'source.folder-is-file': InFolder
  'source.check-folder': None
  'source.name-its-folder': None
  'source.file-missing': None
  'source.file-forbidden': None
  'source.file-links-circular': None
  'source.file-path-too-long': None
  'source.file-on-bad-disk': None
  'source.file-without-sound': None
  'source.file-not-regular': None
  /** It asks for more reading than tags can need. */
  'source.file-tags-not-found': None
  /** A cue sheet: no track in it, a file that is not there, times that fall, a track behind the end of its file. */
  'source.sheet-empty': None
  'source.sheet-file-missing': { readonly file: string }
  'source.sheet-times-wrong': { readonly track: string }
  'source.sheet-past-end': { readonly track: string }
  /** Kinds by the endings of names, with how many files of each: `.mid 8`; `more` kinds are not named. */
  'source.kinds-left-out': LeftOut
  /** The same of files that hold a film. */
  'source.films-left-out': LeftOut
  'source.file-not-audio': { readonly why: AnyReason }
}
