import { genreNames } from '../id3/genres.ts'
import { isMapped } from '../map/columns.ts'
import { appendTo, readFields } from '../map/fields.ts'
import { type NamedTexts, readNamed } from '../map/read-named.ts'
import type { Container, ContainerReading, TagLayer } from '../read/container.ts'
import type { ByteSource } from '../read/file-bytes.ts'
import { notCarried } from '../read/not-carried.ts'
import { piecesOf } from '../read/pieces.ts'
import { boxesIn, findBox, readContent, walkBoxes } from './box-walk.ts'
import { placeOfItem } from './ilst.ts'
import { type Mp4Item, readItem } from './item-values.ts'
import { type Box, readBoxes } from './mp4-boxes.ts'
import { endOfFragment } from './mp4-fragments.ts'
import { readSound, type SoundTrack } from './mp4-sound.ts'
import { readUserText } from './user-texts.ts'

/** M4A, MP4, M4B, 3GP and QuickTime. */
export const mp4: Container = {
  recognises: (start) => /^(?:ftyp|moov|wide|mdat|pnot)$/.test(start.toString('latin1', 4, 8)),
  async read(file, { covers }) {
    const found = await findHead(file)
    if (!found.moov) throw new Error('no moov in MP4')
    const { items, texts } = await readTagBoxes(file, found.moov, covers)
    return {
      audio: await describe(file, found.moov, found),
      layers: layersOf(items, texts),
      notes: notCarried(items.filter(({ isUnknown }) => isUnknown).map(({ place }) => place)),
    }
  },
  async *sound(file) {
    for await (const { name, content, end } of walkBoxes(file, 0, file.size))
      if (name === 'mdat') yield* piecesOf(file, content, end)
  },
}

interface Head {
  readonly brands: string
  readonly moov?: Box
  /** By the index of its segments. */
  readonly segmentsMs?: number
  readonly lastFragment?: Box
}

async function findHead(file: ByteSource): Promise<Head> {
  let head: Head = { brands: '' }
  for await (const box of walkBoxes(file, 0, file.size)) {
    if (box.name === 'ftyp') head = { ...head, brands: brandsIn(await readContent(file, box)) }
    if (box.name === 'sidx')
      head = { ...head, segmentsMs: head.segmentsMs ?? readSegments(await readContent(file, box)) }
    if (box.name === 'moov' && !head.moov) head = { ...head, moov: box }
    if (box.name === 'moof') head = { ...head, lastFragment: box }
    // Its index says how long the fragments are.
    if (head.lastFragment && head.segmentsMs) break
  }
  return head
}

/** The major one, and those that it is compatible with. */
function brandsIn(bytes: Buffer): string {
  const names = bytes.toString('latin1').match(/.{4}/gs) ?? []
  const brands = names.filter((_, index) => index !== 1).map((name) => name.replace(/[\0 ]/g, ''))
  return [...new Set(brands.filter(Boolean))].join('/')
}

/** ISO/IEC 14496-12, 8.16.3: ticks a second, then segments of 12 bytes with their length in the second four. */
function readSegments(bytes: Buffer): number | undefined {
  const start = bytes[0] === 0 ? 24 : 32
  if (bytes.length < start) return undefined
  const count = bytes.readUInt16BE(start - 2)
  const scale = bytes.readUInt32BE(8)
  let ticks = 0
  for (let at = start; at + 12 <= bytes.length && at < start + 12 * count; at += 12)
    ticks += bytes.readUInt32BE(at + 4)
  return scale > 0 ? (ticks * 1000) / scale : undefined
}

async function describe(
  file: ByteSource,
  moov: Box,
  { brands, segmentsMs, lastFragment }: Head,
): Promise<ContainerReading['audio']> {
  const container = brands || 'qt'
  const track = await readSound(file, moov)
  if (!track) return { container, lossless: false }
  const { audio } = track
  const fragmentsMs =
    segmentsMs ?? (lastFragment && (await readFragments(file, moov, lastFragment, track)))
  return { ...audio, container, durationMs: audio.durationMs ?? fragmentsMs }
}

async function readFragments(
  file: ByteSource,
  moov: Box,
  fragment: Box,
  { id, ticksPerSecond }: SoundTrack,
): Promise<number | undefined> {
  const defaults = await findBox(file, moov, 'mvex', 'trex')
  const bytes = defaults ? await readContent(file, defaults) : Buffer.of()
  const sampleTicks = bytes.length < 16 ? 0 : bytes.readUInt32BE(12)
  const ticks = await endOfFragment(file, fragment, { id, sampleTicks })
  return ticks !== undefined && ticksPerSecond > 0 ? (ticks * 1000) / ticksPerSecond : undefined
}

interface TagBoxes {
  readonly items: readonly Mp4Item[]
  readonly texts: NamedTexts
}

async function readTagBoxes(file: ByteSource, moov: Box, covers: boolean): Promise<TagBoxes> {
  const children = await boxesIn(file, moov)
  const user = children.filter(({ name }) => name === 'udta')
  const inUser = (await Promise.all(user.map((box) => boxesIn(file, box)))).flat()
  const metas = [...inUser, ...children].filter(({ name }) => name === 'meta')
  const items: Mp4Item[] = []
  const texts: (readonly [string, string])[] = []
  for (const meta of metas) {
    const found = await readMeta(file, meta, covers)
    items.push(...found.items)
    texts.push(...found.texts)
  }
  for (const box of inUser)
    if (box.name !== 'meta' && box.end - box.content < 65_536)
      texts.push(...readUserText(box.name, await readContent(file, box)))
  return { items, texts }
}

/** A list of items by their atoms, or (`mdta`) by the number of a key. */
async function readMeta(file: ByteSource, meta: Box, covers: boolean): Promise<TagBoxes> {
  // Version and flags come first, but not as QuickTime writes it.
  const first = (await file.read(meta.content + 4, 4)).toString('latin1')
  const plain = /^(?:hdlr|keys|ilst|free)$/.test(first)
  const inside = { content: meta.content + (plain ? 0 : 4), end: meta.end }
  const keys = await findBox(file, inside, 'keys')
  const names = keys ? readKeys(await readContent(file, keys)) : undefined
  const list = await findBox(file, inside, 'ilst')
  const items: Mp4Item[] = []
  for (const item of list ? await boxesIn(file, list) : []) {
    if (item.name === 'covr' && !covers) continue
    const bytes = await readContent(file, item)
    const key = names?.[Buffer.from(item.name, 'latin1').readUInt32BE() - 1]
    const place = key ?? placeOf(item, bytes)
    items.push(readItem(place, bytes, readBoxes(bytes, 0, bytes.length)))
  }
  if (!names) return { items, texts: [] }
  const texts = items.flatMap(({ place, texts }) => texts.map((text) => [place, text] as const))
  return { items: items.filter(({ pictures }) => pictures.length > 0), texts }
}

function placeOf({ name }: Box, bytes: Buffer): string {
  if (name === 'covr') return name
  return placeOfItem(bytes, { name, start: 0, content: 0, end: bytes.length }) ?? name
}

const VENDOR = /^com\.(?:apple\.quicktime|android)\./

/** A count, then sizes, namespaces of four letters and names. */
function readKeys(bytes: Buffer): readonly string[] {
  const names: string[] = []
  for (let at = 8; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at)
    if (size < 8) break
    names.push(bytes.toString('utf8', at + 8, at + size).replace(VENDOR, ''))
    at += size
  }
  return names
}

function layersOf(items: readonly Mp4Item[], texts: NamedTexts): readonly TagLayer[] {
  const fields = new Map<string, string[]>()
  const others: (readonly [string, string])[] = []
  for (const { place, texts } of items) {
    const values = place === 'gnre' ? texts.map(nameOfGenre) : texts
    if (isMapped('mp4', place)) appendTo(fields, place, values)
    else others.push(...values.map((text) => [place, text] as const))
  }
  return [
    { tags: readFields('mp4', fields), pictures: items.flatMap(({ pictures }) => pictures) },
    { tags: readNamed('mp4', others, nameOfOther) },
    { tags: readNamed('mp4', texts, nameOfOther) },
  ]
}

/** ID3v1's number and one. */
const nameOfGenre = (text: string) => genreNames[Number(text) - 1] ?? ''

/** A freeform item of another program by its name. */
const nameOfOther = (name: string) => name.replace(/^----:[^:]*:/, '')
