import { open } from 'node:fs/promises'

/** A track in FLAC's own cue sheet: RFC 9639, section 8.7. */
export interface FlacCueTrack {
  readonly number: number
  readonly isAudio: boolean
  /** Where its first index but the pause before it lies in the file. */
  readonly startSample: number
  readonly isrc?: string
}

const CUE_SHEET = 5
/** A hundred tracks of a hundred indexes take less. */
const MAX_BYTES = 256 * 1024
const MAX_BLOCKS = 1000
const LEAD_OUT = 170

/** The tracks of a FLAC file's block of a cue sheet, without the lead-out; undefined where it has none that is whole. */
export async function readFlacCueSheet(path: string): Promise<readonly FlacCueTrack[] | undefined> {
  await using file = await open(path)
  const head = Buffer.alloc(4)
  await file.read(head, 0, 4, 0)
  if (head.toString('latin1') !== 'fLaC') return undefined
  for (let at = 4, blocks = 0; blocks < MAX_BLOCKS; blocks++) {
    const { bytesRead } = await file.read(head, 0, 4, at)
    if (bytesRead < 4) return undefined
    const [kind = 0, length] = [head[0], head.readUIntBE(1, 3)]
    if ((kind & 0x7f) === CUE_SHEET && length <= MAX_BYTES) {
      const block = Buffer.alloc(length)
      const read = await file.read(block, 0, length, at + 4)
      return read.bytesRead === length ? readBlock(block) : undefined
    }
    if (kind & 0x80) return undefined
    at += 4 + length
  }
  return undefined
}

/** Catalogue number, lead-in, flags and reserved bytes. */
const TRACKS_AT = 128 + 8 + 1 + 258

function readBlock(block: Buffer): readonly FlacCueTrack[] | undefined {
  const tracks: FlacCueTrack[] = []
  let at = TRACKS_AT + 1
  for (let left = block[TRACKS_AT] ?? 0; left > 0; left--) {
    if (at + 36 > block.length) return undefined
    const number = block[at + 8] ?? 0
    const indexes = block[at + 35] ?? 0
    const end = at + 36 + indexes * 12
    if (end > block.length) return undefined
    if (number !== LEAD_OUT && number !== 255)
      tracks.push(readTrack(block.subarray(at, end), number))
    at = end
  }
  return tracks
}

/** Offset, number, ISRC, flags, thirteen reserved bytes, count of indexes; each index: offset, number, three reserved. */
function readTrack(track: Buffer, number: number): FlacCueTrack {
  const offset = Number(track.readBigUInt64BE(0))
  const isrc = track.toString('latin1', 9, 21).replace(/\0+$/, '')
  let pause = 0
  for (let at = 36; at < track.length; at += 12)
    if (track[at + 8] === 1) pause = Number(track.readBigUInt64BE(at))
  return {
    number,
    isAudio: ((track[21] ?? 0) & 0x80) === 0,
    startSample: offset + pause,
    isrc: isrc === '' ? undefined : isrc,
  }
}
