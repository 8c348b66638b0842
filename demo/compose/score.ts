/** What an instrument is asked to play. */
export interface Tone {
  readonly hertz: number
  readonly seconds: number
  /** 0 to 1. */
  readonly force: number
}

/** One tone as mono samples, its fading away included. */
export type Instrument = (tone: Tone, random: () => number) => Float32Array

/** A note on paper, in beats. */
export interface Note {
  readonly at: number
  readonly beats: number
  /** MIDI number; 69 is A4. Drums ignore it. */
  readonly pitch: number
  readonly force: number
}

export interface Part {
  readonly instrument: Instrument
  readonly notes: readonly Note[]
  readonly gain: number
  /** -1 left, 1 right. */
  readonly pan: number
  /** How much of it goes to the room. */
  readonly room: number
}

/** A piece on paper. */
export interface Score {
  readonly title: string
  readonly beatsPerMinute: number
  /** Seconds until the room is quiet after the last note. */
  readonly tail: number
  readonly parts: readonly Part[]
}

export const sampleRate = 44_100
