import { tagSize } from '../../tags/id3/id3v2-tags.ts'
import type { MovingWindow } from './moving-window.ts'

/** https://id3.org/id3v2.4.0-structure, section 3.1; some files carry several in a row. */
export async function skipId3v2(bytes: MovingWindow): Promise<number> {
  let position = 0
  for (;;) {
    const size = await readId3v2Size(bytes, position)
    if (size === 0) return position
    position += size
  }
}

async function readId3v2Size(bytes: MovingWindow, position: number): Promise<number> {
  if (position + 10 > bytes.size) return 0
  await bytes.load(position, 10)
  const at = position - bytes.base
  return tagSize(new Uint8Array(bytes.view.buffer, bytes.view.byteOffset + at, 10))
}

/**
 * Where a tag ends that stands between frames, as where files were joined: ID3v2, ID3v1, or APEv2 with a header.
 * Undefined where none begins here.
 */
export async function skipTag(bytes: MovingWindow, position: number): Promise<number | undefined> {
  const name = await bytes.text(position, 8)
  const length = name.startsWith('TAG') ? 128 : await readTagSize(bytes, position, name)
  return length > 0 && position + length <= bytes.size ? position + length : undefined
}

async function readTagSize(bytes: MovingWindow, position: number, name: string): Promise<number> {
  if (name !== 'APETAGEX') return await readId3v2Size(bytes, position)
  if (position + 32 > bytes.size) return 0
  await bytes.load(position, 32)
  // Its size is that of the items and the footer, without this header.
  return 32 + bytes.view.getUint32(position - bytes.base + 12, true)
}

/** Where trailing tags begin: ID3v1, then Lyrics3v2 or APEv2 before it. */
export async function findTail(bytes: MovingWindow): Promise<number> {
  const end = await skipOthers(bytes)
  const ape = await readApeFooter(bytes, end)
  const start = ape ? ape.start : end
  return start > 0 ? start : bytes.size
}

/** The APEv2 tag behind the audio: its items, from the first, without header and footer. */
export async function findApeItems(
  bytes: MovingWindow,
): Promise<{ readonly start: number; readonly end: number } | undefined> {
  const end = await skipOthers(bytes)
  const ape = await readApeFooter(bytes, end)
  return ape && ape.items >= 0 ? { start: ape.items, end: end - 32 } : undefined
}

async function skipOthers(bytes: MovingWindow): Promise<number> {
  let end = bytes.size
  if (end >= 128 && (await bytes.text(end - 128, 3)) === 'TAG') end -= 128
  if (end >= 15 && (await bytes.text(end - 9, 9)) === 'LYRICS200')
    end -= 15 + Number(await bytes.text(end - 15, 6))
  return end
}

/** https://wiki.hydrogenaudio.org/index.php?title=Ape_Tags_Header */
async function readApeFooter(bytes: MovingWindow, end: number) {
  if (!(end >= 32) || (await bytes.text(end - 32, 8)) !== 'APETAGEX') return undefined
  await bytes.load(end - 32, 32)
  const at = end - 32 - bytes.base
  const items = end - bytes.view.getUint32(at + 12, true)
  const hasHeader = bytes.view.getUint32(at + 20, true) >>> 31
  return { items, start: items - (hasHeader ? 32 : 0) }
}
