import { type Reason, reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { services } from '../services/all.ts'

/** What to do instead, by service; of the others a table can be had. */
const ADVICE: Readonly<Record<string, Reason>> = {
  'Apple Music': reason('playlist.export-apple-music'),
  Bandcamp: reason('playlist.download-from-bandcamp'),
  MusicBrainz: reason('playlist.export-musicbrainz'),
  'Last.fm': reason('playlist.export-lastfm'),
}

/** Why a page that is not Spotify's is not read, and what to do instead. */
export function refuseElsewhere(service: string): UserError {
  if (service === '')
    return new UserError(reason('playlist.service-unknown'), reason('playlist.give-file-or-titles'))
  if (services.some(({ title }) => title === service))
    return new UserError(
      reason('playlist.no-list-of-service', { service }),
      reason('playlist.give-service-list'),
    )
  return new UserError(
    reason('playlist.service-not-read', { service }),
    ADVICE[service] ?? reason('playlist.export-with-table'),
  )
}

/** Why something of Spotify's is no list of tracks. */
export function refuseOther(what: string): UserError {
  if (what === 'episode' || what === 'show')
    return new UserError(reason('playlist.link-to-podcast'))
  return new UserError(
    reason('playlist.link-to-no-playlist', { what }),
    reason('playlist.give-list-link'),
  )
}
