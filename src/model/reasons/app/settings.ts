import type { AnyReason } from '../any-reason.ts'
import type { None } from '../none.ts'

/** Codes of `app/settings` and what their sentences are filled with. */
export interface AppSettingsReasons {
  'app.no-config-folder': None
  'app.name-config-folder': None
  'app.settings-unreadable': { readonly path: string }
  'app.settings-damaged': { readonly path: string }
  'app.mend-settings': None
  'app.no-key': { readonly variable: string }
  'app.no-whole-path': { readonly path: string }
  'app.choose-from-list': None
  'app.folder-outside': { readonly path: string }
  'app.open-folder': None
  'app.ask-for-folder': None
  'app.folder-not-opened': { readonly cause: AnyReason }

  'app.server-adds': None
  'app.spotify-client-adds': None
  'app.server-unusable': None
}
