import type { AnyReason } from './any-reason.ts'
import type { None } from './none.ts'

/** What keeps an archive in a bucket from being opened or written. `place`: `s3://bucket/prefix`. */
export interface BucketArchiveReasons {
  'archive.bucket-damaged': { readonly place: string; readonly key: string }
  'archive.restore-bucket': { readonly place: string }
  'archive.bucket-newer': { readonly place: string }
  'archive.update-songkeep': None
  'archive.bucket-foreign': { readonly place: string }
  'archive.bucket-taken': { readonly place: string }
  'archive.choose-empty-prefix': None
  /** One archive lies under a prefix of another's. */
  'archive.bucket-within': { readonly place: string; readonly other: string }
  'archive.wait-for-host': None
  'archive.turn-lost': { readonly place: string }
  'archive.run-again': None
  'archive.bucket-offline': { readonly place: string }
  'archive.unset-offline': None
  'archive.is-working-copy': { readonly path: string; readonly place: string }
  'archive.name-bucket': { readonly place: string }
  'archive.not-in-bucket': None
  'archive.fetch-first': None
  'archive.no-folder': { readonly path: string }
  'archive.bucket-unreachable': { readonly place: string; readonly why: AnyReason }
  'archive.check-bucket': None
  'archive.folder-not-empty': { readonly path: string }
  'archive.choose-empty-folder': None
  'archive.backup-again': None
  'archive.transferred': {
    readonly files: number
    readonly bytes: number
    readonly to: string
  }
  'archive.not-transferred': { readonly path: string }
}
