import { textReason } from '../../../src/model/reason.ts'
import type { Unanswered } from '../../../src/model/verdict.ts'
import { assertion, by, byNcNd, from, mark } from './trap.ts'

const silent: Unanswered = { by: 'MusicBrainz', reason: textReason('It does not answer.') }

/** Whether the uploader may give the licence: what others know of it, and who could not be asked. */
export const uploaderTraps = from('internet-archive', [
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
