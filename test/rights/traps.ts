import type { Recording } from '../../src/model/recording.ts'
import type { Assertion, Verdict } from '../../src/model/verdict.ts'

export interface Trap {
  readonly name: string
  readonly source: string
  readonly item: Partial<Recording>
  readonly claims?: readonly Assertion[]
  /** ISO 8601 date; the day the terms were read where it does not matter. */
  readonly today?: string
  readonly action: Verdict['action']
  /** Of the sentence that decides. */
  readonly because: string
}

const by = 'https://creativecommons.org/licenses/by/4.0/'
const byNcNd = 'http://creativecommons.org/licenses/by-nc-nd/3.0/'
const mark = 'http://creativecommons.org/publicdomain/mark/1.0/'
const zero = 'http://creativecommons.org/publicdomain/zero/1.0/'

export const claim = (over: Partial<Assertion> = {}): Assertion => ({
  by: 'musicbrainz',
  artists: ['Ina Voss'],
  published: true,
  licences: [],
  ...over,
})

type Row = Omit<Trap, 'source'>

const from = (source: string, rows: readonly Row[]): readonly Trap[] =>
  rows.map((row) => ({ source, ...row }))

const archive = from('internet-archive', [
  { name: 'CC BY', item: { licence: by }, action: 'copy', because: 'Attribution 4.0 allows it.' },
  {
    name: 'collection stream_only',
    item: { licence: by, restrictions: ['stream-only'] },
    action: 'link',
    because: 'streamed only',
  },
  {
    name: 'access-restricted-item: "true"',
    item: { licence: by, restrictions: ['access-restricted'] },
    action: 'link',
    because: 'some people only',
  },
  {
    name: 'every file private: "true"',
    item: { licence: by, restrictions: ['private'] },
    action: 'link',
    because: 'as private',
  },
  {
    name: 'stream_only and access-restricted at once',
    item: { licence: zero, restrictions: ['stream-only', 'access-restricted'] },
    action: 'link',
    because: 'streamed only',
  },
  {
    name: '78rpm and georgeblood: a collection is no licence',
    item: {},
    action: 'link',
    because: 'names no licence',
  },
  {
    name: 'a 78 of 1947 called “public domain”',
    item: { licence: 'Public domain', year: 1947 },
    action: 'review',
    because: 'no date bears out',
  },
  {
    name: 'a 78 of 1919 without a licence',
    item: { year: 1919 },
    action: 'review',
    because: 'It names no licence. Published in 1919',
  },
  {
    name: 'etree: a concert without a licence',
    item: { year: 1977 },
    action: 'link',
    because: 'names no licence',
  },
  {
    name: 'etree: the band allows trading, in prose',
    item: { licence: 'The band permits non-commercial trading among fans.' },
    action: 'link',
    because: 'names none that is known',
  },
  {
    name: 'Public Domain Mark without a date',
    item: { licence: mark },
    action: 'review',
    because: 'no date bears out',
  },
  {
    name: 'Public Domain Mark, 1925, in 2026',
    item: { licence: mark, year: 1925 },
    action: 'copy',
    because: 'Published in 1925',
  },
  {
    name: 'Public Domain Mark, 1926, on 2026-12-31',
    item: { licence: mark, year: 1926 },
    today: '2026-12-31',
    action: 'review',
    because: 'no date bears out',
  },
  {
    name: 'Public Domain Mark, 1926, on 2027-01-01',
    item: { licence: mark, year: 1926 },
    today: '2027-01-01',
    action: 'copy',
    because: 'Published in 1926',
  },
  {
    name: 'the date of a remaster does not count: 1920, given as 1999',
    item: { licence: mark, year: 1999 },
    action: 'review',
    because: 'no date bears out',
  },
  {
    name: 'the year of the composition, given as the item’s',
    item: { licence: mark, year: 1808 },
    action: 'review',
    because: 'no date bears out',
  },
  {
    name: 'no year at all, given as 0',
    item: { licence: 'Public domain', year: 0 },
    action: 'review',
    because: 'no date bears out',
  },
  {
    name: 'a recording of today of an old song',
    item: { licence: 'Public domain', year: 2015 },
    action: 'review',
    because: 'no date bears out',
  },
  {
    name: 'licenses/publicdomain: withdrawn, to review',
    item: { licence: 'http://creativecommons.org/licenses/publicdomain/' },
    action: 'review',
    because: 'no date bears out',
  },
  { name: 'CC0', item: { licence: zero }, action: 'copy', because: 'Zero 1.0 allows it.' },
  {
    name: 'NoDerivatives and NonCommercial: the format may change',
    item: { licence: byNcNd },
    action: 'copy',
    because: 'NoDerivatives 3.0 allows it.',
  },
  {
    name: 'by-nd-nc/1.0, in its own order',
    item: { licence: 'http://creativecommons.org/licenses/by-nd-nc/1.0/' },
    action: 'copy',
    because: 'NoDerivatives 1.0 allows it.',
  },
  {
    name: 'sampling+: no whole copies everywhere',
    item: { licence: 'http://creativecommons.org/licenses/sampling+/1.0/' },
    action: 'link',
    because: 'names none that is known',
  },
  {
    name: 'nc-sampling+',
    item: { licence: 'http://creativecommons.org/licenses/nc-sampling+/1.0/' },
    action: 'link',
    because: 'names none that is known',
  },
  {
    name: 'devnations: for some countries only',
    item: { licence: 'http://creativecommons.org/licenses/devnations/2.0/' },
    action: 'link',
    because: 'names none that is known',
  },
  {
    name: 'by/2.1 without a country was never published',
    item: { licence: 'http://creativecommons.org/licenses/by/2.1/' },
    action: 'link',
    because: 'names none that is known',
  },
  {
    name: 'by/2.1/jp was',
    item: { licence: 'http://creativecommons.org/licenses/by/2.1/jp/' },
    action: 'copy',
    because: '2.1 Japan allows it.',
  },
  {
    name: 'music under the GPL',
    item: { licence: 'http://www.gnu.org/licenses/gpl-3.0.html' },
    action: 'copy',
    because: 'GNU General Public License 3.0 allows it.',
  },
  {
    name: 'all rights reserved',
    item: { licence: 'All rights reserved' },
    action: 'link',
    because: 'All rights reserved.',
  },
  {
    name: '“all rights reserved” beside a CC licence',
    item: { licence: 'CC BY 4.0. All rights reserved.' },
    action: 'link',
    because: 'names none that is known',
  },
  {
    name: 'a licence on a page of somebody else’s',
    item: { licence: 'https://evil.example/creativecommons.org/licenses/by/4.0/' },
    action: 'link',
    because: 'names none that is known',
  },
])

const uploaders = from('internet-archive', [
  {
    name: 'uploader clash: a published recording, put there by anybody',
    item: { licence: by, uploader: 'vinylripper77' },
    claims: [claim()],
    action: 'review',
    because: 'published recording by Ina Voss, and it was put there by vinylripper77',
  },
  {
    name: 'the artist’s name on an item is no account of the artist’s',
    item: { licence: by, artists: ['Ina Voss'] },
    claims: [claim()],
    action: 'review',
    because: 'nothing shows that the artist put it there',
  },
  {
    name: 'the uploader is the artist',
    item: { licence: by, uploader: 'InaVoss' },
    claims: [claim()],
    action: 'copy',
    because: 'Attribution 4.0 allows it.',
  },
  {
    name: 'the uploader is one of the artists, by another name of hers',
    item: { licence: by, uploader: 'voss & marek' },
    claims: [claim({ artists: ['Ina Voss', 'Voss & Marek'] })],
    action: 'copy',
    because: 'allows it.',
  },
  {
    name: 'an account called Various Artists is nobody’s',
    item: { licence: by, uploader: 'Various Artists' },
    claims: [claim({ artists: ['Various Artists'] })],
    action: 'review',
    because: 'published recording by Various Artists',
  },
  {
    name: 'not published: nothing to clash with',
    item: { licence: by, uploader: 'somebody' },
    claims: [claim({ published: false })],
    action: 'copy',
    because: 'allows it.',
  },
  {
    name: 'published by nobody named: nothing to clash with',
    item: { licence: by, uploader: 'somebody' },
    claims: [claim({ artists: [] })],
    action: 'copy',
    because: 'allows it.',
  },
  {
    name: 'MusicBrainz agrees on the licence, whoever put it there',
    item: { licence: by, uploader: 'netlabel' },
    claims: [claim({ licences: [by] })],
    action: 'copy',
    because: 'allows it.',
  },
  {
    name: 'another version of the same licence agrees',
    item: { licence: byNcNd, uploader: 'netlabel' },
    claims: [claim({ licences: ['https://creativecommons.org/licenses/by-nc-nd/2.5/ch/'] })],
    action: 'copy',
    because: 'allows it.',
  },
  {
    name: 'one of two licences agrees',
    item: { licence: by, uploader: 'netlabel' },
    claims: [claim({ licences: [byNcNd, by] })],
    action: 'copy',
    because: 'allows it.',
  },
  {
    name: 'MusicBrainz says that all rights are reserved',
    item: { licence: by, uploader: 'Ina Voss' },
    claims: [claim({ licences: ['All rights reserved'] })],
    action: 'review',
    because: 'MusicBrainz says: All rights reserved.',
  },
  {
    name: 'MusicBrainz gives a stricter licence',
    item: { licence: by, uploader: 'Ina Voss' },
    claims: [claim({ licences: [byNcNd] })],
    action: 'review',
    because: 'MusicBrainz gives another licence: Creative Commons Attribution-NonCommercial-No',
  },
  {
    name: 'MusicBrainz gives a licence that nobody knows',
    item: { licence: by, uploader: 'Ina Voss' },
    claims: [claim({ licences: ['https://example.org/my-licence'] })],
    action: 'review',
    because: 'another licence: “https://example.org/my-licence”',
  },
  {
    name: 'MusicBrainz names this item as its free download',
    item: { licence: by, uploader: 'netlabel', url: 'https://archive.org/details/nl042#track-3' },
    claims: [claim({ downloads: ['http://www.archive.org/details/nl042/'] })],
    action: 'copy',
    because: 'allows it.',
  },
  {
    name: 'MusicBrainz names another item',
    item: { licence: by, uploader: 'netlabel', url: 'https://archive.org/details/nl042' },
    claims: [claim({ downloads: ['https://archive.org/details/nl04', 'https://archive.org/'] })],
    action: 'review',
    because: 'published recording by Ina Voss',
  },
  {
    name: 'AcoustID hears a commercial recording of other people',
    item: { licence: by, uploader: 'Ina Voss', artists: ['Ina Voss'] },
    claims: [claim({ licences: [by] }), claim({ by: 'acoustid', artists: ['The Big Label Band'] })],
    action: 'review',
    because: 'AcoustID knows it as a published recording by The Big Label Band',
  },
  {
    name: 'AcoustID’s doubt is settled where MusicBrainz agrees on the same artist',
    item: { licence: by, uploader: 'netlabel' },
    claims: [claim({ licences: [by] }), claim({ by: 'acoustid' })],
    action: 'copy',
    because: 'allows it.',
  },
  {
    name: 'old enough by MusicBrainz’ date: no leave is needed',
    item: { licence: mark, year: 1919, uploader: 'collector' },
    claims: [claim({ artists: ['Enrico Caruso'], year: 1919 })],
    action: 'copy',
    because: 'Published in 1919',
  },
  {
    name: 'the uploader’s old date against MusicBrainz’ later one',
    item: { licence: mark, year: 1919, uploader: 'collector' },
    claims: [claim({ year: 1958 })],
    action: 'review',
    because: 'MusicBrainz knows no release of it before 1958.',
  },
  {
    name: 'agreement opens nothing that the host keeps shut',
    item: { licence: by, restrictions: ['stream-only'], uploader: 'Ina Voss' },
    claims: [claim({ licences: [by] })],
    action: 'link',
    because: 'streamed only',
  },
  {
    name: 'a licence at MusicBrainz is none at the host',
    item: {},
    claims: [claim({ licences: [by] })],
    action: 'link',
    because: 'names no licence',
  },
])

const others = [
  ...from('jamendo', [
    { name: 'CC BY-NC-ND', item: { licence: byNcNd }, action: 'copy', because: 'allows it.' },
    {
      name: 'audiodownload_allowed: false',
      item: { licence: byNcNd, restrictions: ['no-download'] },
      action: 'link',
      because: 'switched downloads off',
    },
    { name: 'no license_ccurl', item: {}, action: 'link', because: 'names no licence' },
    {
      name: 'the account is the artist',
      item: { licence: by, artists: ['Ina Voss'] },
      claims: [claim()],
      action: 'copy',
      because: 'allows it.',
    },
    {
      name: 'an account that gives itself out as nobody',
      item: { licence: by, artists: ['Best Covers Ever'] },
      claims: [claim()],
      action: 'review',
      because: 'published recording by Ina Voss',
    },
  ]),
  ...from('wikimedia-commons', [
    { name: 'CC BY-SA', item: { licence: 'CC BY-SA 3.0' }, action: 'copy', because: 'allows it.' },
    {
      name: 'PD-old with a date',
      item: { licence: 'PD-US-record', year: 1916 },
      action: 'copy',
      because: 'Published in 1916',
    },
    {
      name: 'PD without a date',
      item: { licence: 'Public domain' },
      action: 'review',
      because: 'no date bears out',
    },
    {
      name: 'attribution alone is no licence',
      item: { licence: 'Attribution' },
      action: 'link',
      because: 'names none that is known',
    },
  ]),
  ...from('ccmixter', [
    {
      name: 'CC BY-NC by its remixer',
      item: { licence: 'http://creativecommons.org/licenses/by-nc/3.0/', uploader: 'InaVoss' },
      claims: [claim()],
      action: 'copy',
      because: 'allows it.',
    },
    {
      name: 'sampling+, as much of it is',
      item: { licence: 'http://creativecommons.org/licenses/sampling+/1.0/' },
      action: 'link',
      because: 'names none that is known',
    },
  ]),
  ...from('funkwhale', [
    { name: 'CC BY-SA', item: { licence: 'cc-by-sa-4.0' }, action: 'copy', because: 'allows it.' },
    {
      name: 'a listener’s own purchase, uploaded without a licence',
      item: {},
      action: 'link',
      because: 'names no licence',
    },
    {
      name: 'a listener’s own purchase, under a licence of theirs',
      item: { licence: by, uploader: 'listener' },
      claims: [claim()],
      action: 'review',
      because: 'published recording by Ina Voss',
    },
  ]),
] as const satisfies readonly Trap[]

const closed = [
  ...from('youtube', [
    {
      name: 'a CC-licensed video',
      item: { licence: 'Creative Commons Attribution 3.0', uploader: 'Ina Voss' },
      claims: [claim({ licences: [by] })],
      action: 'link',
      because: 'YouTube forbids',
    },
  ]),
  ...from('soundcloud', [
    {
      name: 'downloadable: true, cc-by',
      item: { licence: 'cc-by' },
      action: 'link',
      because: 'SoundCloud',
    },
  ]),
  ...from('audius', [
    {
      name: 'access.download: true beside is_downloadable: false',
      item: { licence: 'Attribution CC BY', restrictions: ['contradictory'] },
      action: 'link',
      because: 'Audius',
    },
  ]),
  ...from('openverse', [
    { name: 'a result under CC0', item: { licence: zero }, action: 'link', because: 'Openverse' },
  ]),
  ...from('fma', [
    { name: 'a track page under CC BY', item: { licence: by }, action: 'link', because: 'API' },
  ]),
  ...from('bandcamp', [
    { name: 'a CC licence', item: { licence: by }, action: 'link', because: 'Bandcamp' },
  ]),
  ...from('freesound', [
    { name: 'CC0', item: { licence: zero }, action: 'link', because: 'Freesound' },
  ]),
  ...from('mirlo', [
    { name: 'CC BY-SA', item: { licence: 'CC BY-SA 4.0' }, action: 'link', because: 'Mirlo' },
  ]),
  ...from('deezer', [
    {
      name: 'a preview, whatever it says',
      item: { licence: by },
      action: 'link',
      because: 'Deezer',
    },
  ]),
  ...from('itunes', [
    {
      name: 'a preview, whatever it says',
      item: { licence: by },
      action: 'link',
      because: 'Apple',
    },
  ]),
  ...from('spotify', [
    { name: 'anything', item: { licence: by }, action: 'link', because: 'Spotify' },
  ]),
  ...from('musicbrainz', [
    {
      name: 'knows, and holds no sound',
      item: { licence: by },
      action: 'link',
      because: 'only says',
    },
  ]),
  ...from('odesli', [
    {
      name: 'knows, and holds no sound',
      item: { licence: by },
      action: 'link',
      because: 'only says',
    },
  ]),
  ...from('some-new-site', [
    {
      name: 'an unknown host, a known licence',
      item: { licence: zero },
      action: 'link',
      because: 'is not known',
    },
    {
      name: 'an unknown host, a record of 1900',
      item: { licence: mark, year: 1900 },
      action: 'link',
      because: 'is not known',
    },
  ]),
  ...from('Internet-Archive', [
    {
      name: 'no name but the exact one',
      item: { licence: zero },
      action: 'link',
      because: 'not known',
    },
  ]),
] as const satisfies readonly Trap[]

const own = from('library', [
  {
    name: 'one’s own file, all rights reserved',
    item: { licence: 'All rights reserved' },
    claims: [claim({ licences: ['All rights reserved'] })],
    action: 'copy',
    because: 'your own file',
  },
])

/** (licence, host, flags, claims, year, day) → what may be done: every trap that is known of a source. */
export const traps: readonly Trap[] = [...archive, ...uploaders, ...others, ...closed, ...own]
