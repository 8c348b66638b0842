import type { Container, ContainerReading } from '../read/container.ts'
import { readId3Chunk } from '../read/layers-around.ts'
import { readPart } from '../read/read-part.ts'
import { layouts } from './layouts.ts'
import { walkChunks } from './walk-chunks.ts'

/** Offsets within the content of `DSD ` and of `fmt `: DSF 1.01. */
const head = { metadata: 8, bytes: 16 }
const format = { channels: 12, rate: 16, samples: 24, bytes: 40 }

/** DSF: chunks, and an ID3v2 tag at the end, where the first chunk says. */
export const dsf: Container = {
  recognises: (start) => start.toString('latin1', 0, 4) === 'DSD ',
  async read(file, request) {
    let audio: ContainerReading['audio'] = { lossless: true }
    let metadata = 0
    for await (const { name, start } of walkChunks(file, layouts.dsf, { from: 0 })) {
      const bytes = await file.read(start, format.bytes)
      if (name === 'DSD ' && bytes.length >= head.bytes)
        metadata = Number(bytes.readBigUInt64LE(head.metadata))
      if (name === 'fmt ' && bytes.length >= format.bytes) audio = readFormat(bytes)
      if (name === 'data') break
    }
    const tag = metadata > 0 ? await readPart(file, metadata, file.size) : Buffer.of()
    return {
      ...readId3Chunk(tag, request),
      audio: { ...audio, container: 'DSF', codec: 'DSD' },
    }
  },
}

function readFormat(bytes: Buffer): ContainerReading['audio'] {
  const [channels, sampleRate] = [format.channels, format.rate].map((at) => bytes.readUInt32LE(at))
  return describeDsd(channels ?? 0, sampleRate ?? 0, Number(bytes.readBigUInt64LE(format.samples)))
}

/** One bit a sample. */
export function describeDsd(
  channels: number,
  sampleRate: number,
  samples: number,
): ContainerReading['audio'] {
  if (sampleRate === 0) return { lossless: true, channels }
  return {
    ...{ lossless: true, channels, sampleRate, samples },
    durationMs: (samples * 1000) / sampleRate,
    bitRate: channels * sampleRate,
  }
}
