import type { TagPicture } from '../read/container.ts'
import type { Box } from './mp4-boxes.ts'

/** Values by their types: https://developer.apple.com/documentation/quicktime-file-format/well-known_types */
const [UTF8, UTF16, SIGNED, UNSIGNED] = [1, 2, 21, 22]
const PICTURES = [13, 14, 27]

/** What an item of a list of tags holds. */
export interface Mp4Item {
  readonly place: string
  readonly texts: readonly string[]
  readonly pictures: readonly TagPicture[]
  /** Values that are neither text nor number nor picture. */
  readonly isUnknown: boolean
}

interface Value {
  readonly type: number
  readonly data: Buffer
}

/** An item by its atom, or what names it; `bytes` are its content, with the boxes in it. */
export function readItem(place: string, bytes: Buffer, parts: readonly Box[]): Mp4Item {
  const values = parts.flatMap(({ name, content, end }): Value[] => {
    const data = bytes.subarray(content, end)
    // Type and locale come first.
    return name === 'data' && data.length >= 8
      ? [{ type: data.readUInt32BE() & 0xff_ffff, data: data.subarray(8) }]
      : []
  })
  const pictures = values
    .filter(({ type, data }) => data.length > 0 && (place === 'covr' || PICTURES.includes(type)))
    .map(({ data }, index) => ({ isFront: index === 0, data }))
  const texts = pictures.length > 0 ? [] : values.map((value) => textOf(place, value))
  return {
    place,
    pictures,
    texts: texts.filter((text) => text !== undefined),
    isUnknown: texts.includes(undefined),
  }
}

/** Nothing where it is no text and no number. */
function textOf(place: string, { type, data }: Value): string | undefined {
  if (place === 'trkn' || place === 'disk') return pairIn(data)
  if (type === UTF8) return data.toString('utf8')
  if (type === UTF16) return new TextDecoder('utf-16be').decode(data)
  const isNumber = type === SIGNED || type === UNSIGNED || (NUMBERS.has(place) && data.length <= 6)
  if (!isNumber || data.length === 0 || data.length > 8) return undefined
  return String(integerIn(data, type === UNSIGNED))
}

/** Numbers that programs write without saying that they are. */
const NUMBERS = new Set([
  'tmpo',
  'cpil',
  'gnre',
  'pgap',
  'pcst',
  'rtng',
  'stik',
  'hdvd',
  'shwm',
  '©mvi',
  '©mvc',
])

function integerIn(data: Buffer, unsigned: boolean): number {
  if (data.length <= 6)
    return unsigned ? data.readUIntBE(0, data.length) : data.readIntBE(0, data.length)
  return Number(BigInt.asIntN(64, BigInt(`0x${data.toString('hex')}`)))
}

/** Two bytes, then number and total of 16 bits. */
function pairIn(data: Buffer): string | undefined {
  if (data.length < 4) return undefined
  const [number, total] = [data.readUInt16BE(2), data.length < 6 ? 0 : data.readUInt16BE(4)]
  return total > 0 ? `${number}/${total}` : String(number)
}
