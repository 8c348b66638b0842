import { UnavailableError } from '../../../base/http/errors.ts'
import { asRecord, type JsonObject } from '../../../base/json.ts'
import type { Playlist } from '../../../model/playlist.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import { buildPlaylist, checkCount, type ReadRow } from '../../reading/entries.ts'
import { askService, readWords } from '../ask.ts'
import type { MusicService, ServiceContext, ServiceLink } from '../service.ts'
import { readTrack } from './row.ts'
import { resolveShort, shortHosts } from './short.ts'

const HOST = 'api.deezer.com'
const service = 'Deezer'

/**
 * Public lists by the API that asks for no key, https://developers.deezer.com/api: 50 questions in 5 seconds. Text
 * alone: previews and covers are neither read nor asked for.
 */
export const deezer: MusicService = {
  name: 'deezer',
  title: service,
  hosts: [{ host: HOST, pace: { requests: 8, perMs: 1000 }, atOnce: 4 }, ...shortHosts],
  readLink(address) {
    const { hostname, pathname } = address
    if (shortHosts.some(({ host }) => host === hostname) && /^\/.+/.test(pathname))
      return { what: 'short', id: `https://${hostname}${pathname}` }
    if (!/^(?:(?:www|m|api)\.)?deezer\.com$/.test(hostname)) return undefined
    const found = /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(playlist|album|track)\/(\d{1,19})\/?$/.exec(
      pathname,
    )
    return found ? { what: found[1] as 'playlist', id: found[2] ?? '' } : undefined
  },
  async read(link, context, signal) {
    if (link.what === 'short') {
      const goal = await resolveShort(link.id, deezer, context.http, signal)
      return await deezer.read(goal, context, signal)
    }
    const head = asRecord(await ask(`${link.what}/${link.id}`, context, signal))
    return link.what === 'track' ? single(head, link) : await readList(head, link, context, signal)
  },
}

function single(track: JsonObject, { id }: ServiceLink): Playlist {
  const uri = `https://www.deezer.com/track/${id}`
  const head = { format: 'deezer', name: track.title, fallbackName: 'Track', uri }
  return buildPlaylist(head, [readTrack(track)])
}

async function readList(
  head: JsonObject,
  { what, id }: ServiceLink,
  context: ServiceContext,
  signal: AbortSignal,
): Promise<Playlist> {
  const album = what === 'album' ? { album: head.title } : {}
  const { rows, total } = await readPages(`${what}/${id}/tracks`, album, context, signal)
  const isPartial = rows.length < total
  const fewer = reason('playlist.service-gives-fewer', { service, total, given: rows.length })
  return buildPlaylist(
    {
      format: 'deezer',
      name: head.title,
      fallbackName: 'Deezer',
      description: head.description,
      creator: asRecord(what === 'album' ? head.artist : head.creator).name,
      uri: `https://www.deezer.com/${what}/${id}`,
      partial: isPartial,
      notes: isPartial ? [fewer] : [],
    },
    rows,
  )
}

const PAGE_SIZE = 100

/** By offsets that are counted here: the address of the next page in an answer is not used. */
async function readPages(
  path: string,
  more: { readonly album?: unknown },
  context: ServiceContext,
  signal: AbortSignal,
): Promise<{ readonly rows: readonly ReadRow[]; readonly total: number }> {
  const rows: ReadRow[] = []
  let before = ''
  for (let total = 1; ; ) {
    const query = new URLSearchParams({ limit: `${PAGE_SIZE}`, index: `${rows.length}` })
    const page = asRecord(await ask(`${path}?${query}`, context, signal))
    if (!Array.isArray(page.data)) throw unexpected()
    total = typeof page.total === 'number' ? page.total : rows.length + page.data.length
    checkCount(Math.max(total, rows.length + page.data.length))
    // The same page again would lead round and round.
    const given = JSON.stringify(page.data)
    if (given === before) return { rows, total }
    before = given
    rows.push(...page.data.map((track) => readTrack(asRecord(track), more)))
    context.onRead?.(rows.length, Math.max(total, rows.length))
    if (page.data.length === 0 || rows.length >= total) return { rows, total }
  }
}

/** An error comes as HTTP status 200, https://developers.deezer.com/api/errors. */
async function ask(path: string, { http }: ServiceContext, signal: AbortSignal): Promise<unknown> {
  const url = `https://${HOST}/${path}`
  const json = await askService(http, { url }, { title: service }, signal)
  const { error } = asRecord(json)
  if (error === undefined) return json
  const { code, message } = asRecord(error)
  if (code === NO_DATA || code === NOT_ALLOWED)
    throw new UserError(
      reason('playlist.list-not-there', { service }),
      reason('playlist.make-public', { service }),
    )
  if (code === QUOTA || code === BUSY)
    throw new UnavailableError(HOST, reason('playlist.service-busy', { service }))
  const detail = readWords(message)
  throw new UnavailableError(HOST, reason('playlist.service-says', { service, detail }))
}

const NO_DATA = 800
const NOT_ALLOWED = 200
const QUOTA = 4
const BUSY = 700

const unexpected = () =>
  new UnavailableError(HOST, reason('playlist.service-answer-unexpected', { service }))
