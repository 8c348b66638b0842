import type { ExportFormat } from '../../model/lists/playlist-formats.ts'

/** Formats in which a playlist can be exported. */
export const exportFormats: Readonly<Record<ExportFormat, string>> = {
  m3u8: 'M3U8 (most players)',
  xspf: 'XSPF (most players)',
  jspf: 'JSPF (a playlist in JSON)',
  csv: 'CSV (a table with every fact)',
  tunemymusic: 'CSV for TuneMyMusic (to move to another service)',
  listenbrainz: 'JSPF for ListenBrainz',
}
