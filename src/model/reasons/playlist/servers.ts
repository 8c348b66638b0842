import type { None } from '../none.ts'

/** The server's host and port. */
type At = { readonly server: string }

/** What is said of servers of the user's own. */
export interface ServerReasons {
  /** `server` as an address begins with it. */
  'playlist.server-address': At
  'playlist.server-password-told': At
  'playlist.no-server-named': { readonly text: string }
  'playlist.server-not-named': At
  'playlist.server-needs-login': At
  'playlist.server-login-refused': At
  'playlist.server-wants-password': At
  /** `to`: the origin that it leads to. */
  'playlist.server-moved': At & { readonly to: string }
  'playlist.server-not-allowed': At
  'playlist.server-which-user': At
  'playlist.server-without-lists': At
  'playlist.no-such-server': At & { readonly kind: string }
  'playlist.no-music': None

  /** Advice. */
  'playlist.write-server-so': None
  'playlist.name-server': { readonly variable: string }
  'playlist.give-server-login': { readonly prefix: string }
  'playlist.check-server-login': None
  'playlist.check-server-address': None
  'playlist.name-other-address': None
  'playlist.use-https-or-key': None
  'playlist.name-server-user': None
  'playlist.look-for-list': None
}
