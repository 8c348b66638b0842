import type { PlaylistFormat } from './format.ts'
import { rekordbox } from './formats/dj/rekordbox.ts'
import { serato } from './formats/dj/serato.ts'
import { traktor } from './formats/dj/traktor.ts'
import { virtualdj } from './formats/dj/virtualdj.ts'
import { appleMusic } from './formats/exports/apple-music.ts'
import { deezer } from './formats/exports/deezer.ts'
import { exportify } from './formats/exports/exportify.ts'
import { googlePlayMusic } from './formats/exports/google-play-music.ts'
import { shazam } from './formats/exports/shazam.ts'
import { spotdl } from './formats/exports/spotdl.ts'
import { spotifyBackup } from './formats/exports/spotify-backup.ts'
import { spotifyExport } from './formats/exports/spotify-export.ts'
import { youtubeTakeout } from './formats/exports/youtube-takeout.ts'
import { ytmusicapi } from './formats/exports/ytmusicapi.ts'
import { csv } from './formats/general/csv.ts'
import { html } from './formats/general/html.ts'
import { json } from './formats/general/json.ts'
import { markdown } from './formats/general/markdown.ts'
import { text } from './formats/general/text.ts'
import { uriList } from './formats/general/uri-list.ts'
import { xml } from './formats/general/xml.ts'
import { historyTable } from './formats/logs/history-table.ts'
import { lastfm } from './formats/logs/lastfm.ts'
import { librefm } from './formats/logs/librefm.ts'
import { listenbrainz } from './formats/logs/listenbrainz.ts'
import { maloja } from './formats/logs/maloja.ts'
import { aimp } from './formats/players/aimp.ts'
import { asx } from './formats/players/asx.ts'
import { b4s } from './formats/players/b4s.ts'
import { cue } from './formats/players/cue.ts'
import { fpl } from './formats/players/fpl.ts'
import { itunes } from './formats/players/itunes.ts'
import { jellyfin } from './formats/players/jellyfin.ts'
import { jspf } from './formats/players/jspf.ts'
import { m3u } from './formats/players/m3u.ts'
import { pls } from './formats/players/pls.ts'
import { rhythmbox } from './formats/players/rhythmbox.ts'
import { wpl } from './formats/players/wpl.ts'
import { xspf } from './formats/players/xspf.ts'

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
  historyTable,
  maloja,
  csv,
  pls,
  asx,
  itunes,
  rekordbox,
  traktor,
  virtualdj,
  wpl,
  b4s,
  jellyfin,
  rhythmbox,
  cue,
  aimp,
  fpl,
  serato,
  spotifyBackup,
  deezer,
  appleMusic,
  googlePlayMusic,
  youtubeTakeout,
  shazam,
  ytmusicapi,
  spotdl,
  uriList,
  json,
  xml,
  html,
  markdown,
  text,
]
