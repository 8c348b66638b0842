import type { AnyReason } from './any-reason.ts'
import type { None } from './none.ts'

/** What `songkeep doctor` finds on a machine, and how to get what is missing. */
export interface DoctorReasons {
  'app.processors': { readonly count: number }
  'app.network-off': None
  'app.providers-asked': { readonly names: readonly string[] }
  'app.key-set': { readonly provider: string; readonly variable: string }
  'app.key-needed': { readonly provider: string }
  'app.key-optional': { readonly provider: string }
  /** `adds`: what the provider does with a key. */
  'app.get-key': { readonly adds: AnyReason; readonly url: string; readonly variable: string }
  'app.contact-set': { readonly contact: string }
  'app.contact-not-set': None
  'app.contact-unusable': { readonly contact: string }
  'app.set-contact': None
  'app.spotify-logged-in': None
  'app.spotify-not-logged-in': None
  'app.log-in-to-spotify': None
  'app.ffmpeg-native': { readonly version: string; readonly path: string }
  'app.ffmpeg-wasm': { readonly version: string }
  'app.install-ffmpeg': None
  'app.mend-ffmpeg': None
  'app.cache-usable': { readonly path: string }
  'app.cache-not-writable': { readonly error: AnyReason }
  'app.name-cache': None
}
