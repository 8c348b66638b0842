import { type FileHandle, open } from 'node:fs/promises'
import { reason } from '../../model/reason.ts'
import { AudioError } from '../audio-error.ts'
import { findOggLinks, type OggLink } from './ogg-links.ts'

/** How far the size that a container gives may differ from the size of its file. */
const MAX_SIZE_ERROR_BYTES = 4096
/** No page of Ogg is longer: RFC 3533, section 6. */
const MAX_PAGE_BYTES = 65_307

/**
 * Throws AudioError when a file ends sooner than its container says. This is checked for containers whose decoders do
 * not notice it: Ogg, WAV and AIFF. Returns the links of a chained Ogg.
 */
export async function checkEnd(
  path: string,
  signal?: AbortSignal,
): Promise<readonly OggLink[] | undefined> {
  await using file = await open(path)
  const { size } = await file.stat()
  const head = Buffer.alloc(12)
  await file.read(head, 0, head.length, 0)
  const name = head.toString('latin1', 0, 4)
  if (name === 'RIFF') checkSize(head.readUInt32LE(4) + 8, size)
  if (name === 'FORM') checkSize(head.readUInt32BE(4) + 8, size)
  if (name !== 'OggS') return undefined
  await checkLastPage(file, size)
  const links = await findOggLinks(file, signal)
  return links.length > 1 ? links : undefined
}

/** The head of a page tells the page's length. */
async function checkLastPage(file: FileHandle, size: number) {
  const tail = Buffer.alloc(Math.min(size, MAX_PAGE_BYTES))
  await file.read(tail, 0, tail.length, size - tail.length)
  const page = tail.lastIndexOf('OggS')
  if (page < 0) throw new AudioError('damaged', reason('media.damaged-page'))
  const segments = tail[page + 26] ?? 0
  const lengths = tail.subarray(page + 27, page + 27 + segments)
  const end = page + 27 + segments + lengths.reduce((sum, length) => sum + length, 0)
  if (end > tail.length) throw new AudioError('truncated', reason('media.truncated-page'))
}

function checkSize(promised: number, bytes: number) {
  // A program that writes to a pipe does not know the size, and writes the greatest possible.
  if (promised > 0xfff00000 || promised <= bytes + MAX_SIZE_ERROR_BYTES) return
  throw new AudioError(
    'truncated',
    reason('media.truncated-bytes', { bytes, promisedBytes: promised }),
  )
}
