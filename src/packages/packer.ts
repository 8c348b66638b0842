import type { PackOptions } from '../model/preserve/packages/pack-options.ts'
import type { Reason } from '../model/reason.ts'
import type { PackageContents } from './package-contents.ts'

/** What a package is made from, and where it goes. */
export interface PackRequest {
  /** The archive's folder as the user named it, or for kinds that take one, a catalogue's. */
  readonly source: string
  /** Opens the archive for reading and lists what it is made of. UserError where `source` is no archive. */
  readonly contents: () => Promise<PackageContents>
  /** Where the package goes. A folder that is not empty is written to only where it holds such a package already. */
  readonly out: string
  readonly options: PackOptions
  /** Who makes it: `Songkeep 1.0.0`. */
  readonly software: string
  readonly signal: AbortSignal
}

export type PackEvent =
  /** How far it is, in bytes or in rows; told often. */
  | {
      readonly kind: 'progress'
      readonly unit?: 'rows'
      readonly done: number
      readonly total: number
    }
  /** A file that is not in the package, and why: the package is not all of the archive. */
  | { readonly kind: 'left-out'; readonly path: string; readonly reason: Reason }
  /** So many recordings that are not to be given to others, and why; the package is whole without them. */
  | { readonly kind: 'withheld'; readonly files: number; readonly reason: Reason }
  /** The package that is there holds all of it already: nothing was written. */
  | { readonly kind: 'unchanged'; readonly path: string }
  /** A package that is finished and has its name. */
  | {
      readonly kind: 'packed'
      readonly path: string
      readonly files: number
      readonly bytes: number
    }

/**
 * Makes one kind of package. What has no final name yet when it is stopped or killed is taken away by the next run;
 * what has one is whole.
 */
export type Packer = (request: PackRequest) => AsyncIterable<PackEvent>
