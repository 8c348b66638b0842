import type { Link } from '../../model/link.ts'
import type { Track } from '../../model/track.ts'
import { type Knowledge, nothingKnown, type OnlineFinder } from '../finder.ts'
import { openFinder } from '../online/find.ts'
import type { OnlineContext } from '../source.ts'
import { apiHost, apiKey, askForVideos, mostVideos, searchVideos } from './youtube/data-api.ts'
import { collectNamed, describeOfficial, linkTo } from './youtube/links.ts'
import { recogniseVideo } from './youtube/official.ts'

const DAY_MS = 24 * 3600 * 1000

/**
 * The official video of a track, as a link. What MusicBrainz and Odesli have named is checked first, all
 * of it in one call; a search comes last. There is nothing here that could download: YouTube forbids it
 * (https://developers.google.com/youtube/terms/developer-policies, III.E.1), and lets what its API says be
 * kept for 30 days (III.E.4).
 */
export const youtube: OnlineFinder = {
  name: 'youtube',
  title: 'YouTube',
  key: apiKey,
  hosts: [{ host: apiHost, pace: { requests: 5, perMs: 1000 }, atOnce: 2, keepForMs: 7 * DAY_MS }],
  open: (context) =>
    openFinder(youtube, async (track, known, signal) => ({
      ...nothingKnown,
      links: await findLinks(context, track, known, signal),
    })),
}

/** Links for one track: more would be a list of results, not an answer. */
const MOST_LINKS = 2

/** Searches of one key, https://developers.google.com/youtube/v3/determine_quota_cost. */
const searches = { name: 'youtube-search', perDay: 100, zone: 'America/Los_Angeles' }

async function findLinks(
  context: OnlineContext,
  track: Track,
  known: Knowledge,
  signal: AbortSignal,
): Promise<readonly Link[]> {
  const { videos, channels } = collectNamed(known.links)
  const named = [...videos].slice(0, mostVideos)
  if (context.key === undefined)
    return named.slice(0, MOST_LINKS).map(([id, by]) => linkTo(id, `not checked: named by ${by}`))

  const check = async (ids: readonly string[]) => {
    const found = ids.length === 0 ? [] : await askForVideos(context, ids, signal)
    return found.map((video) => ({ video, is: recogniseVideo(track, video, channels) }))
  }
  const checked = await check(named.map(([id]) => id))
  const official = chooseOfficial(checked)
  if (official.length > 0) return official

  // Without a count that is kept across runs nobody would know when a day's searches are used up.
  if (track.artists.length > 0 && (await context.budget?.take(searches))) {
    const ids = await searchVideos(context, track, signal)
    const searched = chooseOfficial(await check(ids.filter((id) => !videos.has(id))))
    if (searched.length > 0) return searched
  }
  return checked
    .filter(({ is }) => is.kind === 'unproven')
    .slice(0, MOST_LINKS)
    .map(({ video: { id } }) =>
      linkTo(id, `named by ${videos.get(id)}; nothing shows that it is official`),
    )
}

type Checked = {
  readonly video: Parameters<typeof recogniseVideo>[1]
  readonly is: ReturnType<typeof recogniseVideo>
}

/** Those nearest in length first. */
function chooseOfficial(checked: readonly Checked[]): readonly Link[] {
  return checked
    .flatMap(({ video, is }) => (is.kind === 'official' ? [{ video, is }] : []))
    .sort((left, right) => Math.abs(left.is.apartMs ?? 0) - Math.abs(right.is.apartMs ?? 0))
    .slice(0, MOST_LINKS)
    .map(({ video, is }) => linkTo(video.id, describeOfficial(video, is)))
}
