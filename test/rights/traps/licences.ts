import { by, byNcNd, from, mark, zero } from './trap.ts'

/** What an item of the Internet Archive says of its licence and of itself. */
export const licenceTraps = from('internet-archive', [
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
