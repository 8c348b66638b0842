import type { ByteSource } from '../read/file-bytes.ts'

/** A frame of a stream without a container, by its header. */
export interface StreamFrame {
  readonly bytes: number
  readonly samples: number
  /** What does not change within a stream. */
  readonly kind: number
  /** Bit per second, where the header says it. */
  readonly bitRate?: number
}

export interface FrameFormat<Frame extends StreamFrame> {
  /** The frame whose header stands here. */
  readonly read: (bytes: Buffer, at: number) => Frame | undefined
  readonly headerBytes: number
  /** The first byte of every frame. */
  readonly firstByte: number
}

const WINDOW_BYTES = 32 * 1024

/** The first two frames in a row of one kind in these bytes: one alone may be chance. */
export function findFrame<Frame extends StreamFrame>(
  bytes: Buffer,
  { read, firstByte }: FrameFormat<Frame>,
): { readonly at: number; readonly frame: Frame } | undefined {
  for (let at = bytes.indexOf(firstByte); at >= 0; at = bytes.indexOf(firstByte, at + 1)) {
    const frame = read(bytes, at)
    if (frame && read(bytes, at + frame.bytes)?.kind === frame.kind) return { at, frame }
  }
  return undefined
}

/** All frames from `start` on, one after another, over bytes that belong to none. */
async function* framesFrom<Frame extends StreamFrame>(
  file: ByteSource,
  start: number,
  format: FrameFormat<Frame>,
  kind: number,
): AsyncGenerator<Frame> {
  let position = start
  while (position < file.size) {
    const bytes = await file.read(position, WINDOW_BYTES)
    let at = 0
    while (at + format.headerBytes <= bytes.length) {
      const frame = format.read(bytes, at)
      if (frame?.kind === kind) {
        yield frame
        at += frame.bytes
      } else {
        const next = bytes.indexOf(format.firstByte, at + 1)
        at = next < 0 ? bytes.length : next
      }
    }
    position += Math.max(at, 1)
  }
}

/** Samples of all frames from `start` on. */
export async function countSamples<Frame extends StreamFrame>(
  file: ByteSource,
  start: number,
  format: FrameFormat<Frame>,
  kind: number,
): Promise<number> {
  let count = 0
  for await (const { samples } of framesFrom(file, start, format, kind)) count += samples
  return count
}

/** So many frames of one bit rate are a stream of one bit rate. */
const CONSTANT_FRAMES = 32

/**
 * The bytes of a sample, on average, where all of the first frames have one bit rate. Frames of one rate differ by the
 * padding that makes up for broken bytes, but some encoders never pad: then the length of the frames counts.
 */
export async function bytesPerSample<Frame extends StreamFrame>(
  file: ByteSource,
  start: number,
  format: FrameFormat<Frame>,
  first: Frame & { readonly sampleRate: number },
): Promise<number | undefined> {
  let [left, bytes, samples] = [CONSTANT_FRAMES, 0, 0]
  for await (const frame of framesFrom(file, start, format, first.kind)) {
    if (frame.bitRate !== first.bitRate) return undefined
    bytes += frame.bytes
    samples += frame.samples
    if (--left === 0) break
  }
  if (samples === 0 || first.bitRate === undefined) return undefined
  const isEven = bytes * first.samples === first.bytes * samples
  return isEven ? bytes / samples : first.bitRate / 8 / first.sampleRate
}
