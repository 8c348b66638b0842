import type { AnyReason } from '../any-reason.ts'
/** Why an archive's place cannot be used, and what to do about it. `path` and `root` are as the system has them. */
export interface ArchiveStorageReasons {
  'archive.no-space': { readonly root: string }
  'archive.make-room': Record<never, never>
  /** `error`: the system's name for it, `EACCES`. */
  'archive.not-writable': { readonly root: string; readonly error: string }
  'archive.change-permissions': Record<never, never>
  'archive.unreachable': { readonly root: string; readonly error: AnyReason }
  'archive.root-gone': { readonly root: string }
  'archive.put-root-back': Record<never, never>
  'archive.check-disk': Record<never, never>
  'archive.link-in-the-way': { readonly path: string }
  'archive.move-link-away': Record<never, never>
  'archive.name-taken': { readonly path: string }
  'archive.run-again-for-name': Record<never, never>
  'archive.foreign-file': { readonly path: string }
  'archive.move-file-away': Record<never, never>
  'archive.is-a-file': { readonly path: string }
  'archive.name-a-folder': Record<never, never>
}
