/** What people take for a playlist and is none. */
export type NoPlaylistKind =
  | 'audio'
  | 'video'
  | 'image'
  | 'pdf'
  | 'document'
  | 'workbook'
  | 'program'
  | 'packed'

/** A text of more bytes than this is no playlist. */
export const MAX_PLAYLIST_BYTES: number = 64 * 1024 * 1024

/** Bytes from the beginning of a file that are needed to tell what it is. */
export const HEAD_BYTES: number = 64

/** How files begin, as hexadecimal digits; `..` stands for any byte. */
const BEGINNINGS: readonly (readonly [NoPlaylistKind, string])[] = [
  ['pdf', '25504446 2d'],
  ['image', '89504e47 0d0a1a0a'],
  ['image', 'ffd8ff'],
  ['image', '47494638 3. 61'],
  ['image', '52494646 ........ 57454250'],
  ['image', '49492a00'],
  ['image', '4d4d002a'],
  ['audio', '494433 0.'],
  ['audio', '664c6143'],
  ['audio', '4f676753'],
  ['audio', '52494646 ........ 57415645'],
  ['audio', '464f524d ........ 41494646'],
  ['audio', '464f524d ........ 41494643'],
  ['audio', '3026b275 8e66cf11'],
  ['audio', '4d414320'],
  ['audio', '7776706b'],
  ['audio', '44534420'],
  ['video', '1a45dfa3'],
  ['video', '52494646 ........ 41564920'],
  ['program', '7f454c46'],
  ['program', 'cffaedfe'],
  ['program', 'cafebabe'],
  ['packed', '52617221 1a07'],
  ['packed', '377abcaf 271c'],
  ['packed', '1f8b08'],
  ['packed', '425a6839'],
  ['packed', 'fd377a58 5a00'],
]

/** ISO base media: the brand says what is in it. */
const BRANDS: readonly (readonly [NoPlaylistKind, RegExp])[] = [
  ['image', /^(?:heic|heix|mif1|msf1|avif)/],
  ['audio', /^M4[AB]/],
  ['video', /^/],
]

const ZIPPED: readonly (readonly [NoPlaylistKind, RegExp])[] = [
  ['workbook', /\.(?:xls[xmb]|ods|numbers)$/i],
  ['document', /\.(?:docx|odt|pptx|odp|epub|pages|key)$/i],
  ['program', /\.(?:apk|jar|ipa)$/i],
]

const isZip = (hex: string) => /^504b0304/.test(hex)
const isOffice = (hex: string) => hex.startsWith('d0cf11e0a1b11ae1')

/** What a file is by its first bytes and its name, where that is surely no playlist; undefined else. */
export function recogniseNoPlaylist(head: Uint8Array, name: string): NoPlaylistKind | undefined {
  const bytes = head.subarray(0, HEAD_BYTES)
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const byEnding = ZIPPED.find(([, ending]) => ending.test(name))?.[0]
  if (isZip(hex)) return byEnding
  if (isOffice(hex)) return /\.xls$/i.test(name) ? 'workbook' : 'document'
  if (hex.startsWith('4d5a') && bytes.includes(0)) return 'program'
  // An MPEG frame without a tag before it: eleven bits are set, and it says version, layer and rates that there are.
  if (/^ff(?:f[1239ab]|e[23])[1-9a-e]/.test(hex)) return 'audio'
  if (hex.slice(8, 16) === '66747970') {
    const brand = String.fromCharCode(...bytes.subarray(8, 12))
    return BRANDS.find(([, pattern]) => pattern.test(brand))?.[0]
  }
  return BEGINNINGS.find(([, pattern]) =>
    new RegExp(`^${pattern.replaceAll(' ', '')}`).test(hex),
  )?.[0]
}
