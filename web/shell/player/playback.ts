import { addressOf } from '../../api/client.ts'
import { createStore } from '../../api/store.ts'
import { findSoundFault, hasNoSoundOutput } from '../../parts/players/find-sound-fault.ts'
import type { PlayOrder } from '../../parts/players/ordered.ts'
import type { PlayItem } from '../../parts/players/playable.ts'
import { isOfOneFile, type SoundFault } from '../../parts/players/sound-fault.ts'

export interface PlaybackState {
  readonly item: PlayItem | undefined
  /** From 0. */
  readonly at: number
  readonly isPlaying: boolean
  /** In seconds; the duration is 0 until it is known. */
  readonly position: number
  readonly duration: number
  /** Why it does not go on. */
  readonly fault?: SoundFault
  /** What of the list could not be played, and was passed over. */
  readonly passedOver: readonly { readonly title: string; readonly fault: SoundFault }[]
  /** It plays, and nothing can hear it. */
  readonly isUnheard: boolean
}

const nothing: PlaybackState = {
  item: undefined,
  at: 0,
  isPlaying: false,
  position: 0,
  duration: 0,
  passedOver: [],
  isUnheard: false,
}

/** The next file is fetched so many seconds before its turn. */
const PREPARE_SECONDS = 20
/** "Back" begins the track again where more than this has been heard of it. */
const RESTART_SECONDS = 3

/**
 * Plays a list, one file after another, on two audio elements: while one is heard, the other fetches what comes next, and
 * begins at the moment the first has ended.
 */
export class Playback {
  readonly state = createStore(nothing)
  readonly #elements = [createAudio(), createAudio()] as const
  readonly #leaving = new AbortController()
  #heard = 0
  #order: PlayOrder | undefined

  constructor() {
    for (const audio of this.#elements) this.#listen(audio)
    navigator.mediaDevices?.addEventListener('devicechange', () => void this.#lookForOutput(), {
      signal: this.#leaving.signal,
    })
  }

  /** To be put into the page, so that other players there find them. */
  get elements(): readonly HTMLAudioElement[] {
    return this.#elements
  }

  start(order: PlayOrder): void {
    this.#order = order
    this.state.set({ ...nothing, isUnheard: this.state.read().isUnheard })
    void this.#lookForOutput()
    this.#turnTo(order.at)
  }

  readonly toggle = (): void => {
    if (this.state.read().isPlaying) this.#current.pause()
    else this.#play()
  }

  readonly play = (): void => this.#play()
  readonly pause = (): void => this.#current.pause()
  readonly next = (): void => this.#turnTo(this.state.read().at + 1)

  readonly previous = (): void => {
    const { at, position } = this.state.read()
    if (position > RESTART_SECONDS || at === 0) this.seek(0)
    else this.#turnTo(at - 1)
  }

  /** In seconds. */
  readonly seek = (position: number): void => {
    this.#current.currentTime = position
    this.#change({ position })
  }

  close(): void {
    this.#leaving.abort()
    for (const audio of this.#elements) {
      audio.pause()
      audio.removeAttribute('src')
      audio.load()
      audio.remove()
    }
  }

  get #current(): HTMLAudioElement {
    return this.#elements[this.#heard] ?? this.#elements[0]
  }

  get #other(): HTMLAudioElement {
    return this.#elements[1 - this.#heard] ?? this.#elements[1]
  }

  #change(change: Partial<PlaybackState>): void {
    this.state.set({ ...this.state.read(), ...change })
  }

  #listen(audio: HTMLAudioElement): void {
    const { signal } = this.#leaving
    const on = (event: string, then: () => void) =>
      audio.addEventListener(event, () => audio === this.#current && then(), { signal })
    const tellTime = () => {
      const { currentTime, duration } = audio
      this.#change({ position: currentTime, duration: Number.isFinite(duration) ? duration : 0 })
      if (duration - currentTime < PREPARE_SECONDS) this.#prepareNext()
    }
    on('timeupdate', tellTime)
    on('durationchange', tellTime)
    on('play', () => this.#change({ isPlaying: true }))
    on('pause', () => {
      // Each file ends with a pause, too.
      if (!audio.ended) this.#change({ isPlaying: false })
    })
    on('playing', () => this.#change({ isPlaying: true, fault: undefined }))
    on('ended', () => this.#turnTo(this.state.read().at + 1))
    on('error', () => void this.#tellFault(audio))
  }

  /** Beyond the end of the list it rests, at its beginning. */
  #turnTo(at: number): void {
    const items = this.#order?.list.items ?? []
    const item = items[at]
    this.#current.pause()
    if (!item) {
      this.#rest()
      return
    }
    const src = addressOf(item.sound)
    if (this.#other.src === src && !this.#other.error) this.#heard = 1 - this.#heard
    else setSource(this.#current, src)
    this.#other.pause()
    if (this.#current.currentTime > 0) this.#current.currentTime = 0
    this.#play()
    this.#change({ item, at, position: 0, duration: 0, fault: undefined })
  }

  #rest(): void {
    const first = this.#order?.list.items[0]
    if (first) setSource(this.#current, addressOf(first.sound))
    this.#change({ item: first, at: 0, position: 0, duration: 0, isPlaying: false })
  }

  #prepareNext(): void {
    const next = this.#order?.list.items[this.state.read().at + 1]
    const src = next && addressOf(next.sound)
    if (src !== undefined && this.#other.src !== src) setSource(this.#other, src)
  }

  #play(): void {
    silenceOthers(this.#elements)
    const audio = this.#current
    if (audio.error) loadAgain(audio, this.state.read().position)
    this.#change({ isPlaying: true })
    audio.play().catch((error: unknown) => {
      // What cannot be fetched or read is told by the element's own event; a new turn ends the one before.
      if (audio !== this.#current || !isNotAllowed(error)) return
      this.#change({ isPlaying: false, fault: 'not-allowed' })
    })
  }

  async #tellFault(audio: HTMLAudioElement): Promise<void> {
    const { item, at, passedOver } = this.state.read()
    const fault = await findSoundFault(audio)
    if (this.#leaving.signal.aborted || this.state.read().item !== item || !item) return
    if (!isOfOneFile(fault)) {
      this.#change({ fault, isPlaying: false })
      return
    }
    const count = this.#order?.list.items.length ?? 0
    this.#change({ passedOver: [...passedOver, { title: item.title, fault }] })
    if (at + 1 < count) this.#turnTo(at + 1)
    else this.#change({ isPlaying: false })
  }

  async #lookForOutput(): Promise<void> {
    const isUnheard = await hasNoSoundOutput()
    if (!this.#leaving.signal.aborted) this.#change({ isUnheard })
  }
}

function createAudio(): HTMLAudioElement {
  const audio = new Audio()
  audio.preload = 'auto'
  return audio
}

function setSource(audio: HTMLAudioElement, src: string): void {
  audio.src = src
  audio.load()
}

/** After the server was away: from where it broke off. */
function loadAgain(audio: HTMLAudioElement, position: number): void {
  audio.load()
  audio.currentTime = position
}

/** One player is heard at a time. */
function silenceOthers(ours: readonly HTMLAudioElement[]): void {
  for (const other of document.querySelectorAll('audio')) if (!ours.includes(other)) other.pause()
}

const isNotAllowed = (error: unknown) =>
  error instanceof DOMException && error.name === 'NotAllowedError'
