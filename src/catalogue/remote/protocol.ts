/**
 * What `songkeep catalogue serve` and whoever asks it agree on, over HTTP and as JSON:
 *
 *     GET  /catalogues            { service, protocol, version, catalogues: manifests }
 *     POST /catalogues/N/ask      { asks: ShardAsk[] } → { answers: ShardAnswer[] }
 *     GET  /catalogues/N/names/F  one file of the list of names, as it lies in the folder
 *
 * What is refused is answered with a status of 400 or above and { reason }.
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
