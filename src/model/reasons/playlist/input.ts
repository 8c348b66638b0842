import type { AnyReason } from '../any-reason.ts'
import type { None } from '../none.ts'

/** `input` is a base name, or `-` for standard input. */
type OfInput = { readonly input: string }

/** What is said of an input as a whole: opening it, choosing from it, joining several. */
export interface InputReasons {
  'playlist.no-standard-input': None
  'playlist.link-no-file': None
  'playlist.no-file': OfInput
  /** `code` as the system names it: `ENOENT`. */
  'playlist.not-opened': { readonly path: string; readonly code: string }
  'playlist.too-many-files-in-folder': { readonly folder: string; readonly max: number }
  'playlist.too-large': OfInput & { readonly maxMegabytes: number }
  'playlist.empty': OfInput
  'playlist.binary': OfInput
  /** `encoding` as the platform's decoder calls it. */
  'playlist.encoding-detected': { readonly encoding: string }
  'playlist.encoding-unsure': { readonly encoding: string }
  /** `first`: the number of the first of them; `encoding`: none where only single bytes are broken. */
  'playlist.lines-not-utf8': {
    readonly lines: number
    readonly first: number
    readonly encoding?: string
  }
  /** More records are in the input than became entries. */
  'playlist.records-lost': { readonly records: number; readonly entries: number }
  'playlist.records-more': { readonly records: number; readonly entries: number }
  'playlist.no-such-encoding': { readonly encoding: string }
  'playlist.unknown-format': OfInput
  'playlist.no-known-playlist': OfInput
  'playlist.no-playlist': { readonly inputs: readonly string[] }
  /** What another reason says of this input. */
  'playlist.of-input': OfInput & { readonly reason: AnyReason }
  'playlist.left-out': { readonly reason: AnyReason }

  'playlist.zip-too-many-files': OfInput & { readonly max: number }
  'playlist.zip-too-many-playlists': OfInput & { readonly max: number }
  'playlist.zip-too-large': OfInput
  'playlist.zip-locked': OfInput
  /** `detail`: SQLite's own words. */
  'playlist.database-damaged': OfInput & { readonly detail: string }
  /** `detail`: the unpacker's own words. */
  /** A spreadsheet as its program keeps it. */
  'playlist.workbook': OfInput
  'playlist.save-as-csv': None
  'playlist.zip-damaged': OfInput & { readonly detail: string }

  'playlist.history-no-list': None
  'playlist.history-damaged': None
  'playlist.history-without-plays': None

  'playlist.too-many-entries': { readonly max: number }
  'playlist.no-such-format': { readonly format: string }
  'playlist.no-such-playlist': { readonly names: readonly string[] }

  'playlist.no-plays': None
  /** `added`: entries that only the second has. */
  'playlist.joined': { readonly first: string; readonly second: string; readonly added: number }

  /** Advice. */
  'playlist.export-first': None
  'playlist.encoding-examples': None
  'playlist.name-the-file': None
  'playlist.split-files': None
  'playlist.known-formats': { readonly formats: readonly string[] }
  'playlist.input-has': { readonly names: readonly string[]; readonly more: boolean }
}
