import type { ByteSource } from '../read/file-bytes.ts'
import { type OggSound, readSound } from './ogg-codecs.ts'
import { FIRST, MAX_PAGE_BYTES, type OggPage, readPage, takePackets } from './ogg-pages.ts'
import { pagesFrom } from './ogg-walk.ts'

interface LengthRequest {
  readonly serial: number
  readonly sound: OggSound
  /** Whether all pages may be looked at, where the last ones do not tell. */
  readonly measure: boolean
}

/** How long the sound is, in samples of its clock, by the position that its last page has. */
export async function readLength(
  file: ByteSource,
  { serial, sound, measure }: LengthRequest,
): Promise<number | undefined> {
  const start = Math.max(0, file.size - 2 * MAX_PAGE_BYTES)
  const last = findLastPosition(await file.read(start, file.size - start), serial)
  if (last !== undefined) return Math.max(0, last - sound.preSkip)
  return measure ? await countLinks(file, sound.clock) : undefined
}

function findLastPosition(tail: Buffer, serial: number): number | undefined {
  for (let at = tail.lastIndexOf('OggS'); at >= 0; at = tail.lastIndexOf('OggS', at - 1)) {
    const page = readPage(tail.subarray(at))
    const position = page?.serial === serial ? positionOf(page) : undefined
    if (position !== undefined) return position
    if (at === 0) break
  }
  return undefined
}

/** Nothing where no packet ends on this page. */
function positionOf({ bytes }: OggPage): number | undefined {
  const position = Buffer.from(bytes.buffer, bytes.byteOffset, 14).readBigInt64LE(6)
  return position >= 0n ? Number(position) : undefined
}

/** A stream behind another is a link of a chain: each counts from 0. */
async function countLinks(file: ByteSource, clock: number): Promise<number | undefined> {
  const links = new Map<number, { readonly sound: OggSound; last: number }>()
  for await (const page of pagesFrom(file, 0)) {
    const sound = page.flags & FIRST ? readSound(firstPacket(page)) : undefined
    if (sound) links.set(page.serial, { sound, last: 0 })
    const link = links.get(page.serial)
    if (link) link.last = positionOf(page) ?? link.last
  }
  const seconds = [...links.values()].map(
    ({ sound, last }) => Math.max(0, last - sound.preSkip) / sound.clock,
  )
  const sum = seconds.reduce((all, each) => all + each, 0)
  return sum > 0 ? sum * clock : undefined
}

const firstPacket = (page: OggPage) => Buffer.from(takePackets(page, []).whole[0] ?? [])
