import { UnavailableError } from '../../../base/http/errors.ts'
import type { Http } from '../../../base/http/http.ts'
import { reason } from '../../../model/reason.ts'
import { openProvider } from '../../online/open-provider.ts'
import type { FoundCover, Provider } from '../../provider.ts'
import { readMbid } from '../musicbrainz/mbid.ts'
import { coverArtArchiveProbe } from './probe.ts'

const title = 'Cover Art Archive'

/** Pictures lie at the Internet Archive, to which every answer leads on. https://musicbrainz.org/doc/Cover_Art_Archive/API */
export const coverArtArchive: Provider<'cover'> = {
  name: 'cover-art-archive',
  title,
  can: ['cover'],
  probe: coverArtArchiveProbe,
  hosts: ['coverartarchive.org', 'archive.org', '*.archive.org'].map((host) => ({
    host,
    pace: { requests: 4, perMs: 1000 },
    atOnce: 4,
  })),
  open: ({ http }) =>
    openProvider(coverArtArchive, {
      async cover(releaseMbid, signal) {
        const id = readMbid(releaseMbid)
        return id === undefined ? undefined : findFront(http, id, signal)
      },
    }),
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
        reason('source.refused', { place: title, status }),
      )
    }
    const mime = readMime(body)
    if (mime) return { bytes: body, mime, answer }
    // A cut-off picture or an error page must not stay in the cache.
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
