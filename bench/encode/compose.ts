import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openFfmpeg } from '../../src/media/ffmpeg/ffmpeg.ts'
import type { Encoder } from '../../src/media/ffmpeg/find-encoder.ts'

/** Chords, a beat and some hiss: what an encoder has to work on as with music. */
export async function compose(encoder: Encoder, dir: string): Promise<string[]> {
  const signal = new AbortController().signal
  await using encode = openFfmpeg(encoder, 2)
  const files = Array.from({ length: 6 }, (_, i) => join(dir, `Bench - Tune ${i}.flac`))
  for (const [index, output] of files.entries()) {
    const input = `${output}.raw.wav`
    await writeFile(input, renderTune(index, 60))
    await encode.run({ input, output, args: ['-f', 'flac'], timeLimitMs: 60_000 }, signal)
    await rm(input)
  }
  return files
}

function renderTune(index: number, seconds: number): Buffer {
  const rate = 44_100
  const frames = rate * seconds
  const data = Buffer.alloc(44 + frames * 4)
  data.write('RIFF', 0, 'latin1')
  data.writeUInt32LE(36 + frames * 4, 4)
  data.write('WAVEfmt \x10\0\0\0\x01\0\x02\0', 8, 'latin1')
  data.writeUInt32LE(rate, 24)
  data.writeUInt32LE(rate * 4, 28)
  data.write('\x04\0\x10\0data', 32, 'latin1')
  data.writeUInt32LE(frames * 4, 40)
  const chords = [0, 5, 7, 3].map((step) =>
    [0, 4, 7, 12].map((note) => 110 * 2 ** ((step + note + index) / 12)),
  )
  let random = index + 1
  for (let i = 0; i < frames; i++) {
    const t = i / rate
    const beat = Math.exp(-8 * (t % 0.5))
    random = (random * 48_271) % 0x7fffffff
    const hiss = (random / 0x7fffffff - 0.5) * (0.05 + 0.5 * beat)
    const chord = chords[Math.floor(t / 2) % chords.length] ?? []
    for (const side of [0, 1]) {
      const tones = chord.map(
        (f, n) => Math.sin(2 * Math.PI * f * (1 + side * 0.001 * n) * t) / (n + 2),
      )
      const value = 0.4 * tones.reduce((sum, tone) => sum + tone, 0) + 0.3 * hiss
      data.writeInt16LE(
        Math.round(Math.max(-1, Math.min(1, value)) * 32_767),
        44 + i * 4 + side * 2,
      )
    }
  }
  return data
}
