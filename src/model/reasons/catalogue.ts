import type { AnyReason } from './any-reason.ts'
import type { None } from './none.ts'

interface File {
  readonly path: string
}

/** What is wrong with a catalogue, or with one of its files. */
interface CatalogueFaults {
  'catalogue.none-in-folder': { readonly folder: string }
  'catalogue.foreign-manifest': File
  'catalogue.foreign-folder': File
  'catalogue.name-own-folder': None
  'catalogue.manifest-damaged': File
  'catalogue.other-version': {
    readonly folder: string
    readonly version: number
    readonly expected: number
  }
  'catalogue.index-damaged': { readonly folder: string }
  'catalogue.records-damaged': None
  'catalogue.little-endian-only': None
  /** `fault` is one of those below. */
  'catalogue.file': { readonly name: string; readonly fault: AnyReason }
  'catalogue.file-missing': None
  'catalogue.file-damaged': None
  'catalogue.file-cut-off': None
  'catalogue.file-foreign': None
  'catalogue.file-no-segment': None
  'catalogue.file-header-damaged': None
  'catalogue.file-other-version': { readonly version: number; readonly expected: number }
}

/** What keeps an input from being read. */
interface InputFaults {
  'catalogue.no-input': None
  'catalogue.no-recordings': None
  'catalogue.no-file': File
  'catalogue.not-a-file': File
  'catalogue.unreadable': File & { readonly reason: AnyReason }
  'catalogue.unknown-kind': File
  'catalogue.no-title-column': File
  'catalogue.no-tracks': File
  'catalogue.parquet-from-stdin': None
  'catalogue.parquet-unreadable': File & { readonly reason: AnyReason }
  'catalogue.packed': File
  'catalogue.no-artist-list': File
  'catalogue.no-artists': { readonly input: string }
  'catalogue.nowhere-to-look': None
  'catalogue.one-kind-of-duplicates': None
}

/** Why a row, or a line, is no recording. */
interface RowFaults {
  'catalogue.row-no-json': { readonly message: string }
  'catalogue.row-no-object': None
  'catalogue.row-no-xml': None
  'catalogue.row-no-release': None
  'catalogue.row-no-track': None
  'catalogue.row-no-title': None
  'catalogue.row-title-too-long': None
  'catalogue.row-artist-too-long': None
  'catalogue.row-too-many-artists': None
  'catalogue.row-too-many-cells': { readonly cells: number; readonly columns: number }
  'catalogue.row-quote-open': None
  'catalogue.row-release-open': None
  'catalogue.json-too-large': None
  'catalogue.row-no-artist': None
  'catalogue.row-artist-open': None
}

interface CatalogueAdvice {
  'catalogue.make-one': None
  'catalogue.build-again': None
  'catalogue.build-it-again': None
  'catalogue.restore-files': None
  'catalogue.restore-file': None
  'catalogue.known-kinds': None
  'catalogue.name-columns': None
  'catalogue.use-releases': None
  'catalogue.unpack-first': None
  'catalogue.known-artist-lists': None
  'catalogue.name-catalogue': None
  'catalogue.name-records-or-folders': None
  /** The first row that was left out, and why. */
  'catalogue.row-left-out': {
    readonly input: string
    readonly row: number
    readonly reason: AnyReason
  }
}

/** Codes of `catalogue` and what their sentences are filled with. */
export interface CatalogueReasons
  extends CatalogueFaults,
    InputFaults,
    RowFaults,
    CatalogueAdvice {}
