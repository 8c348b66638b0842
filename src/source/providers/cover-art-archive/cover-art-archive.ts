import { UnavailableError } from '../../../base/http/errors.ts'
import type { Http } from '../../../base/http/http.ts'
import type { Answer } from '../../../model/recording.ts'
import type { Online, OnlineContext } from '../../provider.ts'
import { readMbid } from '../musicbrainz/mbid.ts'

const title = 'Cover Art Archive'

/** A front cover. It stays its maker's: it goes with the user's own copy, and nowhere else. */
export interface FoundCover {
  readonly bytes: Uint8Array
  /** By its first bytes, whatever the server says. */
  readonly mime: 'image/jpeg' | 'image/png'
  readonly answer: Answer
}

export interface CoverFinder extends AsyncDisposable {
  readonly name: string
  /** As a person knows it. */
  readonly title: string
  /**
   * The front cover of a release of MusicBrainz. Undefined where there is none, or none that can be used;
   * a place that cannot be asked now throws Unavailable.
   */
  findCover(releaseMbid: string, signal: AbortSignal): Promise<FoundCover | undefined>
}

export interface OnlineCoverFinder extends Online {
  open(context: OnlineContext): CoverFinder
}

/** Pictures lie at the Internet Archive, to which every answer leads on. https://musicbrainz.org/doc/Cover_Art_Archive/API */
export const coverArtArchive: OnlineCoverFinder = {
  name: 'cover-art-archive',
  title,
  hosts: ['coverartarchive.org', 'archive.org', '*.archive.org'].map((host) => ({
    host,
    pace: { requests: 4, perMs: 1000 },
    atOnce: 4,
  })),
  open({ http }) {
    let closed = false
    return {
      name: coverArtArchive.name,
      title,
      async findCover(releaseMbid, signal) {
        signal.throwIfAborted()
        if (closed) throw new Error(`${title} was closed before this question.`)
        const id = readMbid(releaseMbid)
        return id === undefined ? undefined : findFront(http, id, signal)
      },
      async [Symbol.asyncDispose]() {
        closed = true
      },
    }
  },
}

/** Sizes of the longer side, in pixels, in the order wanted. Old pictures lack the first. */
const SIZES = [1200, 500, 250]

const MAX_BYTES = 5 * 2 ** 20

async function findFront(
  http: Http,
  id: string,
  signal: AbortSignal,
): Promise<FoundCover | undefined> {
  for (const size of SIZES) {
    const url = `https://coverartarchive.org/release/${id}/front-${size}`
    const headers = { accept: 'image/jpeg, image/png' }
    const { status, body, answer, forget } = await http.ask(
      { url, headers, maxBytes: MAX_BYTES },
      signal,
    )
    // 400 is for an id that is none, 404 for a release, a front or a size that is not there.
    if (status === 400) return undefined
    if (status === 404) continue
    if (status !== 200) {
      forget?.()
      throw new UnavailableError(
        'coverartarchive.org',
        `${title} refused to answer (HTTP status ${status}).`,
      )
    }
    const mime = readMime(body)
    if (mime) return { bytes: body, mime, answer }
    // Of half a picture and of a page that says "sorry" nothing is to be remembered.
    forget?.()
  }
  return undefined
}

const [JPEG, PNG] = ['ffd8ff', '89504e470d0a1a0a']

function readMime(bytes: Uint8Array): FoundCover['mime'] | undefined {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  if (head.startsWith(JPEG)) return 'image/jpeg'
  return head === PNG ? 'image/png' : undefined
}
