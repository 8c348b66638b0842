import { readSyncSafe, readUint32 } from './id3v2-bytes.ts'
import { contentOf, type Id3Frame, textsOf } from './id3v2-frame.ts'
import { type FramesRead, readTag } from './id3v2-read.ts'

/** Header, content and footer of the tag at the start; 0 where there is none. */
export function tagSize(bytes: Uint8Array): number {
  if (bytes.length < 10 || Buffer.from(bytes.subarray(0, 3)).toString('latin1') !== 'ID3') return 0
  const footer = (bytes[5] ?? 0) & 0x10 ? 10 : 0
  return 10 + readSyncSafe(bytes, 6) + footer
}

/** Frames with the same key are the same: texts and pages by their name, others by their content. */
function keyOf({ id, data }: Id3Frame): string {
  if (id === 'TXXX' || id === 'WXXX') return `${id}:${textsOf({ id, data })[0]?.toLowerCase()}`
  return /^[TW]/.test(id) ? id : `${id}:${Buffer.from(data).toString('latin1')}`
}

/** The frames of all tags that stand in a row at the start of these bytes. */
export function readTagRow(bytes: Uint8Array): FramesRead {
  const tags: FramesRead[] = []
  let rest = bytes
  for (let size = tagSize(rest); size > 0; size = tagSize(rest)) {
    tags.push(readTag(rest.subarray(0, size)))
    rest = rest.subarray(size)
  }
  return mergeTags(tags)
}

/** What an earlier tag says is not said again by a later one. */
export function mergeTags([first, ...others]: readonly FramesRead[]): FramesRead {
  if (!first || others.length === 0) return first ?? { frames: [], dropped: [] }
  const frames = [...first.frames]
  const known = new Set(frames.map(keyOf))
  for (const tag of others) {
    const fresh = tag.frames.filter((frame) => !known.has(keyOf(frame)))
    for (const frame of fresh) frames.push(frame)
    for (const frame of fresh) known.add(keyOf(frame))
  }
  return { frames, dropped: [first, ...others].flatMap(({ dropped }) => dropped) }
}

export const readFrames = (bytes: Uint8Array): readonly Id3Frame[] => readTagRow(bytes).frames

/** How far behind its end a tag says that the next one begins. */
export function seekOffset(frames: readonly Id3Frame[]): number | undefined {
  const frame = frames.find(({ id }) => id === 'SEEK')
  const data = frame && contentOf(frame)
  return data && data.length >= 4 ? readUint32(data, 0) : undefined
}
