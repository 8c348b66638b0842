import { format, plural } from './format.ts'

const { count, percent } = format

/** What stands beside the pictures of a playlist or an archive; loaded with them. */
export const pictures = {
  title: 'At a glance',
  decades: 'By decade',
  decade: (decade: number) => `${decade}s`,
  undated: (number: number) => `The year of ${plural(number, 'track', 'tracks')} is not known.`,
  artists: 'Top artists',
  others: (artists: number) => plural(artists, 'other artist', 'other artists'),
  sources: 'Where it came from',
  own: 'Your own folders',
  legend: 'The longer the bar, the more tracks; the filled part is kept.',
  of: (kept: number, tracks: number) =>
    kept === tracks ? `all ${count(tracks)}` : `${count(kept)} of ${count(tracks)}`,
  share: (tracks: number, all: number) => `${count(tracks)}, ${percent(tracks / Math.max(1, all))}`,
  columns: { of: 'What', drawn: 'Bar', kept: 'Kept' },
  coverage: (kept: number, tracks: number) =>
    `${count(kept)} of ${plural(tracks, 'entry', 'entries')} kept, ${percent(kept / Math.max(1, tracks))}`,
  coverageTitle: 'How much is kept',
}
