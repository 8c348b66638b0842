import type { Container } from '../read/container.ts'
import { piecesOf } from '../read/pieces.ts'

/** Monkey's Audio (MACLib's APEHeader.h): from version 3.98 on a descriptor says how long it is, and a header follows. */
const DESCRIPTOR_VERSION = 3980
const descriptor = { version: 4, bytes: 8 } as const
const header = { blocks: 4, lastBlocks: 8, frames: 12, channels: 18, rate: 20, bytes: 24 } as const
/** Before that one header of its own. */
const old = { level: 6, channels: 10, rate: 12, frames: 24, lastBlocks: 28, bytes: 32 } as const

const START_BYTES = 1024

export const monkeysAudio: Container = {
  recognises: (start) => /^MAC[ F]$/.test(start.toString('latin1', 0, 4)),
  sound: (file) => piecesOf(file),
  hasApeTags: true,
  async read(file) {
    const start = await file.read(0, START_BYTES)
    const version = start.readUInt16LE(descriptor.version)
    const { samples, sampleRate, channels } =
      version >= DESCRIPTOR_VERSION
        ? readHeader(start.subarray(start.readUInt32LE(descriptor.bytes)))
        : readOldHeader(start, version)
    return {
      audio: {
        container: "Monkey's Audio",
        codec: "Monkey's Audio",
        lossless: true,
        ...{ samples, sampleRate, channels },
        durationMs: (samples * 1000) / sampleRate,
        bitRate: samples > 0 ? (file.size * 8 * sampleRate) / samples : undefined,
      },
      layers: [],
    }
  },
}

interface Sound {
  readonly samples: number
  readonly sampleRate: number
  readonly channels: number
}

function readHeader(bytes: Buffer): Sound {
  const frames = bytes.readUInt32LE(header.frames)
  return {
    samples: samplesOf(
      frames,
      bytes.readUInt32LE(header.blocks),
      bytes.readUInt32LE(header.lastBlocks),
    ),
    sampleRate: bytes.readUInt32LE(header.rate),
    channels: bytes.readUInt16LE(header.channels),
  }
}

function readOldHeader(bytes: Buffer, version: number): Sound {
  const EXTRA_HIGH = 4000
  const isLarge =
    version >= 3900 || (version >= 3800 && bytes.readUInt16LE(old.level) >= EXTRA_HIGH)
  const blocks = version >= 3950 ? 73_728 * 4 : isLarge ? 73_728 : 9216
  const frames = bytes.readUInt32LE(old.frames)
  return {
    samples: samplesOf(frames, blocks, bytes.readUInt32LE(old.lastBlocks)),
    sampleRate: bytes.readUInt32LE(old.rate),
    channels: bytes.readUInt16LE(old.channels),
  }
}

const samplesOf = (frames: number, blocks: number, last: number) =>
  frames === 0 ? 0 : (frames - 1) * blocks + last
