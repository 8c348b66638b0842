/** What a picture is by its first bytes, by the name that people know. */
export type PictureKind = keyof typeof signatures

const signatures = {
  JPEG: /^\xff\xd8\xff/,
  PNG: /^\x89PNG\r\n/,
  WebP: /^RIFF.{4}WEBP/s,
  GIF: /^GIF8[79]a/,
  BMP: /^BM.{4}\0{4}/s,
  TIFF: /^(?:II\*\0|MM\0\*)/,
  AVIF: /^.{4}ftypavi[fs]/s,
  HEIC: /^.{4}ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)/s,
  'JPEG XL': /^(?:\xff\n|\0{3}.JXL )/s,
  SVG: /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<svg/i,
} as const

const START_BYTES = 128

/** Undefined for what is no picture that is known. */
export function kindOfPicture(bytes: Uint8Array): PictureKind | undefined {
  const start = Buffer.from(bytes.subarray(0, START_BYTES)).toString('latin1')
  const kinds = Object.entries(signatures) as [PictureKind, RegExp][]
  return kinds.find(([, signature]) => signature.test(start))?.[0]
}
