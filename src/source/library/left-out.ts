import { extname } from 'node:path'
import { type Reason, reason } from '../../model/reason.ts'

/** What lies beside music and is none: pictures, texts, playlists, checksums, lyrics, what programs leave. */
const companions = new Set(
  [
    'jpg jpeg jpe jfif png gif bmp webp tif tiff heic heif avif svg psd xcf ico',
    'txt nfo log md rtf doc docx odt pdf html htm mht xml json csv tsv yaml yml url webloc lnk epub',
    'm3u m3u8 pls xspf wpl zpl asx b4s fpl jspf aimppl aimppl4 mpcpl',
    'md5 sha1 sha256 sfv ffp st5 accurip toc par2 torrent',
    'lrc elrc srt ass ssa vtt sub idx',
    'ini db db3 sqlite conf cfg bak tmp part crdownload opf plist nomedia itl itdb localized',
    'asd pk pkf peak gpk sfk reapeaks wvc',
  ].flatMap((kinds) => kinds.split(' ')),
)

/** An ending, not the end of a name with a dot in it. */
const ENDING = /^(?=.*[a-z])[a-z\d+_-]{1,10}$/

/** Whether a file is told of that was not looked into, by the ending of its name in lower case without the dot. */
export const isTold = (extension: string) => ENDING.test(extension) && !companions.has(extension)

/** In lower case, without the dot. */
export const extensionOf = (path: string) => extname(path).slice(1).toLowerCase()

export const isSheet = (path: string) => extensionOf(path) === 'cue'

export function countKind(path: string, counts: Map<string, number>): void {
  const extension = extensionOf(path)
  counts.set(extension, (counts.get(extension) ?? 0) + 1)
}

const MAX_KINDS = 8

/** `12 files … .mid 8, .mod 4`; nothing where nothing was left out. */
export function tellLeftOut(
  code: 'source.kinds-left-out' | 'source.films-left-out',
  counts: ReadonlyMap<string, number>,
): readonly Reason[] {
  if (counts.size === 0) return []
  const sorted = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
  const files = sorted.reduce((sum, [, count]) => sum + count, 0)
  const kinds = sorted.slice(0, MAX_KINDS).map(([extension, count]) => `.${extension} ${count}`)
  return [reason(code, { files, kinds, more: sorted.length - kinds.length })]
}
