import type { PlaylistFormat } from './format.ts'
import { asx } from './formats/asx.ts'
import { csv } from './formats/csv.ts'
import { exportify } from './formats/exportify.ts'
import { itunes } from './formats/itunes.ts'
import { jspf } from './formats/jspf.ts'
import { lastfm } from './formats/lastfm.ts'
import { librefm } from './formats/librefm.ts'
import { listenbrainz } from './formats/listenbrainz.ts'
import { m3u } from './formats/m3u.ts'
import { maloja } from './formats/maloja.ts'
import { pls } from './formats/pls.ts'
import { rekordbox } from './formats/rekordbox.ts'
import { spotifyBackup } from './formats/spotify-backup.ts'
import { spotifyExport } from './formats/spotify-export.ts'
import { text } from './formats/text.ts'
import { uriList } from './formats/uri-list.ts'
import { xspf } from './formats/xspf.ts'

/** Every format that is read; the surest one takes an input, the earlier one when two are as sure. */
export const formats: readonly PlaylistFormat[] = [
  exportify,
  spotifyExport,
  m3u,
  xspf,
  jspf,
  lastfm,
  listenbrainz,
  librefm,
  maloja,
  csv,
  pls,
  asx,
  itunes,
  rekordbox,
  spotifyBackup,
  uriList,
  text,
]
