import type { Cover } from '../model/media.ts'

/** What a picture is by its own bytes, whatever it is said to be. */
export interface Picture {
  readonly mime: Cover['mime']
  readonly width: number
  readonly height: number
}

/** A picture as a tag describes it. */
export interface DescribedPicture {
  /** ID3v2.4, section 4.14, from 0 to 20; FLAC has the same (RFC 9639, section 8.8). */
  readonly type: number
  readonly mime: string
  readonly data: Uint8Array
}

const LAST_TYPE = 20
/** Instead of a media type: the data is an address. */
const LINK = '-->'

/** Whether readers that believe the description do not find the picture. */
export function isMisdescribed({ type, mime, data }: DescribedPicture): boolean {
  if (mime === LINK) return false
  if (type > LAST_TYPE || data.length === 0) return true
  const read = readPicture(data)
  return (
    read !== undefined && mime.toLowerCase().replace(/^image\/jpg$/, 'image/jpeg') !== read.mime
  )
}

/** The place of a picture that is described wrongly: it never stays. */
export const MISDESCRIBED = 'misdescribed picture'

/** Real covers are not wider; a small file that unpacks to a huge picture is. */
const MAX_SIDE = 20_000

/**
 * Reads the size of a JPEG (ITU T.81) or PNG (ISO/IEC 15948). Nothing when it is neither, cut short at its
 * end, or has no sane size.
 */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const picture = readPng(view) ?? readJpeg(bytes, view)
  if (!picture) return undefined
  const { width, height } = picture
  const sane = (side: number) => side > 0 && side <= MAX_SIDE
  return sane(width) && sane(height) ? picture : undefined
}

function readPng(view: DataView): Picture | undefined {
  const SIGNATURE = 0x89504e470d0a1a0an
  const [IHDR, IEND] = [0x49484452, 0x49454e44]
  if (view.byteLength < 45 || view.getBigUint64(0) !== SIGNATURE) return undefined
  if (view.getUint32(12) !== IHDR || view.getUint32(view.byteLength - 8) !== IEND) return undefined
  return { mime: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

function readJpeg(bytes: Uint8Array, view: DataView): Picture | undefined {
  const [SOI, SOS] = [0xffd8, 0xffda]
  if (bytes.length < 20 || view.getUint16(0) !== SOI) return undefined
  // Cameras and programs leave a few bytes behind the end.
  if (!Buffer.from(bytes.subarray(-4096)).includes(Buffer.of(0xff, 0xd9))) return undefined
  for (let at = 2; at + 9 <= bytes.length; ) {
    const marker = view.getUint16(at)
    if (marker < 0xff00 || marker === SOS) return undefined
    if (marker === 0xffff) {
      at++
      continue
    }
    if (isFrameHeader(marker))
      return { mime: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

/** SOF0 to SOF15, but for DHT, JPG and DAC that lie among them. */
const isFrameHeader = (marker: number) =>
  marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
