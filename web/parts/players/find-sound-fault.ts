import { type SoundAnswer, type SoundFault, tellSoundFault } from './sound-fault.ts'

/**
 * Why an element plays nothing. Browsers say the same of a file that is gone and of one that they cannot read, so our
 * own server is asked; another's never is.
 */
export async function findSoundFault(audio: HTMLAudioElement): Promise<SoundFault> {
  const { code = 0, message = '' } = audio.error ?? {}
  const answer = isOurs(audio.src) ? await askFor(audio) : undefined
  return tellSoundFault({ code, message, answer })
}

async function askFor(audio: HTMLAudioElement): Promise<SoundAnswer> {
  try {
    const { status, headers } = await window.fetch(audio.src, { method: 'HEAD' })
    const type = headers.get('content-type') ?? ''
    return { kind: 'answered', status, canPlay: audio.canPlayType(type) !== '' }
  } catch {
    return { kind: 'unreachable' }
  }
}

const isOurs = (src: string) => URL.parse(src)?.origin === location.origin

/**
 * Whether the browser is sure that there is nothing to hear with: it plays then in silence, and says nothing. Only
 * Chromium lists loudspeakers for whoever asks; others name none before they are allowed to.
 */
export async function hasNoSoundOutput(): Promise<boolean> {
  if (!('userAgentData' in navigator)) return false
  const devices = await navigator.mediaDevices?.enumerateDevices().catch(() => undefined)
  return devices?.every(({ kind }) => kind !== 'audiooutput') ?? false
}
