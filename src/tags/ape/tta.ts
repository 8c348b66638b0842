import type { Container } from '../read/container.ts'
import { piecesOf } from '../read/pieces.ts'

/** The True Audio: http://tausoft.org/wiki/True_Audio_Codec_Format */
const layout = { channels: 6, rate: 10, samples: 14, bytes: 22 } as const

export const tta: Container = {
  recognises: (start) => start.toString('latin1', 0, 4) === 'TTA1',
  sound: (file) => piecesOf(file),
  async read(file) {
    const start = await file.read(0, layout.bytes)
    const [samples, sampleRate] = [
      start.readUInt32LE(layout.samples),
      start.readUInt32LE(layout.rate),
    ]
    return {
      audio: {
        container: 'TTA',
        codec: 'TTA',
        lossless: true,
        ...{ samples, sampleRate },
        channels: start.readUInt16LE(layout.channels),
        durationMs: (samples * 1000) / sampleRate,
        bitRate: samples > 0 ? (file.size * 8 * sampleRate) / samples : undefined,
      },
      layers: [],
    }
  },
}
