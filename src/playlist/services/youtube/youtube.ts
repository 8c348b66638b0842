import { asList, asRecord } from '../../../base/json.ts'
import type { Playlist } from '../../../model/playlist.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import { buildPlaylist, checkCount } from '../../reading/entries.ts'
import type { MusicService, ServiceContext } from '../service.ts'
import { apiHost, apiKey, askYoutube } from './data-api.ts'
import { type ListItem, readItem, readVideoItem, rowOfItem } from './row.ts'

const service = 'YouTube'

/**
 * Playlists by the Data API, under a key of the user's own: titles, channels and lengths, never a page and never
 * sound (https://developers.google.com/youtube/terms/developer-policies, III.E). A page of 50 costs 2 of 10,000
 * units a day.
 */
export const youtube: MusicService = {
  name: 'youtube',
  title: service,
  hosts: [{ host: apiHost, pace: { requests: 5, perMs: 1000 }, atOnce: 2 }],
  key: apiKey,
  readLink({ hostname, pathname, searchParams }) {
    const isShort = hostname === 'youtu.be'
    if (!isShort && !/^(?:(?:www|m|music)\.)?youtube\.com$/.test(hostname)) return undefined
    const isPage = isShort || /^\/(?:playlist|watch)\/?$/.test(pathname)
    const id = searchParams.get('list') ?? ''
    if (isPage && /^[\w-]{2,100}$/.test(id)) return { what: 'playlist', id }
    const [, video = searchParams.get('v') ?? ''] =
      (isShort ? /^\/([^/]+)$/ : /^\/shorts\/([^/]+)$/).exec(pathname) ?? []
    return /^[\w-]{11}$/.test(video) ? { what: 'track', id: video } : undefined
  },
  async read({ what, id }, context, signal) {
    const isList = what === 'playlist'
    if (isList && /^(?:RD|UL|PU)/.test(id))
      throw new UserError(reason('playlist.youtube-mix'), reason('playlist.save-mix'))
    if (isList && /^(?:WL|LL|LM|HL)$/.test(id))
      throw new UserError(
        reason('playlist.list-not-there', { service }),
        reason('playlist.export-youtube'),
      )
    if (context.key === undefined)
      throw new UserError(
        reason('playlist.service-needs-key', { service, variable: apiKey.variable }),
        reason('playlist.get-youtube-key', { url: apiKey.url, variable: apiKey.variable }),
      )
    return isList ? await readList(id, context, signal) : await readVideo(id, context, signal)
  },
}

/** One video, as a playlist of one. */
async function readVideo(
  id: string,
  context: ServiceContext,
  signal: AbortSignal,
): Promise<Playlist> {
  const query = {
    part: 'snippet,contentDetails',
    id,
    fields: 'items(snippet(title,channelTitle),contentDetails(duration))',
  }
  const [video] = asList(asRecord(await askYoutube('videos', query, context, signal)).items)
  const { snippet, contentDetails } = asRecord(video)
  const row = rowOfItem(readVideoItem(id, snippet), asRecord(contentDetails).duration)
  const uri = `https://www.youtube.com/watch?v=${id}`
  const name = row.kind === 'track' ? row.title : ''
  const notes = [reason('playlist.titles-of-videos')]
  return buildPlaylist({ format: 'youtube', name, fallbackName: 'YouTube', uri, notes }, [row])
}

async function readList(
  id: string,
  context: ServiceContext,
  signal: AbortSignal,
): Promise<Playlist> {
  const about = { part: 'snippet', id, fields: 'items(snippet(title,description,channelTitle))' }
  const [head] = asList(asRecord(await askYoutube('playlists', about, context, signal)).items)
  const { title, description, channelTitle } = asRecord(asRecord(head).snippet)
  const { items, total } = await readItems(id, context, signal)
  const lengths = await readLengths(items, context, signal)
  const isPartial = items.length < total
  const fewer = reason('playlist.service-gives-fewer', { service, total, given: items.length })
  return buildPlaylist(
    {
      format: 'youtube',
      name: title,
      fallbackName: 'YouTube',
      description,
      creator: channelTitle,
      uri: `https://www.youtube.com/playlist?list=${id}`,
      partial: isPartial,
      notes: [reason('playlist.titles-of-videos'), ...(isPartial ? [fewer] : [])],
    },
    items.map((item) => rowOfItem(item, lengths.get(item.id))),
  )
}

const FIELDS =
  'nextPageToken,pageInfo(totalResults),' +
  'items(snippet(title,publishedAt,videoOwnerChannelTitle),contentDetails(videoId),status(privacyStatus))'

async function readItems(
  playlistId: string,
  context: ServiceContext,
  signal: AbortSignal,
): Promise<{ readonly items: readonly ListItem[]; readonly total: number }> {
  const items: ListItem[] = []
  const seen = new Set<string>()
  const part = 'snippet,contentDetails,status'
  for (let token = ''; ; ) {
    const query = { part, playlistId, maxResults: '50', fields: FIELDS }
    const asked = token === '' ? query : { ...query, pageToken: token }
    const page = asRecord(await askYoutube('playlistItems', asked, context, signal))
    items.push(...asList(page.items).map(readItem))
    const given = asRecord(page.pageInfo).totalResults
    const total = typeof given === 'number' ? given : items.length
    checkCount(Math.max(total, items.length))
    context.onRead?.(items.length, Math.max(total, items.length))
    token = typeof page.nextPageToken === 'string' ? page.nextPageToken : ''
    // A token that comes again would lead round and round.
    if (token === '' || seen.has(token)) return { items, total }
    seen.add(token)
  }
}

/** `videos.list`, of 50 at a time. What is private or gone is not in the answer. */
async function readLengths(
  items: readonly ListItem[],
  context: ServiceContext,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, unknown>> {
  const lengths = new Map<string, unknown>()
  const ids = [...new Set(items.map(({ id }) => id).filter(Boolean))]
  for (let at = 0; at < ids.length; at += 50) {
    const id = ids.slice(at, at + 50).join(',')
    const query = { part: 'contentDetails', id, fields: 'items(id,contentDetails(duration))' }
    const answer = asRecord(await askYoutube('videos', query, context, signal))
    for (const video of asList(answer.items)) {
      const { id: given, contentDetails } = asRecord(video)
      if (typeof given === 'string') lengths.set(given, asRecord(contentDetails).duration)
    }
  }
  return lengths
}
