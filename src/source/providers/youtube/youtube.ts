import type { Link } from '../../../model/link.ts'
import type { Track } from '../../../model/track.ts'
import { type Knowledge, nothingKnown } from '../../knowledge.ts'
import { openProvider } from '../../online/open-provider.ts'
import type { Provider, ProviderContext } from '../../provider.ts'
import { ChannelIds } from './channel-ids.ts'
import {
  apiHost,
  apiKey,
  askForVideos,
  chooseQuestion,
  mostVideos,
  searchVideos,
} from './data-api.ts'
import { collectNamed, describeOfficial, findWrong, linkTo } from './links.ts'
import { recogniseVideo } from './official.ts'
import type { Video } from './video.ts'

const DAY_MS = 24 * 3600 * 1000

/**
 * The official video of a track, as a link. What MusicBrainz and Odesli have named is checked first, all
 * of it in one call; a search comes last. There is nothing here that could download: YouTube forbids it
 * (https://developers.google.com/youtube/terms/developer-policies, III.E.1), and lets what its API says be
 * kept for 30 days (III.E.4).
 */
export const youtube: Provider<'lookUp'> = {
  name: 'youtube',
  title: 'YouTube',
  key: apiKey,
  can: ['lookUp'],
  hosts: [{ host: apiHost, pace: { requests: 5, perMs: 1000 }, atOnce: 2, keepForMs: 7 * DAY_MS }],
  open: (context) => {
    const channels = new ChannelIds(context)
    return openProvider(youtube, {
      lookUp: async (track, known, signal) => ({
        ...nothingKnown,
        ...(await findLinks(context, channels, track, known, signal)),
      }),
    })
  },
}

/** Links for one track: more would be a list of results, not an answer. */
const MOST_LINKS = 2

/** Searches of one key, https://developers.google.com/youtube/v3/determine_quota_cost. */
const searches = { name: 'youtube-search', perDay: 100, zone: 'America/Los_Angeles' }

async function findLinks(
  context: ProviderContext,
  channelIds: ChannelIds,
  track: Track,
  known: Knowledge,
  signal: AbortSignal,
): Promise<Pick<Knowledge, 'links' | 'wrong'>> {
  const { videos, channels, named } = collectNamed(known.links)
  const linked = [...videos].slice(0, mostVideos)
  if (context.key === undefined)
    return {
      links: linked
        .slice(0, MOST_LINKS)
        .map(([id, by]) => linkTo(id, `not checked: named by ${by}`, 'listen')),
    }

  const found = await describe(
    context,
    linked.map(([id]) => id),
    signal,
  )
  const wrong = findWrong(known.links, (id) => {
    const video = found.find((each) => each.id === id)
    const isGone = !video && linked.some(([checked]) => checked === id)
    return isGone || (video !== undefined && isRefused(track, video, channels))
  })
  const official = chooseOfficial(track, found, channels)
  if (official.length > 0) return { links: official, wrong }

  const own = new Set([...channels, ...(await channelIds.find(named, signal))])
  const ofArtist = chooseOfficial(track, found, own)
  if (ofArtist.length > 0) return { links: ofArtist, wrong }

  // Without a count that is kept across runs nobody would know when a day's searches are used up.
  const question = chooseQuestion(track)
  if (question !== '' && (await context.budget?.take(searches, question))) {
    const ids = await searchVideos(context, track, signal)
    const more = await describe(
      context,
      ids.filter((id) => !videos.has(id)),
      signal,
    )
    const searched = chooseOfficial(track, more, own)
    if (searched.length > 0) return { links: searched, wrong }
  }
  const unproven = found
    .filter((video) => recogniseVideo(track, video, own).kind === 'unproven')
    .slice(0, MOST_LINKS)
    .map(({ id }) =>
      linkTo(id, `named by ${videos.get(id)}; nothing shows that it is official`, 'listen'),
    )
  return { links: unproven, wrong }
}

const isRefused = (track: Track, video: Video, channels: ReadonlySet<string>) =>
  recogniseVideo(track, video, channels).kind === 'refused'

const describe = async (context: ProviderContext, ids: readonly string[], signal: AbortSignal) =>
  ids.length === 0 ? [] : askForVideos(context, ids, signal)

/** Those nearest in length first. */
function chooseOfficial(
  track: Track,
  videos: readonly Video[],
  channels: ReadonlySet<string>,
): readonly Link[] {
  return videos
    .flatMap((video) => {
      const is = recogniseVideo(track, video, channels)
      return is.kind === 'official' ? [{ video, is }] : []
    })
    .sort((left, right) => Math.abs(left.is.apartMs ?? 0) - Math.abs(right.is.apartMs ?? 0))
    .slice(0, MOST_LINKS)
    .map(({ video, is }) => linkTo(video.id, describeOfficial(video, is), 'watch'))
}
