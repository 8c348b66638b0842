import type { None } from './none.ts'

/** Codes of `server` and what their sentences are filled with. */
export interface ServerReasons {
  'server.broken': None
  'server.try-again-or-log': None
  'server.stopped': None
  'server.try-again': None
  'server.nothing-here': None
  'server.only-methods': { readonly methods: string }
  'server.only-json': None
  'server.no-json': None
  'server.not-understood': { readonly issues: readonly string[] }
  'server.no-utf-8': None
  'server.too-slow': None
  'server.too-large': None
  'server.address-too-long': None
  'server.unknown-method': None
  'server.foreign-address': None
  'server.no-single-host': None
  'server.unknown-host': None
  'server.open-printed-address': None
  'server.another-site': None
  'server.type-the-address': None
  'server.no-origin': None
  'server.only-json-or-bytes': None
  'server.send-as-json': None
  'server.wrong-password': None
  'server.password-needed': None
  'server.log-in': None
  'server.wrong-too-often': None
  'server.too-many-requests': None
  'server.try-again-in': { readonly seconds: number }
  'server.too-many-listeners': None
  'server.close-some': None
  'server.no-job': None
  'server.perhaps-forgotten': None
  'server.only-on-this-machine': None
  'server.file-only-on-command-line': None
  'server.drop-it': None
  'server.file-gone': None
  'server.no-such-part': None
  'server.password-missing': { readonly host: string }
  'server.set-password': None
  'server.no-page': { readonly dir: string }
  'server.build-page': None
  'server.port-in-use': { readonly port: number; readonly host: string }
  'server.name-other-port': { readonly port: number }
  'server.port-not-allowed': { readonly port: number }
  'server.name-high-port': None
  'server.no-own-address': { readonly host: string }
  'server.name-own-address': None
}
