import { type ExportFormat, exportFormats } from '../../model/lists/playlist-formats.ts'
import { csv } from './csv.ts'
import { jspf, listenbrainz } from './jspf.ts'
import { m3u8 } from './m3u8.ts'
import { tuneMyMusic } from './tune-my-music.ts'
import type { PlaylistWriter } from './writer.ts'
import { xspf } from './xspf.ts'

const byName: Readonly<Record<ExportFormat, PlaylistWriter>> = {
  m3u8,
  xspf,
  jspf,
  csv,
  tunemymusic: tuneMyMusic,
  listenbrainz,
}

/** The formats that a playlist can leave in. */
export const writers: readonly PlaylistWriter[] = exportFormats.map((name) => byName[name])
