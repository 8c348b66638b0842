import type { Remedy } from '../../preserve/remedy.ts'
import type { AnyReason } from '../any-reason.ts'
import type { None } from '../none.ts'

/** Codes of `preserve`: what is wrong with an archive's records, and why a file could not be had back. */
export interface PreserveReasons {
  'preserve.record-missing': None
  'preserve.manifest-stale': None
  'preserve.record-changed': None
  'preserve.no-spare-record': None
  'preserve.parity-damaged': None
  'preserve.no-parity': None
  'preserve.beyond-parity': None
  'preserve.no-copy-has-it': { readonly folder: string }
  'preserve.copy-not-there': { readonly folder: string }
  'preserve.copy-is-archive': None
  'preserve.name-a-copy': None
  'preserve.no-source': None
  'preserve.source-changed': { readonly place: string }
  'preserve.source-needs-network': None
  'preserve.changed-while-read': None
  'preserve.not-made-again': None
  /** In a dry run, where making again is left to try. */
  'preserve.again-untried': None
  /** `by`: which of the remedies did it, or would. */
  'preserve.repaired': { readonly path: string; readonly by: Remedy; readonly dryRun: boolean }
  /** Why each of the remedies that were tried did not do it; `ranges` as `FileFault` has them, in pairs. */
  'preserve.unrepaired': {
    readonly path: string
    readonly why: readonly AnyReason[]
    readonly ranges?: readonly number[]
  }
  'preserve.repair-done': {
    readonly repaired: number
    /** Of these made again, with bytes of their own. */
    readonly again: number
    readonly left: number
    readonly dryRun: boolean
  }
}
