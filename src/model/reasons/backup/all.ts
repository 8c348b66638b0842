import type { AnyReason } from '../any-reason.ts'
import type { None } from '../none.ts'
import type { BackupListReasons } from './lists.ts'

/** A recording that the user has decided for, and the day of the decision: ISO 8601. */
interface Chosen {
  readonly day: string
  readonly source: string
  readonly id: string
}

interface Outcomes {
  'backup.entries-unreadable': { readonly given: string }
  'backup.nothing-near': None
  'backup.nothing-anywhere': None
  /** Nothing in the user's folders, and there was no network. */
  'backup.open-not-asked': None
  /** Nothing where it was looked for; these places did not answer. */
  'backup.open-partly-asked': { readonly places: readonly string[] }
  /** Why what was found is not taken, or not without the user; and these places did not answer. */
  'backup.partly-asked-too': { readonly reason: AnyReason; readonly places: readonly string[] }
  /** Of a whole run: there is no network, it was lost on the way, it is back. */
  'backup.network-none': None
  'backup.network-lost': None
  'backup.network-back': None
  /** Two entries of a playlist are one recording. */
  'backup.same-recording': None
  /** Two of the user's files fit equally well and sound different. */
  'backup.files-conflict': { readonly left: string; readonly right: string }
  'backup.no-file': { readonly source: string }
  /** One candidate's file could not be used. */
  'backup.file-broken': { readonly id: string; readonly reason: AnyReason }
  /** None of the candidates' files could be used: a `backup.file-broken` for each. */
  'backup.all-files-broken': { readonly files: readonly AnyReason[] }
  'backup.fingerprint-mismatch': None
  'backup.kept-in-doubt': { readonly path: string }
  /** Who would know whose the kept file is could not be asked; `reason` says why. */
  'backup.kept-unchecked': { readonly by: string; readonly reason: AnyReason }
  'backup.fingerprint-unchecked': None
  'backup.album-gain-not-written': { readonly reason: AnyReason }
  /** What an earlier backup knew a row by. */
  /** The playlist gives nothing but the location of this file. */
  'backup.name-from-tags': None
  'backup.names-turned': None
  'backup.name-from-earlier': { readonly at: string }
}

interface Decisions {
  /** None of what was found is it; `keptPath` is what was kept before. */
  'backup.none-chosen': { readonly day: string; readonly keptPath: string | undefined }
  'backup.chosen': { readonly day: string }
  'backup.licence-confirmed': { readonly day: string }
  /** A remark among others. */
  'backup.chosen-not-found': Chosen
  /** A sentence of its own. */
  'backup.chosen-was-not-found': Chosen
  /** The same, after what became of the track without it. */
  'backup.and-chosen-not-found': Chosen & { readonly reason: AnyReason }
}

interface Pruning {
  'backup.prune-unreadable-report': { readonly folder: string }
  'backup.prune-run-stopped': None
  'backup.prune-backup-stopped': { readonly playlist: string }
  'backup.prune-no-tracks': { readonly playlist: string }
  'backup.prune-partial': { readonly playlist: string }
}

/** Codes of `backup` and what their sentences are filled with. */
export type BackupReasons = Outcomes & Decisions & Pruning & BackupListReasons
