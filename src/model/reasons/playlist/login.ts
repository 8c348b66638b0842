import type { None } from '../none.ts'

/** What is said of a login at Spotify. */
export interface LoginReasons {
  'playlist.login-ended': None
  'playlist.login-refused': None
  /** Spotify's own words, or else the status of its answer; neither where it gave no code. */
  'playlist.login-not-agreed': { readonly detail?: string; readonly status?: number }
  'playlist.login-too-late': None
  'playlist.login-unavailable': { readonly status: number }
  'playlist.login-without-token': None
  'playlist.login-unreadable': { readonly path: string }
  'playlist.login-damaged': { readonly path: string }
  'playlist.login-without-place': None
  'playlist.login-without-client-id': None
  'playlist.login-unanswered': None
  /** On the page that the browser shows in the end. */
  'playlist.login-received': None
  'playlist.login-of-another': None
  'playlist.login-nothing-here': None
  'playlist.login-done': None
  'playlist.login-used': None
  'playlist.login-address-unlike': None
  'playlist.client-id-unknown': None
  'playlist.client-id-unlike': None
  'playlist.not-logged-in': None
  'playlist.network-needed': { readonly purpose: 'login' | 'listing' }

  /** Advice. */
  'playlist.log-in': None
  'playlist.log-in-again': None
  'playlist.try-again': None
  'playlist.try-login-again': None
  'playlist.check-app-settings': None
  'playlist.look-up-client-id': None
  'playlist.get-client-id': None
  'playlist.copy-client-id': None
  'playlist.paste-whole-address': None
  /** A link's words. */
  'playlist.back-to-songkeep': None
  'playlist.name-config-folder': None
  'playlist.unset-offline': None
}
