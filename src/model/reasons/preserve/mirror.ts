import type { None } from '../none.ts'

/** What is said of copies of an archive elsewhere. `target`: a folder, or `s3://bucket/prefix`. */
export interface MirrorReasons {
  /** Something is there that no mirror of ours is. */
  'preserve.mirror-foreign': { readonly target: string }
  'preserve.choose-empty-target': None
  /** A mirror of another archive, by the ids of both. */
  'preserve.mirror-of-another': { readonly target: string }
  'preserve.choose-other-target': None
  /** An archive, or a mirror, that lies in the other one. */
  'preserve.mirror-within': { readonly target: string }
  /** A known copy is not where it was. */
  'preserve.mirror-gone': { readonly target: string }
  'preserve.put-mirror-back': None
  'preserve.no-parent': { readonly target: string }
  'preserve.make-parent': None
  'preserve.no-copies': { readonly path: string }
  'preserve.name-target': None
  'preserve.unknown-copy': { readonly target: string }
  'preserve.wrong-target': { readonly target: string }
  'preserve.write-target-so': None
  'preserve.no-s3-keys': None
  /** It may hold a password, and is not repeated. */
  'preserve.wrong-endpoint': None
  'preserve.write-endpoint-so': None
  'preserve.set-s3-keys': None
  /** An archive's own record names a server that the user has not. */
  'preserve.endpoint-not-named': { readonly endpoint: string; readonly target: string }
  'preserve.name-endpoint': { readonly endpoint: string }
  'preserve.mirror-overtaken': { readonly target: string }
  'preserve.mirror-again': None
  'preserve.mirror-lines-refused': { readonly count: number }
  'preserve.inventory-harmed': None
  'preserve.source-missing': None
  'preserve.source-damaged': None
  'preserve.copy-missing': None
  'preserve.copy-damaged': None
  'preserve.foreign-in-the-way': None
  'preserve.changed-aside': { readonly to: string }
}
