import type { AnyReason } from './any-reason.ts'
import type { None } from './none.ts'

interface Place {
  readonly place: string
}

interface Keys extends Place {
  /** `ed25519:…`, as is `trusted`. */
  readonly signedBy: string
  readonly trusted: string
}

/** What keeps a catalogue from being published. */
interface PublishFaults {
  'catalogue.no-private-key': { readonly path: string }
  'catalogue.make-key': { readonly path: string }
  'catalogue.key-exists': { readonly path: string }
  'catalogue.published-meanwhile': Place & { readonly generation: number }
  'catalogue.publish-again': None
  /** The place has the generations of another publisher. */
  'catalogue.published-by-another': Keys
  'catalogue.use-own-place': None
}

/** What keeps a published catalogue from being fetched, or believed. */
interface FetchFaults {
  'catalogue.nothing-published': Place
  'catalogue.no-generation': Place & { readonly generation: number }
  'catalogue.check-place': None
  'catalogue.generation-not-signed': Place & { readonly key: string }
  'catalogue.generation-replaced': Place & { readonly generation: number }
  'catalogue.ask-publisher': None
  'catalogue.older-than-seen': Place & { readonly generation: number; readonly seen: number }
  'catalogue.name-older-generation': None
  'catalogue.signed-by-another': Keys
  'catalogue.ask-publisher-for-key': None
  'catalogue.key-not-trusted': Place & { readonly signedBy: string }
  'catalogue.trust-key': { readonly signedBy: string }
  'catalogue.no-public-key': { readonly text: string }
  'catalogue.write-public-key-so': None
  'catalogue.piece-damaged': Place & { readonly key: string }
  'catalogue.piece-missing': Place & { readonly key: string }
  'catalogue.ask-to-publish-again': None
}

/** What is wrong with the folder that a catalogue is fetched into. */
interface FolderFaults {
  'catalogue.no-room': { readonly folder: string; readonly bytes: number; readonly free: number }
  'catalogue.built-here': { readonly folder: string }
  'catalogue.folder-not-empty': { readonly folder: string }
  'catalogue.fetch-state-damaged': { readonly path: string }
  'catalogue.fetch-elsewhere': None
  'catalogue.place-offline': { readonly address: string }
  'catalogue.not-fetched': { readonly address: string }
  'catalogue.fetch-first': { readonly address: string }
  /** Told of a run: it goes on with what was fetched before. */
  'catalogue.older-used': {
    readonly address: string
    readonly generation: number
    readonly cause: AnyReason
  }
}

/** Codes of catalogues that are published and fetched. `place`: a folder, `s3://bucket/prefix`, or a web address. */
export interface PublishedCatalogueReasons extends PublishFaults, FetchFaults, FolderFaults {}
