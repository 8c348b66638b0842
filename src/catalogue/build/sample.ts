import type { Recording } from '../../model/recording.ts'

/** Recordings whose texts the codec learns from, spread evenly over whatever is read. */
const MOST = 4096
/** Longer texts teach the table about themselves only. */
const LONGEST = 200

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
      if (text !== undefined && text.length <= LONGEST) this.texts.push(text)
    }
    if (++this.#kept < MOST) return
    // Too many: keep every second text, and take half as often from now on.
    const half = this.texts.filter((_, index) => index % 2 === 0)
    this.texts.splice(0, this.texts.length, ...half)
    this.#every *= 2
    this.#kept = Math.ceil(this.#kept / 2)
  }
}
