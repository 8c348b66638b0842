import type { Link } from '../../../model/link.ts'
import { reason } from '../../../model/reason.ts'
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
  MAX_VIDEOS,
  searchVideos,
} from './data-api.ts'
import { collectNamed, describeOfficial, findWrong, linkTo, type NamedLink } from './links.ts'
import { recogniseVideo } from './official.ts'
import { youtubeProbe } from './probe.ts'
import type { Video } from './video.ts'

const DAY_MS = 24 * 3600 * 1000

/**
 * The official video of a track, as a link. What others have named is checked first, all of it in one call; a
 * search comes last. There is nothing here that could download: YouTube forbids it
 * (https://developers.google.com/youtube/terms/developer-policies, III.E.1), and lets what its API says be
 * kept for 30 days (III.E.4).
 */
export const youtube: Provider<'lookUp'> = {
  name: 'youtube',
  title: 'YouTube',
  key: apiKey,
  can: ['lookUp'],
  probe: youtubeProbe,
  hosts: [{ host: apiHost, pace: { requests: 5, perMs: 1000 }, atOnce: 2, keepForMs: 7 * DAY_MS }],
  open: (context) => {
    const channelIds = new ChannelIds(context)
    return openProvider(youtube, {
      lookUp: async (track, known, signal) => {
        const named = collectNamed(known.links)
        const found =
          context.key === undefined
            ? { links: linkUnchecked(named) }
            : await checkLinks(known.links, named, { context, channelIds, track, signal })
        return { ...nothingKnown, ...found }
      },
    })
  },
}

/** Links for one track: more would be a list of results, not an answer. */
const MAX_LINKS = 2

/** Searches of one key, https://developers.google.com/youtube/v3/determine_quota_cost. */
const searches = { name: 'youtube-search', perDay: 100, zone: 'America/Los_Angeles' }

/** What is asked about one track, and with what. */
interface Question {
  readonly context: ProviderContext
  readonly channelIds: ChannelIds
  readonly track: Track
  readonly signal: AbortSignal
}

/** Without a key nothing can be asked: what others have named is handed on as it is. */
const linkUnchecked = ({ videos }: NamedLink): readonly Link[] =>
  [...videos]
    .slice(0, MAX_LINKS)
    .map(([id, by]) => linkTo(id, reason('source.video-not-checked', { by }), 'listen'))

/** Checks what others have named, and searches where none of it is official. */
async function checkLinks(
  links: readonly Link[],
  { videos, channels, named }: NamedLink,
  question: Question,
): Promise<Pick<Knowledge, 'links' | 'wrong'>> {
  const { channelIds, track, signal } = question
  const checked = [...videos.keys()].slice(0, MAX_VIDEOS)
  const found = await describe(checked, question)
  const wrong = findWrong(links, (id) => {
    const video = found.find((each) => each.id === id)
    if (!video) return checked.includes(id)
    return recogniseVideo(track, video, channels).kind === 'refused'
  })
  const official = chooseOfficial(track, found, channels)
  if (official.length > 0) return { links: official, wrong }

  const own = new Set([...channels, ...(await channelIds.find(named, signal))])
  const ofArtist = chooseOfficial(track, found, own)
  if (ofArtist.length > 0) return { links: ofArtist, wrong }

  const searched = chooseOfficial(track, await searchOthers(videos, question), own)
  if (searched.length > 0) return { links: searched, wrong }
  const unproven = found
    .filter((video) => recogniseVideo(track, video, own).kind === 'unproven')
    .slice(0, MAX_LINKS)
    .map(({ id }) => {
      const note = reason('source.video-not-proven', { by: videos.get(id) ?? '' })
      return linkTo(id, note, 'listen')
    })
  return { links: unproven, wrong }
}

/**
 * What a search finds besides those that are known. Without a count that is kept across runs nobody would know
 * when a day's searches are used up: then there is no search.
 */
async function searchOthers(
  videos: NamedLink['videos'],
  question: Question,
): Promise<readonly Video[]> {
  const { context, track, signal } = question
  const words = chooseQuestion(track)
  if (words === '' || !(await context.budget?.take(searches, words))) return []
  const ids = await searchVideos(context, track, signal)
  return describe(
    ids.filter((id) => !videos.has(id)),
    question,
  )
}

const describe = async (ids: readonly string[], { context, signal }: Question) =>
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
    .slice(0, MAX_LINKS)
    .map(({ video, is }) => linkTo(video.id, describeOfficial(video, is), 'watch'))
}
