import type { AnyReason } from '../any-reason.ts'
import type { None } from '../none.ts'

/** What can be wrong with a place that holds bytes by key. `place`: a folder, or `s3://bucket/prefix`. */
export interface StoreReasons {
  /** `code` and `message` are the server's own words. */
  'storage.s3-refused': {
    readonly place: string
    readonly status: number
    readonly code: string
    readonly message: string
  }
  'storage.check-s3': None
  'storage.no-conditions': { readonly place: string }
  'storage.choose-conditional-store': None
  'storage.has-conditions': { readonly place: string }
  'storage.no-copy-there': { readonly place: string }
  'storage.in-the-way': { readonly path: string }
  'storage.move-it-away': None
  'storage.written-differs': { readonly place: string }
  'storage.place-full': { readonly place: string; readonly why: AnyReason }
  'storage.place-broken': { readonly place: string; readonly why: AnyReason }
  'storage.check-place': None
  /** A web server that only gives: what it answers to a request of ours. */
  'storage.web-refused': { readonly place: string; readonly status: number }
  'storage.odd-answer': { readonly place: string }
  'storage.changed-while-read': { readonly place: string; readonly key: string }
}
