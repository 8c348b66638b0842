import { type ReasonCode, textReason } from '../../src/model/reason.ts'
import type { Recording } from '../../src/model/recording.ts'
import type { Assertion, Unanswered, Verdict } from '../../src/model/verdict.ts'

export interface Trap {
  readonly name: string
  readonly source: string
  readonly item: Partial<Recording>
  readonly assertions?: readonly Assertion[]
  readonly unanswered?: readonly Unanswered[]
  /** ISO 8601 date; the day the terms were read where it does not matter. */
  readonly today?: string
  readonly action: Verdict['action']
  /** The reason that decides, with what of its parameters matters. */
  readonly because: { readonly code: ReasonCode; readonly params?: object }
}

const by = 'https://creativecommons.org/licenses/by/4.0/'
const byNcNd = 'http://creativecommons.org/licenses/by-nc-nd/3.0/'
const mark = 'http://creativecommons.org/publicdomain/mark/1.0/'
const zero = 'http://creativecommons.org/publicdomain/zero/1.0/'

/** As MusicBrainz makes it of a recording that no label has published. */
export const assertion = (over: Partial<Assertion> = {}): Assertion => ({
  by: 'musicbrainz',
  artists: ['Ina Voss'],
  published: true,
  labels: [],
  licences: [],
  ...over,
})

type Row = Omit<Trap, 'source'>

const from = (source: string, rows: readonly Row[]): readonly Trap[] =>
  rows.map((row) => ({ source, ...row }))

const silent: Unanswered = { by: 'MusicBrainz', reason: textReason('It does not answer.') }

const archive = from('internet-archive', [
  {
    name: 'CC BY',
    item: { licence: by },
    action: 'copy',
    because: {
      code: 'rights.licence-allows',
      params: { licence: { params: { id: 'CC-BY-4.0' } } },
    },
  },
  {
    name: 'collection stream_only',
    item: { licence: by, restrictions: ['stream-only'] },
    action: 'link',
    because: { code: 'rights.stream-only' },
  },
  {
    name: 'access-restricted-item: "true"',
    item: { licence: by, restrictions: ['access-restricted'] },
    action: 'link',
    because: { code: 'rights.access-restricted' },
  },
  {
    name: 'every file private: "true"',
    item: { licence: by, restrictions: ['private'] },
    action: 'link',
    because: { code: 'rights.private' },
  },
  {
    name: 'stream_only and access-restricted at once',
    item: { licence: zero, restrictions: ['stream-only', 'access-restricted'] },
    action: 'link',
    because: { code: 'rights.stream-only' },
  },
  {
    name: '78rpm and georgeblood: a collection is no licence',
    item: {},
    action: 'link',
    because: { code: 'rights.no-licence' },
  },
  {
    name: 'a 78 of 1947 called “public domain”',
    item: { licence: 'Public domain', year: 1947 },
    action: 'review',
    because: { code: 'rights.statement-without-date' },
  },
  {
    name: 'a 78 of 1919 without a licence',
    item: { year: 1919 },
    action: 'review',
    because: {
      code: 'rights.old-enough',
      params: { why: { code: 'rights.no-licence' }, year: 1919 },
    },
  },
  {
    name: 'etree: a concert without a licence',
    item: { year: 1977 },
    action: 'link',
    because: { code: 'rights.no-licence' },
  },
  {
    name: 'etree: the band allows trading, in prose',
    item: { licence: 'The band permits non-commercial trading among fans.' },
    action: 'link',
    because: { code: 'rights.unknown-licence' },
  },
  {
    name: 'Public Domain Mark without a date',
    item: { licence: mark },
    action: 'review',
    because: { code: 'rights.statement-without-date' },
  },
  {
    name: 'Public Domain Mark, 1925, in 2026',
    item: { licence: mark, year: 1925 },
    action: 'copy',
    because: { code: 'rights.statement-by-date', params: { year: 1925 } },
  },
  {
    name: 'Public Domain Mark, 1926, on 2026-12-31',
    item: { licence: mark, year: 1926 },
    today: '2026-12-31',
    action: 'review',
    because: { code: 'rights.statement-without-date' },
  },
  {
    name: 'Public Domain Mark, 1926, on 2027-01-01',
    item: { licence: mark, year: 1926 },
    today: '2027-01-01',
    action: 'copy',
    because: { code: 'rights.statement-by-date', params: { year: 1926 } },
  },
  {
    name: 'the date of a remaster does not count: 1920, given as 1999',
    item: { licence: mark, year: 1999 },
    action: 'review',
    because: { code: 'rights.statement-without-date' },
  },
  {
    name: 'the year of the composition, given as the item’s',
    item: { licence: mark, year: 1808 },
    action: 'review',
    because: { code: 'rights.statement-without-date' },
  },
  {
    name: 'no year at all, given as 0',
    item: { licence: 'Public domain', year: 0 },
    action: 'review',
    because: { code: 'rights.statement-without-date' },
  },
  {
    name: 'a recording of today of an old song',
    item: { licence: 'Public domain', year: 2015 },
    action: 'review',
    because: { code: 'rights.statement-without-date' },
  },
  {
    name: 'licenses/publicdomain: withdrawn, to review',
    item: { licence: 'http://creativecommons.org/licenses/publicdomain/' },
    action: 'review',
    because: { code: 'rights.statement-without-date' },
  },
  {
    name: 'CC0',
    item: { licence: zero },
    action: 'copy',
    because: { code: 'rights.licence-allows', params: { licence: { params: { id: 'CC0-1.0' } } } },
  },
  {
    name: 'NoDerivatives and NonCommercial: the format may change',
    item: { licence: byNcNd },
    action: 'copy',
    because: {
      code: 'rights.licence-allows',
      params: { licence: { params: { id: 'CC-BY-NC-ND-3.0' } } },
    },
  },
  {
    name: 'by-nd-nc/1.0, in its own order',
    item: { licence: 'http://creativecommons.org/licenses/by-nd-nc/1.0/' },
    action: 'copy',
    because: {
      code: 'rights.licence-allows',
      params: { licence: { params: { id: 'CC-BY-NC-ND-1.0' } } },
    },
  },
  {
    name: 'sampling+: no whole copies everywhere',
    item: { licence: 'http://creativecommons.org/licenses/sampling+/1.0/' },
    action: 'link',
    because: { code: 'rights.unknown-licence' },
  },
  {
    name: 'nc-sampling+',
    item: { licence: 'http://creativecommons.org/licenses/nc-sampling+/1.0/' },
    action: 'link',
    because: { code: 'rights.unknown-licence' },
  },
  {
    name: 'devnations: for some countries only',
    item: { licence: 'http://creativecommons.org/licenses/devnations/2.0/' },
    action: 'link',
    because: { code: 'rights.unknown-licence' },
  },
  {
    name: 'by/2.1 without a country was never published',
    item: { licence: 'http://creativecommons.org/licenses/by/2.1/' },
    action: 'link',
    because: { code: 'rights.unknown-licence' },
  },
  {
    name: 'by/2.1/jp was',
    item: { licence: 'http://creativecommons.org/licenses/by/2.1/jp/' },
    action: 'copy',
    because: {
      code: 'rights.licence-allows',
      params: { licence: { params: { id: 'CC-BY-2.1-JP' } } },
    },
  },
  {
    name: 'music under the GPL',
    item: { licence: 'http://www.gnu.org/licenses/gpl-3.0.html' },
    action: 'copy',
    because: {
      code: 'rights.licence-allows',
      params: { licence: { params: { id: 'GPL-3.0-only' } } },
    },
  },
  {
    name: 'all rights reserved',
    item: { licence: 'All rights reserved' },
    action: 'link',
    because: {
      code: 'rights.licence-denies',
      params: { licence: { params: { id: 'all-rights-reserved' } } },
    },
  },
  {
    name: '“all rights reserved” beside a CC licence',
    item: { licence: 'CC BY 4.0. All rights reserved.' },
    action: 'link',
    because: { code: 'rights.unknown-licence' },
  },
  {
    name: 'a licence on a page of somebody else’s',
    item: { licence: 'https://evil.example/creativecommons.org/licenses/by/4.0/' },
    action: 'link',
    because: { code: 'rights.unknown-licence' },
  },
])

const uploaders = from('internet-archive', [
  {
    name: 'uploader clash: a published recording, put there by anybody',
    item: { licence: by, uploader: 'vinylripper77' },
    assertions: [assertion()],
    action: 'review',
    because: {
      code: 'rights.uploader-doubted',
      params: { artists: ['Ina Voss'], uploader: 'vinylripper77' },
    },
  },
  {
    name: 'the artist’s name on an item is no account of the artist’s',
    item: { licence: by, artists: ['Ina Voss'] },
    assertions: [assertion()],
    action: 'review',
    because: { code: 'rights.uploader-doubted' },
  },
  {
    name: 'the uploader is the artist',
    item: { licence: by, uploader: 'InaVoss' },
    assertions: [assertion()],
    action: 'copy',
    because: {
      code: 'rights.licence-allows',
      params: { licence: { params: { id: 'CC-BY-4.0' } } },
    },
  },
  {
    name: 'an account called like the artist, of what a label has published',
    item: { licence: by, uploader: 'Ina Voss' },
    assertions: [assertion({ labels: ['Big Label', 'Ina Voss'] })],
    action: 'review',
    because: { code: 'rights.label-published', params: { labels: ['Big Label'] } },
  },
  {
    name: 'nor does another who knows the artist settle what a label has published',
    item: { licence: by, uploader: 'Ina Voss' },
    assertions: [assertion(), assertion({ labels: ['Big Label'] })],
    action: 'review',
    because: { code: 'rights.label-published' },
  },
  {
    name: 'a label called like the artist is the artist’s own',
    item: { licence: by, uploader: 'Ina Voss' },
    assertions: [assertion({ labels: ['Inä Voss'] })],
    action: 'copy',
    because: { code: 'rights.licence-allows' },
  },
  {
    name: 'whether a label has published it is not known: a name is no proof',
    item: { licence: by, uploader: 'Ina Voss' },
    assertions: [assertion({ labels: undefined })],
    action: 'review',
    because: { code: 'rights.account-unproven', params: { account: 'Ina Voss' } },
  },
  {
    name: 'a label’s, on the account that MusicBrainz names as the artist’s',
    item: { licence: by, uploaderUrl: 'https://ccmixter.org/people/inavoss' },
    assertions: [
      assertion({ labels: ['Big Label'], ownPages: ['http://ccmixter.org/people/inavoss/'] }),
    ],
    action: 'copy',
    because: { code: 'rights.licence-allows' },
  },
  {
    name: 'a label’s, under the licence that MusicBrainz gives',
    item: { licence: by, uploader: 'netlabel' },
    assertions: [assertion({ labels: ['Net Label'], licences: [by] })],
    action: 'copy',
    because: { code: 'rights.licence-allows' },
  },
  {
    name: 'the artist’s own pages are others',
    item: { licence: by, uploader: 'Ina Voss', uploaderUrl: 'https://ccmixter.org/people/ina2' },
    assertions: [
      assertion({
        labels: ['Big Label'],
        ownPages: ['https://ccmixter.org/people/ina', 'https://ccmixter.org/'],
      }),
    ],
    action: 'review',
    because: { code: 'rights.label-published' },
  },
  {
    name: 'the same licence, of somebody else’s recording',
    item: { licence: by, artists: ['Ina Voss'], uploader: 'ripper' },
    assertions: [assertion({ artists: ['Oda Brandt'], licences: [by] })],
    action: 'review',
    because: { code: 'rights.uploader-doubted' },
  },
  {
    name: 'an account called like the artist of another recording',
    item: { licence: by, artists: ['Ina Voss'], uploader: 'Oda Brandt' },
    assertions: [assertion({ artists: ['Oda Brandt'] })],
    action: 'review',
    because: { code: 'rights.uploader-doubted' },
  },
  {
    name: 'an old year at MusicBrainz is no leave to give a licence',
    item: { licence: by, uploader: 'ripper' },
    assertions: [assertion({ year: 1904, labels: ['Big Label'] })],
    action: 'review',
    because: { code: 'rights.label-published' },
  },
  {
    name: 'a label called like a guest is somebody else’s',
    item: { licence: by, uploader: 'Ina Voss' },
    assertions: [assertion({ artists: ['Ina Voss', 'Oda'], labels: ['Oda'] })],
    action: 'review',
    because: { code: 'rights.label-published' },
  },
  {
    name: 'what all pages of a host lie beneath is nobody’s page',
    item: { licence: by, uploader: 'ripper', url: 'https://archive.org/details/nl042' },
    assertions: [
      assertion({ labels: ['Big Label'], ownPages: ['https://archive.org/details?x=1'] }),
    ],
    action: 'review',
    because: { code: 'rights.label-published' },
  },
  {
    name: 'nobody could be asked whose it is',
    item: { licence: by, uploader: 'Ina Voss' },
    unanswered: [silent],
    action: 'review',
    because: { code: 'rights.not-checked', params: { by: 'MusicBrainz' } },
  },
  {
    name: 'who could be asked agrees, and another could not',
    item: { licence: by, uploader: 'netlabel' },
    assertions: [assertion({ licences: [by] })],
    unanswered: [silent],
    action: 'review',
    because: { code: 'rights.not-checked' },
  },
  {
    name: 'the uploader is one of the artists, by another name of hers',
    item: { licence: by, uploader: 'voss & marek' },
    assertions: [assertion({ artists: ['Ina Voss', 'Voss & Marek'] })],
    action: 'copy',
    because: { code: 'rights.licence-allows' },
  },
  {
    name: 'an account called Various Artists is nobody’s',
    item: { licence: by, uploader: 'Various Artists' },
    assertions: [assertion({ artists: ['Various Artists'] })],
    action: 'review',
    because: {
      code: 'rights.uploader-doubted',
      params: { artists: ['Various Artists'], uploader: 'Various Artists' },
    },
  },
  {
    name: 'not published: nothing to clash with',
    item: { licence: by, uploader: 'somebody' },
    assertions: [assertion({ published: false })],
    action: 'copy',
    because: { code: 'rights.licence-allows' },
  },
  {
    name: 'published by nobody named: nothing to clash with',
    item: { licence: by, uploader: 'somebody' },
    assertions: [assertion({ artists: [] })],
    action: 'copy',
    because: { code: 'rights.licence-allows' },
  },
  {
    name: 'MusicBrainz agrees on the licence, whoever put it there',
    item: { licence: by, uploader: 'netlabel' },
    assertions: [assertion({ licences: [by] })],
    action: 'copy',
    because: { code: 'rights.licence-allows' },
  },
  {
    name: 'another version of the same licence agrees',
    item: { licence: byNcNd, uploader: 'netlabel' },
    assertions: [
      assertion({ licences: ['https://creativecommons.org/licenses/by-nc-nd/2.5/ch/'] }),
    ],
    action: 'copy',
    because: { code: 'rights.licence-allows' },
  },
  {
    name: 'one of two licences agrees',
    item: { licence: by, uploader: 'netlabel' },
    assertions: [assertion({ licences: [byNcNd, by] })],
    action: 'copy',
    because: { code: 'rights.licence-allows' },
  },
  {
    name: 'MusicBrainz says that all rights are reserved',
    item: { licence: by, uploader: 'Ina Voss' },
    assertions: [assertion({ licences: ['All rights reserved'] })],
    action: 'review',
    because: {
      code: 'rights.others-deny',
      params: { by: 'MusicBrainz', licence: { params: { id: 'all-rights-reserved' } } },
    },
  },
  {
    name: 'MusicBrainz gives a stricter licence',
    item: { licence: by, uploader: 'Ina Voss' },
    assertions: [assertion({ licences: [byNcNd] })],
    action: 'review',
    because: {
      code: 'rights.other-licence',
      params: { by: 'MusicBrainz', licence: { params: { id: 'CC-BY-NC-ND-3.0' } } },
    },
  },
  {
    name: 'MusicBrainz gives a licence that nobody knows',
    item: { licence: by, uploader: 'Ina Voss' },
    assertions: [assertion({ licences: ['https://example.org/my-licence'] })],
    action: 'review',
    because: { code: 'rights.other-terms', params: { given: 'https://example.org/my-licence' } },
  },
  {
    name: 'MusicBrainz names this item as its free download',
    item: { licence: by, uploader: 'netlabel', url: 'https://archive.org/details/nl042#track-3' },
    assertions: [assertion({ downloads: ['http://www.archive.org/details/nl042/'] })],
    action: 'copy',
    because: { code: 'rights.licence-allows' },
  },
  {
    name: 'MusicBrainz names another item',
    item: { licence: by, uploader: 'netlabel', url: 'https://archive.org/details/nl042' },
    assertions: [
      assertion({ downloads: ['https://archive.org/details/nl04', 'https://archive.org/'] }),
    ],
    action: 'review',
    because: { code: 'rights.uploader-doubted', params: { artists: ['Ina Voss'] } },
  },
  {
    name: 'AcoustID hears a commercial recording of other people',
    item: { licence: by, uploader: 'Ina Voss', artists: ['Ina Voss'] },
    assertions: [
      assertion({ licences: [by] }),
      assertion({ by: 'acoustid', artists: ['The Big Label Band'] }),
    ],
    action: 'review',
    because: {
      code: 'rights.uploader-doubted',
      params: { by: 'AcoustID', artists: ['The Big Label Band'] },
    },
  },
  {
    name: 'AcoustID’s doubt is settled where MusicBrainz agrees on the same artist',
    item: { licence: by, uploader: 'netlabel' },
    assertions: [assertion({ licences: [by] }), assertion({ by: 'acoustid' })],
    action: 'copy',
    because: { code: 'rights.licence-allows' },
  },
  {
    name: 'old enough by MusicBrainz’ date: no leave is needed',
    item: { licence: mark, year: 1919, uploader: 'collector' },
    assertions: [assertion({ artists: ['Enrico Caruso'], year: 1919 })],
    action: 'copy',
    because: { code: 'rights.statement-by-date', params: { year: 1919 } },
  },
  {
    name: 'the uploader’s old date against MusicBrainz’ later one',
    item: { licence: mark, year: 1919, uploader: 'collector' },
    assertions: [assertion({ year: 1958 })],
    action: 'review',
    because: { code: 'rights.no-older-release', params: { by: 'MusicBrainz', year: 1958 } },
  },
  {
    name: 'agreement opens nothing that the host keeps shut',
    item: { licence: by, restrictions: ['stream-only'], uploader: 'Ina Voss' },
    assertions: [assertion({ licences: [by] })],
    action: 'link',
    because: { code: 'rights.stream-only' },
  },
  {
    name: 'a licence at MusicBrainz is none at the host',
    item: {},
    assertions: [assertion({ licences: [by] })],
    action: 'link',
    because: { code: 'rights.no-licence' },
  },
])

const others = [
  ...from('jamendo', [
    {
      name: 'CC BY-NC-ND',
      item: { licence: byNcNd },
      action: 'copy',
      because: { code: 'rights.licence-allows' },
    },
    {
      name: 'audiodownload_allowed: false',
      item: { licence: byNcNd, restrictions: ['no-download'] },
      action: 'link',
      because: { code: 'rights.no-download' },
    },
    { name: 'no license_ccurl', item: {}, action: 'link', because: { code: 'rights.no-licence' } },
    {
      name: 'the account is the artist',
      item: { licence: by, artists: ['Ina Voss'] },
      assertions: [assertion()],
      action: 'copy',
      because: { code: 'rights.licence-allows' },
    },
    {
      name: 'an account that gives itself out as nobody',
      item: { licence: by, artists: ['Best Covers Ever'] },
      assertions: [assertion()],
      action: 'review',
      because: { code: 'rights.uploader-doubted', params: { artists: ['Ina Voss'] } },
    },
  ]),
  ...from('wikimedia-commons', [
    {
      name: 'CC BY-SA',
      item: { licence: 'CC BY-SA 3.0' },
      action: 'copy',
      because: { code: 'rights.licence-allows' },
    },
    {
      name: 'PD-old with a date',
      item: { licence: 'PD-US-record', year: 1916 },
      action: 'copy',
      because: { code: 'rights.statement-by-date', params: { year: 1916 } },
    },
    {
      name: 'PD without a date',
      item: { licence: 'Public domain' },
      action: 'review',
      because: { code: 'rights.statement-without-date' },
    },
    {
      name: 'attribution alone is no licence',
      item: { licence: 'Attribution' },
      action: 'link',
      because: { code: 'rights.unknown-licence' },
    },
  ]),
  ...from('ccmixter', [
    {
      name: 'CC BY-NC by its remixer',
      item: { licence: 'http://creativecommons.org/licenses/by-nc/3.0/', uploader: 'InaVoss' },
      assertions: [assertion()],
      action: 'copy',
      because: { code: 'rights.licence-allows' },
    },
    {
      name: 'sampling+, as much of it is',
      item: { licence: 'http://creativecommons.org/licenses/sampling+/1.0/' },
      action: 'link',
      because: { code: 'rights.unknown-licence' },
    },
  ]),
  ...from('funkwhale', [
    {
      name: 'CC BY-SA',
      item: { licence: 'cc-by-sa-4.0' },
      action: 'copy',
      because: { code: 'rights.licence-allows' },
    },
    {
      name: 'a listener’s own purchase, uploaded without a licence',
      item: {},
      action: 'link',
      because: { code: 'rights.no-licence' },
    },
    {
      name: 'a listener’s own purchase, under a licence of theirs',
      item: { licence: by, uploader: 'listener' },
      assertions: [assertion()],
      action: 'review',
      because: { code: 'rights.uploader-doubted', params: { artists: ['Ina Voss'] } },
    },
  ]),
] as const satisfies readonly Trap[]

const closed = [
  ...from('youtube', [
    {
      name: 'a CC-licensed video',
      item: { licence: 'Creative Commons Attribution 3.0', uploader: 'Ina Voss' },
      assertions: [assertion({ licences: [by] })],
      action: 'link',
      because: { code: 'rights.youtube-forbids' },
    },
  ]),
  ...from('soundcloud', [
    {
      name: 'downloadable: true, cc-by',
      item: { licence: 'cc-by' },
      action: 'link',
      because: { code: 'rights.soundcloud-forbids' },
    },
  ]),
  ...from('audius', [
    {
      name: 'access.download: true beside is_downloadable: false',
      item: { licence: 'Attribution CC BY', restrictions: ['contradictory'] },
      action: 'link',
      because: { code: 'rights.host-unsettled', params: { host: 'Audius' } },
    },
  ]),
  ...from('openverse', [
    {
      name: 'a result under CC0',
      item: { licence: zero },
      action: 'link',
      because: { code: 'rights.host-has-no-sound', params: { host: 'Openverse' } },
    },
  ]),
  ...from('fma', [
    {
      name: 'a track page under CC BY',
      item: { licence: by },
      action: 'link',
      because: { code: 'rights.fma-closed' },
    },
  ]),
  ...from('bandcamp', [
    {
      name: 'a CC licence',
      item: { licence: by },
      action: 'link',
      because: { code: 'rights.host-unsettled', params: { host: 'Bandcamp' } },
    },
  ]),
  ...from('freesound', [
    {
      name: 'CC0',
      item: { licence: zero },
      action: 'link',
      because: { code: 'rights.host-unsettled', params: { host: 'Freesound' } },
    },
  ]),
  ...from('mirlo', [
    {
      name: 'CC BY-SA',
      item: { licence: 'CC BY-SA 4.0' },
      action: 'link',
      because: { code: 'rights.host-unsettled', params: { host: 'Mirlo' } },
    },
  ]),
  ...from('deezer', [
    {
      name: 'a preview, whatever it says',
      item: { licence: by },
      action: 'link',
      because: { code: 'rights.deezer-forbids' },
    },
  ]),
  ...from('itunes', [
    {
      name: 'a preview, whatever it says',
      item: { licence: by },
      action: 'link',
      because: { code: 'rights.itunes-forbids' },
    },
  ]),
  ...from('spotify', [
    {
      name: 'anything',
      item: { licence: by },
      action: 'link',
      because: { code: 'rights.spotify-forbids' },
    },
  ]),
  ...from('musicbrainz', [
    {
      name: 'knows, and holds no sound',
      item: { licence: by },
      action: 'link',
      because: { code: 'rights.host-has-no-sound' },
    },
  ]),
  ...from('some-new-site', [
    {
      name: 'an unknown host, a known licence',
      item: { licence: zero },
      action: 'link',
      because: { code: 'rights.host-unknown' },
    },
    {
      name: 'an unknown host, a record of 1900',
      item: { licence: mark, year: 1900 },
      action: 'link',
      because: { code: 'rights.host-unknown' },
    },
  ]),
  ...from('Internet-Archive', [
    {
      name: 'no name but the exact one',
      item: { licence: zero },
      action: 'link',
      because: { code: 'rights.host-unknown' },
    },
  ]),
] as const satisfies readonly Trap[]

const own = from('library', [
  {
    name: 'one’s own file, all rights reserved',
    item: { licence: 'All rights reserved' },
    assertions: [assertion({ licences: ['All rights reserved'] })],
    action: 'copy',
    because: { code: 'rights.own-file' },
  },
])

/** (licence, host, flags, assertions, year, day) → what may be done: every trap that is known of a source. */
export const traps: readonly Trap[] = [...archive, ...uploaders, ...others, ...closed, ...own]
