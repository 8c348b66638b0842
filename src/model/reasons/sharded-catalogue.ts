import type { AnyReason } from './any-reason.ts'
import type { None } from './none.ts'

/** What keeps a catalogue from being cut, and its shards from being asked together. */
export interface ShardedCatalogueReasons {
  'catalogue.shard-count': { readonly most: number }
  'catalogue.is-shard': { readonly folder: string }
  'catalogue.nothing-to-cut': { readonly folder: string }
  'catalogue.shards-file-unreadable': { readonly path: string }
  /** `numbers` counts from 1, parted by commas. */
  'catalogue.shards-missing': { readonly numbers: string; readonly count: number }
  'catalogue.shard-twice': { readonly place: string; readonly number: number }
  'catalogue.shards-differ': { readonly place: string; readonly other: string }
  'catalogue.service-other-version': {
    readonly host: string
    readonly version: number
    readonly expected: number
  }
  'catalogue.service-refuses': { readonly host: string }
  'catalogue.service-failed': { readonly host: string; readonly why: AnyReason }
  'catalogue.service-no-address': { readonly address: string }
  'catalogue.service-nonsense': { readonly host: string }
  'catalogue.offline': { readonly address: string }
  'catalogue.token-missing': { readonly host: string }
  'catalogue.ask-wrong': None
  'catalogue.ask-no-token': None
  'catalogue.ask-other-host': None
  'catalogue.ask-other-catalogue': None
  'catalogue.ask-no-such-path': None
  'catalogue.cut-whole': None
  'catalogue.name-shards': None
  'catalogue.name-all-shards': None
  'catalogue.cut-again': None
  'catalogue.same-version-everywhere': None
  'catalogue.set-token': None
}
