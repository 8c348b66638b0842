import type { Recording } from '../../model/recording.ts'

/** Recordings whose texts the codec learns from, spread evenly over all that is read. */
const MAX_RECORDINGS = 4096
/** From longer texts the codec would learn what no other text has. */
const MAX_TEXT_LENGTH = 200

export class Sample {
  readonly texts: string[]
  #every = 1
  #seen = 0
  #kept = 0

  constructor(texts: readonly string[] = []) {
    this.texts = [...texts]
  }

  add(recording: Recording): void {
    if (this.#seen++ % this.#every !== 0) return
    for (const text of [recording.title, recording.album, recording.artists[0]]) {
      if (text !== undefined && text.length <= MAX_TEXT_LENGTH) this.texts.push(text)
    }
    if (++this.#kept < MAX_RECORDINGS) return
    // Too many: keep every second text, and take half as often from now on.
    const half = this.texts.filter((_, index) => index % 2 === 0)
    this.texts.splice(0, this.texts.length, ...half)
    this.#every *= 2
    this.#kept = Math.ceil(this.#kept / 2)
  }
}
