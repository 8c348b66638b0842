import { createReadStream } from 'node:fs'
import { crcOf } from '../xiph/ogg-crc.ts'
import { CONTINUED, FIRST, MAX_PAGE_BYTES, type OggPage, readPage } from '../xiph/ogg-pages.ts'

interface Stream {
  /** Of the page that is to come. */
  number: number
  /** Whether the last packet goes on there. */
  isOpen: boolean
}

/** RFC 3533, section 6: pages in a row, each with its checksum, and counted; packets that go on where they should. */
export async function findOggFault(path: string): Promise<string | undefined> {
  const streams = new Map<number, Stream>()
  let [held, at] = [Buffer.of(), 0]
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    held = Buffer.concat([held, chunk as Buffer])
    let done = 0
    while (held.length - done >= MAX_PAGE_BYTES) {
      const fault = takePage(held.subarray(done), streams)
      if (typeof fault === 'string') return `${fault} at byte ${at + done}`
      done += fault
    }
    held = held.subarray(done)
    at += done
  }
  for (let done = 0; done < held.length; ) {
    const rest = held.subarray(done)
    // Other tags may stand behind the last page.
    if (streams.size > 0 && !rest.includes('OggS')) break
    const fault = takePage(rest, streams)
    if (typeof fault === 'string') return `${fault} at byte ${at + done}`
    done += fault
  }
  return streams.size > 0 ? undefined : 'there is no page'
}

/** The length of the page here, or what is wrong with it. */
function takePage(bytes: Buffer, streams: Map<number, Stream>): number | string {
  const page = readPage(bytes)
  if (!page) return 'no page'
  if (!hasChecksum(page)) return 'a page with another checksum'
  const number = Buffer.from(page.bytes).readUInt32LE(18)
  const stream = page.flags & FIRST ? { number, isOpen: false } : streams.get(page.serial)
  if (!stream) return 'a page of no stream'
  if (number !== stream.number) return `page ${number} instead of ${stream.number}`
  if (((page.flags & CONTINUED) !== 0) !== stream.isOpen) return 'a packet that does not go on'
  // A page without segments neither ends nor begins a packet.
  const isOpen = page.lacing.length === 0 ? stream.isOpen : page.lacing.at(-1) === 255
  streams.set(page.serial, { number: (number + 1) >>> 0, isOpen })
  return page.bytes.length
}

/** The checksum itself counts as zero. */
function hasChecksum({ bytes }: OggPage): boolean {
  const page = Buffer.from(bytes)
  const checksum = page.readUInt32LE(22)
  page.writeUInt32LE(0, 22)
  return crcOf(page) === checksum
}
