/** What the folders that a file lies in suggest. */
export interface FolderHint {
  readonly artist?: string
  readonly album?: string
  readonly year?: number
  readonly discNumber?: number
  /** The folder next to the file is that of an album, as it seems. */
  readonly isInAlbum: boolean
}

/** Reads `Artist/Album (1999)/CD 2`, `Artist - 1999 - Album`. @param all from the outermost, as words */
export function readFolders(all: readonly string[]): FolderHint {
  const disc = DISC.exec(all.at(-1) ?? '')
  const folders = disc ? all.slice(0, -1) : all
  const [above, folder = ''] = folders.length > 1 ? folders.slice(-2) : ['', folders[0]]
  const { artist, album, year } = readAlbum(folder, above ?? '')
  const discNumber = disc ? toNumber(disc[1]) : undefined
  if (folders.length > 1) return { artist, album, year, discNumber, isInAlbum: true }
  // One folder alone is an album where a year says so.
  if (year === undefined) return { discNumber, isInAlbum: false }
  return { artist, album, year, discNumber, isInAlbum: true }
}

const DISC = /^(?:cd|dis[ck]|disque)[ .-]*(\d{1,2})\b/i

/** Folders that say nothing about their content. */
const EMPTY =
  /^(?:unknown|various|misc|va|v\.a\.|music|musik|downloads?|compilations?)(?: (?:artists?|albums?))?$/i

const meaningOf = (folder: string) => (folder === '' || EMPTY.test(folder) ? undefined : folder)

/** How a record was ripped: `[FLAC]`, `(24-96)`, `{2004 Remaster}` stays. */
const RIP =
  / *[[({](?:flac|mp3|ape|wav|wv|aac|ogg|opus|lossless|vinyl|web|cd|v0|v2|320|\d{2}-\d{2,3})[^\])}]*[\])}]$/i
const YEAR_BEHIND = /^(.*\S) *[[(]((?:19|20)\d\d)(?:-\d\d-\d\d)?[\])]$/
const YEAR_BEFORE = /^(?:[[(]((?:19|20)\d\d)[\])] *(?:- )?|((?:19|20)\d\d) - )(?=\S)(.*)$/

interface AlbumHint {
  readonly artist?: string
  readonly album?: string
  readonly year?: number
}

/** A folder of an album, and the one above it. */
function readAlbum(folder: string, above: string): AlbumHint {
  const artist = meaningOf(above)
  const [bare, year] = takeYear(folder.replace(RIP, ''))
  const [first, ...others] = bare.split(/ [-–—] /)
  const isArtists =
    first?.toLowerCase() === above.toLowerCase() || (artist === undefined && year !== undefined)
  if (others.length === 0 || !isArtists) return { artist, album: meaningOf(bare), year }
  const [album, innerYear] = takeYear(others.join(' - '))
  const named = artist ?? meaningOf(first ?? '')
  return { artist: named, album: meaningOf(album), year: year ?? innerYear }
}

function takeYear(name: string): readonly [string, number | undefined] {
  const behind = YEAR_BEHIND.exec(name)
  if (behind) return [behind[1] ?? name, toNumber(behind[2])]
  const before = YEAR_BEFORE.exec(name)
  if (before) return [before[3] ?? name, toNumber(before[1] ?? before[2])]
  return [name, undefined]
}

function toNumber(digits: string | undefined): number | undefined {
  const number = Number.parseInt(digits ?? '', 10)
  return number > 0 ? number : undefined
}
