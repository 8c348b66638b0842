/** Real, if plain, sound for tests: a WAV (RIFF, 16-bit PCM, mono) of a chord that moves, told apart by its seed. */
export function makeWav(seconds: number, seed: number, sampleRate = 22_050): Uint8Array {
  const samples = Math.round(seconds * sampleRate)
  const wav = new DataView(new ArrayBuffer(44 + samples * 2))
  const text = (at: number, value: string) => {
    for (let index = 0; index < value.length; index++)
      wav.setUint8(at + index, value.charCodeAt(index))
  }
  text(0, 'RIFF')
  wav.setUint32(4, 36 + samples * 2, true)
  text(8, 'WAVEfmt ')
  wav.setUint32(16, 16, true)
  wav.setUint16(20, 1, true)
  wav.setUint16(22, 1, true)
  wav.setUint32(24, sampleRate, true)
  wav.setUint32(28, sampleRate * 2, true)
  wav.setUint16(32, 2, true)
  wav.setUint16(34, 16, true)
  text(36, 'data')
  wav.setUint32(40, samples * 2, true)
  for (let index = 0; index < samples; index++) {
    const time = index / sampleRate
    const root = 110 * 2 ** (((seed * 7 + Math.floor(time * 2) * 5) % 24) / 12)
    const chord = [1, 1.25, 1.5].map((ratio) => Math.sin(2 * Math.PI * root * ratio * time))
    const fade = Math.min(1, time * 20, (seconds - time) * 20)
    const value = chord.reduce((sum, one) => sum + one, 0) * 0.25 * fade
    wav.setInt16(44 + index * 2, Math.round(value * 32_000), true)
  }
  return new Uint8Array(wav.buffer)
}

/** The same kind of file with a melody of its own for each seed: what fingerprints tell apart, as they do chords not. */
export function makeTune(seconds: number, seed: number, sampleRate = 22_050): Uint8Array {
  const wav = Buffer.from(makeWav(seconds, 0, sampleRate))
  let random = (seed + 1) * 2_654_435
  const draw = (count: number) => {
    random = (random * 48_271) % 0x7fffffff
    return random % count
  }
  const [notes, noteLength] = [new Map<number, readonly number[]>(), 0.4 + (seed % 5) * 0.07]
  for (let index = 0; index < Math.round(seconds * sampleRate); index++) {
    const time = index / sampleRate
    const at = Math.floor(time / noteLength)
    const chord =
      notes.get(at) ?? [draw(36), draw(36), draw(36)].map((key) => 110 * 2 ** (key / 12))
    notes.set(at, chord)
    const fade = Math.exp(-3 * (time - at * noteLength))
    const value = chord.reduce((sum, hertz) => sum + Math.sin(2 * Math.PI * hertz * time), 0)
    wav.writeInt16LE(Math.round(value * 0.3 * fade * 32_000), 44 + index * 2)
  }
  return new Uint8Array(wav)
}
