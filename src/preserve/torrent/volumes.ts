import { posix } from 'node:path'
import { cleanName, cleanText, isSafePath, pathKey } from '../../archive/naming/clean.ts'
import { type Phase, phases } from './popularity.ts'
import type { SharedFile } from './select.ts'

/** A file in its place in a torrent. */
export interface PlacedShare extends SharedFile {
  /** Relative to the torrent's folder. */
  readonly path: string
}

/** What becomes one torrent. */
export interface Volume {
  /** `audio-001`: of its torrent's file, and of the folder beneath which the torrent's folder lies, where it has one. */
  readonly name: string
  readonly phase: Phase
  /** Of the torrent's folder: a web seed's address goes on with it. */
  readonly folder: string
  /** Addresses at which these very bytes lie. */
  readonly webSeeds: readonly string[]
  readonly files: readonly PlacedShare[]
}

const INTERNET_ARCHIVE = 'https://archive.org/'
/** The Internet Archive has all files beneath this name: a torrent of that name has it as its web seed. */
const DOWNLOAD = 'download'
const MAX_NAME_BYTES = 80
/** What a torrent's own texts are called. */
const OWN_NAME = /^(?:licences|readme)\b/i

/**
 * Cuts each phase into volumes of at most so many bytes, in its order; a larger file is a volume by itself. Files that
 * are byte for byte what the Internet Archive has are volumes apart, laid out as it has them, so that it is their web
 * seed.
 */
export function cutVolumes(
  parts: Readonly<Record<Phase, readonly SharedFile[]>>,
  maxBytes: number,
): readonly Volume[] {
  return phases.flatMap((phase) => {
    const { archived = [], own = [] } = Object.groupBy(
      parts[phase].map(placeShare),
      ({ isAtArchive }) => (isAtArchive ? 'archived' : 'own'),
    )
    return [
      ...cut(own, maxBytes).map((files, at) => {
        const name = `${phase}-${String(at + 1).padStart(3, '0')}`
        return { name, phase, folder: name, webSeeds: [], files }
      }),
      ...cut(archived, maxBytes).map((files, at) => ({
        name: `${phase}-archive.org-${String(at + 1).padStart(3, '0')}`,
        phase,
        folder: DOWNLOAD,
        webSeeds: [INTERNET_ARCHIVE],
        files,
      })),
    ]
  })
}

function cut(files: readonly PlacedShare[], maxBytes: number): readonly PlacedShare[][] {
  const volumes: PlacedShare[][] = []
  const taken = new Set<string>()
  let room = 0
  for (const each of files) {
    const { bytes } = each.file
    const key = pathKey(each.path)
    // The same bytes kept for two entries are shared once.
    if (taken.has(key)) continue
    taken.add(key)
    if (volumes.length === 0 || bytes > room) {
      volumes.push([])
      room = maxBytes
    }
    volumes.at(-1)?.push(each)
    room -= bytes
  }
  return volumes
}

function placeShare(share: SharedFile): PlacedShare & { readonly isAtArchive: boolean } {
  const path = pathAtArchive(share)
  return { ...share, path: path ?? ownPath(share), isAtArchive: path !== undefined }
}

/** Its item and file there; undefined where its bytes are not those, or its names cannot be everybody's. */
function pathAtArchive({ file, isVerbatim }: SharedFile): string | undefined {
  const { source, fileUrl } = file.kept.chosen
  if (!isVerbatim || source !== 'internet-archive') return undefined
  const { origin, pathname, search, hash } = URL.parse(fileUrl ?? '') ?? {}
  const start = `/${DOWNLOAD}/`
  if (`${origin}/` !== INTERNET_ARCHIVE || !pathname?.startsWith(start) || search || hash)
    return undefined
  const path = decode(pathname.slice(start.length))
  if (path === undefined || OWN_NAME.test(path) || !path.includes('/')) return undefined
  return isSafePath(path) ? path : undefined
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/**
 * By artist, title and digest: what the user's lists and folders are called is nobody's business. The same file has
 * the same path in every archive.
 */
function ownPath({ file }: SharedFile): string {
  const { chosen, sha256, path } = file.kept
  const artist = cleanName(cleanText(chosen.artists.join(', ')) || 'Unknown Artist', MAX_NAME_BYTES)
  const title = cleanName(cleanText(chosen.title) || 'Untitled', MAX_NAME_BYTES)
  return `music/${artist}/${title} [${sha256.slice(0, 12)}]${posix.extname(path)}`
}
