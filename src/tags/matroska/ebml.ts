import type { ByteSource } from '../read/file-bytes.ts'
import { readPart } from '../read/read-part.ts'
import { elements } from './elements.ts'

/** An element's name, and where its content stands. */
export interface EbmlPlace {
  /** None of those that are looked at. */
  readonly name: string | undefined
  readonly id: number
  readonly start: number
  readonly end: number
  /** A stream's writer did not know where it ends: it may be entered, not passed over. */
  readonly isEndless: boolean
}

/** Lists by the names of what they hold. */
export interface EbmlList {
  readonly [name: string]: readonly EbmlValue[] | undefined
}
export type EbmlValue = EbmlList | number | string | Buffer

/** EBML, RFC 8794, 4: identifiers of up to four bytes, sizes of up to eight. */
const MAX_HEADER = 12

/** The header at this place; nothing where there is none. */
export async function readElementHeader(
  file: ByteSource,
  at: number,
  limit: number,
): Promise<EbmlPlace | undefined> {
  const bytes = await file.read(at, Math.min(MAX_HEADER, limit - at))
  const idBytes = widthOf(bytes[0])
  if (idBytes === undefined || idBytes > 4 || bytes.length <= idBytes) return undefined
  const sizeBytes = widthOf(bytes[idBytes])
  if (sizeBytes === undefined || bytes.length < idBytes + sizeBytes) return undefined
  const id = bytes.readUIntBE(0, idBytes)
  const start = at + idBytes + sizeBytes
  const size = readSize(bytes.subarray(idBytes, idBytes + sizeBytes))
  const end = size === undefined ? limit : Math.min(start + size, limit)
  return { name: elements.get(id)?.name, id, start, end, isEndless: size === undefined }
}

/** As many bytes as zeros before the first one, and one more. */
const widthOf = (first = 0) => (first === 0 ? undefined : Math.clz32(first) - 23)

/** Without the mark of its width; all ones stand for a size that is not known. */
function readSize(bytes: Buffer): number | undefined {
  const mask = 0xff >> bytes.length
  const first = (bytes[0] ?? 0) & mask
  const rest = bytes.subarray(1)
  if (first === mask && rest.every((byte) => byte === 0xff)) return undefined
  return rest.reduce((sum, byte) => sum * 256 + byte, first)
}

/** Real lists are not longer or deeper. */
const [MAX_ELEMENTS, MAX_DEPTH] = [100_000, 16]

/** All that a list holds and is known; `skip` names what is not wanted. */
export async function readList(
  file: ByteSource,
  { start, end }: Pick<EbmlPlace, 'start' | 'end'>,
  skip: ReadonlySet<string> = new Set(),
  depth = 0,
): Promise<EbmlList> {
  const list: Record<string, EbmlValue[]> = {}
  let at = start
  for (let count = 0; count < MAX_ELEMENTS && at < end; count++) {
    const place = await readElementHeader(file, at, end)
    if (!place) break
    at = place.end
    if (place.name === undefined || skip.has(place.name)) continue
    const value = await readValue(file, place, skip, depth)
    if (value === undefined) continue
    const before = list[place.name]
    if (before) before.push(value)
    else list[place.name] = [value]
  }
  return list
}

async function readValue(
  file: ByteSource,
  place: EbmlPlace,
  skip: ReadonlySet<string>,
  depth: number,
): Promise<EbmlValue | undefined> {
  const type = elements.get(place.id)?.type
  if (type === 'list')
    return depth < MAX_DEPTH ? await readList(file, place, skip, depth + 1) : undefined
  const bytes = await readPart(file, place.start, place.end)
  if (type === 'text') return bytes.toString('utf8').replace(/\0.*$/s, '')
  if (type === 'number') return bytes.reduce((sum, byte) => sum * 256 + byte, 0)
  if (type === 'bytes') return bytes
  if (bytes.length === 4) return bytes.readFloatBE()
  return bytes.length === 8 ? bytes.readDoubleBE() : undefined
}

export const listsIn = (list: EbmlList | undefined, name: string): readonly EbmlList[] =>
  (list?.[name] ?? []).filter(
    (value): value is EbmlList => typeof value === 'object' && !Buffer.isBuffer(value),
  )

export function numberIn(list: EbmlList | undefined, name: string): number | undefined {
  const [value] = list?.[name] ?? []
  return typeof value === 'number' ? value : undefined
}

export function textIn(list: EbmlList | undefined, name: string): string | undefined {
  const [value] = list?.[name] ?? []
  return typeof value === 'string' ? value : undefined
}

export function bytesIn(list: EbmlList | undefined, name: string): Buffer | undefined {
  const [value] = list?.[name] ?? []
  return Buffer.isBuffer(value) ? value : undefined
}
