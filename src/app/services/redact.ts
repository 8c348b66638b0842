import { isAddress } from '../../base/http/allow/address.ts'
import type { Environment } from '../environment.ts'

/** A host may repeat in its answer who has asked it; Spotify's page lends a token to whoever opens it. */
const PERSONAL: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+/g, '[e-mail]'],
  [/("(?:access|client|refresh)_?(?:token|id)"\s*:\s*")[^"]*/gi, '$1[secret]'],
]

/** What may be an address of a machine: `198.51.100.7`, `2001:db8::7`, and times, which are none. */
const NUMBERS =
  /(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:\.\d{1,3}){0,3})(?![\w:])/gi

/** A shorter one could be any word. */
const MIN_LETTERS = 4

/** The text without the user's keys and contact, e-mail addresses, and addresses of machines. */
export function redact(text: string, environment: Environment): string {
  const { keys = {}, contact, spotifyClientId, password } = environment
  const secrets = [...Object.values(keys), contact, spotifyClientId, password]
    .filter((each = '') => each.length >= MIN_LETTERS)
    .flatMap((each = '') => [each, encodeURIComponent(each), each.replaceAll('/', '\\/')])
    .toSorted((one, other) => other.length - one.length)
  const without = secrets.reduce((left, secret) => left.replaceAll(secret, '[secret]'), text)
  return PERSONAL.reduce((left, [pattern, by]) => left.replaceAll(pattern, by), without).replaceAll(
    NUMBERS,
    (found) => (isAddress(found) ? '[address]' : found),
  )
}
