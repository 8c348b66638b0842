import { asRecord } from '../../../base/json.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import { jspf } from '../../formats/players/jspf.ts'
import { askService } from '../ask.ts'
import type { MusicService } from '../service.ts'

const service = 'ListenBrainz'

/**
 * Its playlists are JSPF, https://listenbrainz.readthedocs.io/en/latest/users/api/playlist.html: public ones for
 * everybody, private ones by the token of whoever they belong to.
 */
export const listenBrainz: MusicService = {
  name: 'listenbrainz',
  title: service,
  hosts: [{ host: 'api.listenbrainz.org', pace: { requests: 25, perMs: 10_000 }, atOnce: 2 }],
  key: {
    variable: 'SONGKEEP_LISTENBRAINZ_TOKEN',
    url: 'https://listenbrainz.org/settings/',
    required: false,
  },
  readLink({ hostname, pathname }) {
    if (!/^(?:(?:www|beta|api)\.)?listenbrainz\.org$/.test(hostname)) return undefined
    const found = /^(?:\/1)?\/playlist\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i.exec(
      pathname,
    )
    return found?.[1] ? { what: 'playlist', id: found[1].toLowerCase() } : undefined
  },
  async read({ id }, { http, key, onRead }, signal) {
    const url = `https://api.listenbrainz.org/1/playlist/${id}?fetch_metadata=true`
    const headers = key === undefined ? undefined : { authorization: `Token ${key}` }
    const json = await askService(http, { url, headers }, { title: service, explain }, signal)
    // It goes the way of a file, whose bounds and whose cleaning it needs as well.
    const text = JSON.stringify(wrap(json))
    const [playlist] = jspf.read({ name: service, text, bytes: Buffer.from(text) })
    if (!playlist) throw new UserError(reason('playlist.service-answer-unexpected', { service }))
    onRead?.(playlist.entries.length, playlist.entries.length)
    const uri = `https://listenbrainz.org/playlist/${id}`
    return { ...playlist, format: 'listenbrainz-playlist', uri }
  },
}

const wrap = (json: unknown) => ({ playlist: asRecord(asRecord(json).playlist) })

/** A private list is not there for whoever may not see it. */
const explain = (status: number) =>
  [401, 403, 404].includes(status)
    ? new UserError(
        reason('playlist.list-not-there', { service }),
        reason('playlist.give-token', { service, variable: 'SONGKEEP_LISTENBRAINZ_TOKEN' }),
      )
    : undefined
