import type { AnyReason } from './any-reason.ts'
import type { None } from './none.ts'

/** What can be wrong with a disk, and what to do. */
export interface StorageReasons {
  /** What the system says of a file: `code` is its name for it, `ENOENT`. */
  'storage.system': { readonly code: string; readonly path?: string }
  'storage.disk-full': { readonly why: AnyReason }
  'storage.make-room': None
  'storage.part-not-kept': { readonly why: string }
  'storage.check-part-folder': None
  'storage.lock-not-empty': { readonly path: string }
  'storage.remove-lock': None
  'storage.locked': { readonly folder: string }
  'storage.wait-for-lock': None
  'storage.no-lock': { readonly path: string; readonly why: AnyReason }
  'storage.check-lock-folder': None
}
