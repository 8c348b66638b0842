import type { None } from '../../none.ts'

/** What is wrong with an RO-Crate (1.2), told of one file of it or of the crate. */
export interface CrateReasons {
  'crate.no-metadata': None
  'crate.not-json': None
  'crate.no-context': None
  'crate.no-graph': None
  'crate.entity-without-id': { readonly index: number }
  'crate.entity-without-type': { readonly id: string }
  'crate.entity-twice': { readonly id: string }
  'crate.entity-nested': { readonly id: string; readonly key: string }
  'crate.no-descriptor': None
  'crate.descriptor-malformed': { readonly key: string }
  'crate.no-root': None
  'crate.root-malformed': { readonly key: string }
  'crate.id-no-uri': { readonly id: string }
  'crate.id-leads-out': { readonly id: string }
  'crate.file-missing': None
  'crate.not-part': { readonly id: string }
  'crate.size-differs': { readonly said: number; readonly found: number }
  'crate.digest-differs': None
  'crate.link': None
}
