import type { ArchivedFile } from '../../src/model/archived-file.ts'
import type { Link } from '../../src/model/link.ts'
import type { Changes } from '../../src/model/lists/changes.ts'
import type { Evidence, Match } from '../../src/model/match.ts'
import type { Outcome, Report } from '../../src/model/outcome.ts'
import type { Entry } from '../../src/model/playlist.ts'
import { reason, textReason } from '../../src/model/reason.ts'
import type { Recording } from '../../src/model/recording.ts'
import type { Track } from '../../src/model/track.ts'
import type { Verdict } from '../../src/model/verdict.ts'

export const track = (over: Partial<Track> = {}): Track => ({
  title: 'Harbour Lights',
  artists: ['The Low Tide'],
  album: 'Slack Water',
  durationMs: 187_400,
  ...over,
})

const recording = (over: Partial<Recording> = {}): Recording => ({
  id: 'Low Tide/Slack Water/03 Harbour Lights.flac',
  source: 'library',
  title: 'Harbour Lights',
  artists: ['The Low Tide'],
  album: 'Slack Water',
  durationMs: 187_200,
  year: 2019,
  media: { kind: 'file', path: '/music/Low Tide/Slack Water/03 Harbour Lights.flac' },
  ...over,
})

const agreeing: readonly Evidence[] = [
  { field: 'prior', level: textReason('one in 200 candidates'), weight: -7.6 },
  {
    field: 'title',
    level: reason('match.exact'),
    weight: 11.2,
    left: 'Harbour Lights',
    right: 'Harbour Lights',
  },
  { field: 'version', level: reason('match.same'), weight: 0.4 },
  {
    field: 'artist',
    level: textReason('without the article'),
    weight: 8.9,
    left: 'Low Tide',
    right: 'The Low Tide',
  },
  {
    field: 'album',
    level: reason('match.exact'),
    weight: 4.1,
    left: 'Slack Water',
    right: 'Slack Water',
  },
  {
    field: 'duration',
    level: reason('match.within-1-s'),
    weight: 3.7,
    left: '3:07',
    right: '3:07',
  },
  { field: 'year', level: textReason('a year apart'), weight: -0.3, left: '2018', right: '2019' },
]

const differing: readonly Evidence[] = [
  ...agreeing.slice(0, 2),
  {
    field: 'version',
    level: textReason('live against studio'),
    weight: -9.5,
    left: 'studio',
    right: 'live at the Customs House',
  },
  ...agreeing.slice(3, 4),
  { field: 'duration', level: textReason('41 s apart'), weight: -4.2, left: '3:07', right: '3:48' },
]

export const match = (over: Partial<Match> = {}): Match => ({
  recording: recording(),
  weight: 20.4,
  probability: 0.99998,
  evidence: agreeing,
  notes: [],
  ...over,
})

const ownCopy: Verdict = {
  action: 'copy',
  reasons: ['The file lies in your own library: it is your own copy.'],
  licence: { id: 'own-copy', name: 'Your own copy' },
}

const reserved: Verdict = {
  action: 'link',
  reasons: ['The licence reserves all rights.', 'The host forbids downloads.'],
  licence: {
    id: 'all-rights-reserved',
    name: 'All rights reserved',
    asGiven: '℗ 2019 Slack Water Records',
  },
}

const inDoubt: Verdict = {
  action: 'review',
  reasons: [
    'MusicBrainz knows it as a published recording by The Low Tide, and it was put there by shoreline99.',
    'Its page says: Creative Commons Attribution 4.0.',
  ],
  licence: {
    id: 'CC-BY-4.0',
    name: 'Creative Commons Attribution 4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
  host: {
    name: 'Internet Archive',
    reason: 'The Internet Archive lets items be downloaded that are openly licensed.',
    conditions: ['It gives access for scholarship and research.'],
    termsUrl: 'https://archive.org/about/terms',
    readOn: '2026-11-21',
  },
}

export const links: readonly Link[] = [
  {
    kind: 'search',
    service: 'Qobuz',
    url: 'https://qobuz.example/search?q=low+tide',
    by: 'stores',
  },
  {
    kind: 'buy',
    service: 'Bandcamp',
    url: 'https://lowtide.example/track/low-water',
    by: 'musicbrainz',
  },
  {
    kind: 'watch',
    service: 'YouTube',
    url: 'https://video.example/watch?v=1&t=2',
    by: 'deezer',
    note: 'the artist’s own channel',
  },
  { kind: 'listen', service: 'Deezer', url: 'https://listen.example/1', by: 'deezer' },
  {
    kind: 'homepage',
    service: 'lowtide.example',
    url: 'https://lowtide.example/',
    by: 'musicbrainz',
  },
  { kind: 'download', service: 'Netlabel', url: 'https://free.example/nl042', by: 'musicbrainz' },
]

export const kept = (over: Partial<ArchivedFile> = {}): ArchivedFile => ({
  path: 'Evening Shore/03 The Low Tide - Harbour Lights.mp3',
  sha256: '9f2c5b0e6c1d4a7f8e3b2a190c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f',
  bytes: 5_214_331,
  durationMs: 187_200,
  format: 'mp3',
  quality: 'V0',
  how: 'encoded',
  track: track(),
  chosen: {
    source: 'library',
    id: 'Low Tide/Slack Water/03 Harbour Lights.flac',
    title: 'Harbour Lights',
    artists: ['The Low Tide'],
    album: 'Slack Water',
    sha256: '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff',
    probability: 0.99998,
    evidence: agreeing,
    notes: [],
  },
  verdict: ownCopy,
  keptAt: '2026-11-21T06:41:07Z',
  ...over,
})

/** A copy of somebody else's, with the evidence that it was made on. */
export const copied = kept({
  path: 'Evening Shore/04 The Low Tide - Sandbar.mp3',
  how: 'copied',
  chosen: {
    ...kept().chosen,
    source: 'internet-archive',
    id: 'nl042/04_sandbar.mp3',
    url: 'https://archive.org/details/nl042',
    uploader: 'The Low Tide',
    fileUrl: 'https://archive.org/download/nl042/04_sandbar.mp3',
    answer: {
      url: 'https://archive.org/metadata/nl042',
      sha256: 'ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100',
      at: '2026-11-21T06:40:30.000Z',
    },
  },
  verdict: {
    ...inDoubt,
    action: 'copy',
    reasons: [
      'Creative Commons Attribution 4.0 allows it.',
      'The Internet Archive lets items be downloaded that are openly licensed.',
    ],
  },
})

const live = match({
  recording: recording({
    id: 'Low Tide/Live/07 Harbour Lights (Live).mp3',
    title: 'Harbour Lights (Live at the Customs House)',
    album: 'Ebb and Flood: Live',
    durationMs: 228_000,
    media: { kind: 'file', path: '/music/Low Tide/Live/07 Harbour Lights (Live).mp3' },
  }),
  weight: -1.2,
  probability: 0.3,
  evidence: differing,
})

/** One outcome of every kind, in order. */
export const everyKind: readonly Outcome[] = [
  { kind: 'kept', position: 1, track: track(), kept: kept(), notes: [] },
  {
    kind: 'already-kept',
    position: 2,
    track: track({ title: 'Undertow', artists: ['Ina Voss', 'Marek'] }),
    kept: kept({
      path: 'Other List/01 Undertow.mp3',
      track: track({ title: 'Undertow', artists: ['Ina Voss', 'Marek'] }),
    }),
    notes: ['A remaster of the same recording.'],
  },
  { kind: 'would-keep', position: 3, track: track(), match: match(), verdict: ownCopy },
  {
    kind: 'ambiguous',
    position: 4,
    track: track({ title: 'Breakwater' }),
    candidates: [match({ probability: 0.55 }), live],
    reason: 'Two recordings fit about equally well.',
  },
  {
    kind: 'review',
    position: 5,
    track: track({ title: 'Sandbar' }),
    match: match({
      recording: recording({
        source: 'internet-archive',
        url: 'https://archive.org/details/sandbar',
      }),
    }),
    verdict: inDoubt,
    links: links.slice(1, 2),
  },
  {
    kind: 'refused',
    position: 6,
    track: track({ title: 'Lanterns' }),
    match: match({ recording: recording({ url: 'https://example.org/lanterns' }) }),
    verdict: reserved,
  },
  {
    kind: 'not-found',
    position: 7,
    track: track({ title: 'Low Water' }),
    nearest: live,
    reason: 'The nearest recording is another version.',
    links,
  },
  {
    kind: 'failed',
    position: 8,
    track: track({ title: 'Spring Tide' }),
    match: match(),
    reason: 'The file ends in the middle of its sound.',
  },
  {
    kind: 'skipped',
    position: 9,
    text: 'Tides, a podcast: episode 12',
    reason: textReason('An episode is no music.'),
  },
]

export const entryOf = (outcome: Outcome): Entry =>
  outcome.kind === 'skipped'
    ? (outcome as Entry)
    : { kind: 'track', position: outcome.position, track: outcome.track }

export const report = (
  outcomes: readonly Outcome[] = everyKind,
  over: Partial<Report> = {},
): Report => ({
  playlist: {
    name: 'Evening Shore',
    format: 'exportify',
    entries: outcomes.map(entryOf),
    notes: [],
  },
  outcomes,
  startedAt: '2026-11-21T06:40:00.000Z',
  finishedAt: '2026-11-21T06:43:12.000Z',
  stopped: false,
  dryRun: false,
  hosts: [],
  refusedRequests: [],
  ...over,
})

const rowOf = (position: number, title: string): Entry => ({
  kind: 'track',
  position,
  track: track({ title }),
})
const emptied: Entry = {
  kind: 'skipped',
  position: 9,
  text: '',
  reason: reason('playlist.empty-item'),
  withdrawn: true,
}

/** A change of every kind. */
export const someChanges: Changes = {
  since: '2026-11-20T06:43:12.000Z',
  added: [rowOf(3, 'Sandbar'), emptied],
  removed: [rowOf(7, 'Spindrift')],
  moved: [{ from: rowOf(6, 'Breakwater'), to: rowOf(4, 'Breakwater') }],
  changed: [{ from: rowOf(5, 'Lantern'), to: rowOf(5, 'Lanterns') }],
  withdrawn: [
    {
      from: rowOf(8, 'Low Water'),
      to: {
        ...rowOf(8, 'Low Water'),
        note: textReason('Not sold any more.'),
        withdrawn: true,
      } as Entry,
    },
  ],
  returned: [
    { from: { ...rowOf(2, 'Undertow'), withdrawn: true } as Entry, to: rowOf(2, 'Undertow') },
  ],
}

/** A long playlist: mostly kept, some of every other kind. */
export function longReport(length: number): Report {
  const outcomes = Array.from({ length }, (_, index): Outcome => {
    const sample = everyKind[index % 10 < 8 ? index % 2 : 3 + (Math.floor(index / 10) % 6)]
    if (sample === undefined) throw new Error('no such sample')
    return { ...sample, position: index + 1 }
  })
  return report(outcomes)
}
