/** Why a sound is not heard, as a person can tell it apart. */
export type SoundFault =
  /** The computer has no loudspeaker or headphones that the browser finds. */
  | 'no-device'
  /** The browser plays nothing by itself: somebody has to press play. */
  | 'not-allowed'
  /** The file is not there any more. */
  | 'gone'
  | 'logged-out'
  /** Songkeep, or the host, cannot be reached. */
  | 'lost'
  /** The browser knows no such format. */
  | 'unsupported'
  /** The browser knows the format, and cannot read this file. */
  | 'damaged'
  /** It lies on another host, which does not say more: gone, or of a format that the browser does not know. */
  | 'not-here'

export interface SoundError {
  /** Of a `MediaError`: https://html.spec.whatwg.org/multipage/media.html#error-codes. */
  readonly code: number
  /** The browser's own words. */
  readonly message: string
  /** How the server answers for the same address; undefined where it was not asked. */
  readonly answer?: SoundAnswer
}

export type SoundAnswer =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'answered'; readonly status: number; readonly canPlay: boolean }

const MEDIA_ERR_NETWORK = 2
const MEDIA_ERR_DECODE = 3

/** Chromium's words for a sound card that is not there or went away, and Firefox's. */
const noDevice = /AUDIO_RENDERER_ERROR|CUBEB/

export function tellSoundFault({ code, message, answer }: SoundError): SoundFault {
  if (noDevice.test(message)) return 'no-device'
  if (answer?.kind === 'unreachable') return 'lost'
  if (answer?.status === 401) return 'logged-out'
  if (answer?.status === 404) return 'gone'
  if (answer && answer.status >= 400) return 'lost'
  if (code === MEDIA_ERR_NETWORK) return 'lost'
  if (code === MEDIA_ERR_DECODE) return 'damaged'
  if (!answer) return 'not-here'
  return answer.canPlay ? 'damaged' : 'unsupported'
}

/** Whether the next file may well be heard all the same. */
export const isOfOneFile = (fault: SoundFault): boolean =>
  fault === 'gone' || fault === 'unsupported' || fault === 'damaged' || fault === 'not-here'
