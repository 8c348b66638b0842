import type { FileHandle } from 'node:fs/promises'
import { MovingWindow } from '../mp3/moving-window.ts'

/** A file in a chained Ogg: RFC 3533, section 4. */
export interface OggLink {
  readonly start: number
  readonly end: number
}

/** RFC 3533, section 6: 27 bytes of header, then up to 255 lengths of segments. */
const page = { header: 27, flags: 5, segments: 26, isFirst: 2, longest: 27 + 255 } as const

/**
 * The links of a chained Ogg, one after the other; a single one where it is not chained. A link begins with pages that
 * begin streams, and ends where pages begin streams again. Nothing is decoded; what is no page ends the search.
 */
export async function findOggLinks(
  file: FileHandle,
  signal?: AbortSignal,
): Promise<readonly OggLink[]> {
  const { size } = await file.stat()
  const bytes = new MovingWindow(file, size, signal)
  const starts: number[] = []
  let [position, wasFirst] = [0, false]
  while (position + page.header <= size) {
    await bytes.load(position, Math.min(page.longest, size - position))
    const at = position - bytes.base
    if (bytes.view.getUint32(at) !== 0x4f676753) break
    const isFirst = (bytes.view.getUint8(at + page.flags) & page.isFirst) !== 0
    if (isFirst && !wasFirst) starts.push(position)
    wasFirst = isFirst
    const count = bytes.view.getUint8(at + page.segments)
    if (position + page.header + count > size) break
    let body = 0
    for (let i = 0; i < count; i++) body += bytes.view.getUint8(at + page.header + i)
    position += page.header + count + body
  }
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? size }))
}
