import type { Link } from '../../../model/link.ts'
import { type Reason, reason } from '../../../model/reason.ts'
import { type NamedChannel, readPlace, watchPage } from './address.ts'
import type { Recognition } from './official.ts'
import type { Video } from './video.ts'

type Official = Extract<Recognition, { kind: 'official' }>

/** Videos and channels that other providers have named. */
export interface NamedLink {
  /** Who names it, by the video's id. */
  readonly videos: ReadonlyMap<string, string>
  readonly channels: ReadonlySet<string>
  /** Channels whose ids are still to be asked for. */
  readonly named: readonly NamedChannel[]
}

export function collectNamed(links: readonly Link[]): NamedLink {
  const videos = new Map<string, string>()
  const channels = new Set<string>()
  const named = new Map<string, NamedChannel>()
  for (const { url, by, kind } of links) {
    const place = kind === 'search' ? undefined : readPlace(url)
    if (place?.kind === 'channel') channels.add(place.id)
    else if (place?.kind === 'video') videos.set(place.id, videos.get(place.id) ?? by)
    else if (place) named.set(`${place.kind} ${place.name}`, place)
  }
  return { videos, channels, named: [...named.values()] }
}

/** Addresses that lead to a video of which `isWrong` says so, in whatever form they were given. */
export const findWrong = (links: readonly Link[], isWrong: (id: string) => boolean) =>
  links.flatMap(({ url }) => {
    const place = readPlace(url)
    return place?.kind === 'video' && isWrong(place.id) ? [url] : []
  })

/** `watch` is for what is official; all else on YouTube may be listened to. */
export const linkTo = (id: string, note: Reason, kind: 'watch' | 'listen'): Link => ({
  kind,
  service: 'YouTube',
  url: watchPage(id),
  by: 'youtube',
  note,
})

/** Differences that nobody would hear are not told. */
const WORTH_TELLING_MS = 5000

export function describeOfficial(video: Video, { sign, apartMs = 0 }: Official): Reason {
  const { allowedIn, blockedIn, embeddable } = video
  return reason('source.official-video', {
    sign,
    apartMs: Math.abs(apartMs) > WORTH_TELLING_MS ? apartMs : undefined,
    allowedIn,
    blockedIn,
    embeddable: embeddable === false ? false : undefined,
  })
}
