import { createHash } from 'node:crypto'
import type { Manifest } from '../format/manifest.ts'

/**
 * What `songkeep catalogue serve` and whoever asks it agree on, over HTTP and as JSON:
 *
 *     GET  /catalogues            { service, protocol, version, catalogues: manifests }
 *     POST /catalogues/ID/ask      { asks: ShardAsk[] } → { answers: ShardAnswer[] }
 *     GET  /catalogues/ID/names/F  one file of the list of names, as it lies in the folder
 *
 * ID is what `identify` makes of a manifest, so that whoever asks is never answered out of another build than the one
 * that was described to them: their tracks are numbered differently. What is refused is answered with a status of 400 or above and { reason }.
 */
export const SERVICE = 'songkeep-catalogue'
/** Raised when questions or answers could be misread. */
export const PROTOCOL = 1

/** Questions of one request. */
export const MAX_ASKS = 256
export const MAX_ASK_BYTES = 4 * 2 ** 20
/** An answer to as many questions as are allowed, all of them long. */
export const MAX_ANSWER_BYTES = 64 * 2 ** 20
/** A description has a few hundred bytes for each index and input. */
export const MAX_DESCRIPTION_BYTES = 16 * 2 ** 20
/** Of names: more are looked at where they lie. */
export const MAX_NAMES_BYTES = 2 ** 30

/** Why a server refuses. Whoever asks believes and shows no more of its words than one of these codes. */
export const refusals = [
  'catalogue.ask-wrong',
  'catalogue.ask-other-catalogue',
  'catalogue.ask-no-such-path',
  'catalogue.ask-other-host',
  'catalogue.records-damaged',
  'server.too-large',
  'server.too-slow',
  'server.too-many-requests',
] as const

/** Tells a catalogue or shard from every other, and from itself before an update: by the builds it is made of. */
export function identify({ indexes, names }: Manifest): string {
  const builds = [...indexes.map(({ build }) => build), names?.build ?? '']
  return createHash('sha256').update(builds.join(' ')).digest('hex').slice(0, 32)
}
