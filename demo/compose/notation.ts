import type { Note } from './score.ts'

const semitones: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 }

/** `F#4`, `Bb3`, `C5` as a MIDI number. */
export function pitchOf(name: string): number {
  const [, letter = '', sign, octave] = /^([A-G])([#b]?)(-?\d)$/.exec(name) ?? []
  const semitone = semitones[letter]
  if (semitone === undefined) throw new Error(`No note: ${name}`)
  return 12 * (Number(octave) + 1) + semitone + (sign === '#' ? 1 : sign === 'b' ? -1 : 0)
}

/**
 * A line of music: `D5:1.5 F#5:.5 _:1 D4+F#4+A4:2 | …`. A note or chord and its beats, `_` for a rest,
 * `!` after the beats for an accent; bars are for the reader.
 */
export function line(text: string, force = 0.7, at = 0): readonly Note[] {
  const notes: Note[] = []
  let beat = at
  for (const token of text.split(/[\s|]+/).filter(Boolean)) {
    const [, names = '', length, accent] = /^(.+):([\d.]+)(!?)$/.exec(token) ?? []
    const beats = Number(length)
    if (!(beats > 0)) throw new Error(`No note: ${token}`)
    const played = names === '_' ? [] : names.split('+')
    for (const name of played) {
      notes.push({ at: beat, beats, pitch: pitchOf(name), force: accent ? force * 1.3 : force })
    }
    beat += beats
  }
  return notes
}

/** One pattern over changing chords: digits name the chord's notes from 1, `-` lets them ring, beats apart. */
export function broken(
  chords: readonly string[],
  pattern: string,
  step: number,
  force = 0.6,
): readonly Note[] {
  const steps = [...pattern.replaceAll(/\s/g, '')]
  return chords.flatMap((chord, bar) => {
    const pitches = chord.split('+').map(pitchOf)
    return steps.flatMap((sign, index): readonly Note[] => {
      const pitch = pitches[Number(sign) - 1]
      if (pitch === undefined) return []
      const at = (bar * steps.length + index) * step
      return [{ at, beats: step * 3, pitch, force: index === 0 ? force * 1.2 : force }]
    })
  })
}

/** A rhythm, repeated: `x` a stroke, `o` a soft one, anything else a rest. */
export function beat(pattern: string, step: number, times: number, force = 0.7): readonly Note[] {
  const steps = [...pattern.replaceAll(/[\s|]/g, '')]
  return Array.from({ length: times }).flatMap((_, bar) =>
    steps.flatMap((sign, index): readonly Note[] => {
      if (sign !== 'x' && sign !== 'o') return []
      const at = (bar * steps.length + index) * step
      return [{ at, beats: step, pitch: 60, force: sign === 'x' ? force : force * 0.5 }]
    }),
  )
}

/** The last chord, played from its lowest note up. */
export function rolled(names: string, at: number, beats: number, force = 0.6): readonly Note[] {
  return names
    .split('+')
    .map((name, index) => ({ at: at + index * 0.08, beats, pitch: pitchOf(name), force }))
}
