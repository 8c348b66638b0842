import type { ByteSource } from '../read/file-bytes.ts'
import { readSound } from './ogg-codecs.ts'
import { FIRST, type OggPage } from './ogg-pages.ts'
import { pagesFrom } from './ogg-walk.ts'

/** The second packet of a stream holds its comments, in every mapping that is read here. */
const COMMENTS = 1

/**
 * The packets of sound, one after another, without pages and comments: where these grow, the pages behind them are
 * numbered anew, and may be parted elsewhere.
 */
export async function* soundOfOgg(file: ByteSource): AsyncGenerator<Uint8Array> {
  /** By serial number of a stream with sound: how many of its packets have ended, as far as that is of interest. */
  const ended = new Map<number, number>()
  for await (const page of pagesFrom(file, 0)) {
    if (page.flags & FIRST) {
      if (readSound(Buffer.from(page.content))) ended.set(page.serial, 0)
      else ended.delete(page.serial)
    }
    const packet = ended.get(page.serial)
    if (packet === undefined) continue
    if (packet > COMMENTS) yield page.content
    else ended.set(page.serial, yield* withoutComments(page, packet))
  }
}

/** `packet` is the number of the one that goes on here; returns that of the one that goes on behind the page. */
function* withoutComments(
  { lacing, content }: OggPage,
  packet: number,
): Generator<Uint8Array, number> {
  let number = packet
  let at = 0
  for (const length of lacing) {
    if (number !== COMMENTS) yield content.subarray(at, at + length)
    at += length
    if (length < 255) number++
  }
  return number
}
