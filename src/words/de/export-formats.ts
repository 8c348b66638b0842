import type { exportFormats as English } from '../en/export-formats.ts'

export const exportFormats: typeof English = {
  m3u8: 'M3U8 (die meisten Player)',
  xspf: 'XSPF (die meisten Player)',
  jspf: 'JSPF (eine Playlist in JSON)',
  csv: 'CSV (eine Tabelle mit allen Angaben)',
  tunemymusic: 'CSV für TuneMyMusic (zum Umzug zu einem anderen Dienst)',
  listenbrainz: 'JSPF für ListenBrainz',
}
