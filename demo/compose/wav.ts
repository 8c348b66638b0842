import type { Pcm } from './perform.ts'

/** A WAV file: RIFF with a 16-byte `fmt ` chunk (WAVE_FORMAT_PCM) and the samples, little-endian. */
export function toWav({ sampleRate, channels, samples }: Pcm): Uint8Array {
  const data = samples.length * 2
  const file = new DataView(new ArrayBuffer(44 + data))
  const word = (at: number, text: string) => {
    for (let index = 0; index < text.length; index++)
      file.setUint8(at + index, text.charCodeAt(index))
  }
  word(0, 'RIFF')
  file.setUint32(4, 36 + data, true)
  word(8, 'WAVEfmt ')
  file.setUint32(16, 16, true)
  file.setUint16(20, 1, true)
  file.setUint16(22, channels, true)
  file.setUint32(24, sampleRate, true)
  file.setUint32(28, sampleRate * channels * 2, true)
  file.setUint16(32, channels * 2, true)
  file.setUint16(34, 16, true)
  word(36, 'data')
  file.setUint32(40, data, true)
  for (const [index, value] of samples.entries()) file.setInt16(44 + index * 2, value, true)
  return new Uint8Array(file.buffer)
}
