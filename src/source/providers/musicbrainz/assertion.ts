import { definedOnly } from '../../../base/defined.ts'
import type { Assertion } from '../../../model/verdict.ts'
import { readAliases } from './credit.ts'
import type { Learnt } from './learn.ts'
import { readOwnPages } from './own-pages.ts'
import type { KnownRecording } from './recording.ts'
import { type Related, readRelations } from './relations.ts'

/** What speaks for or against an uploader: whose it is, whether and by whom it is out, under which licence. */
export function makeAssertion(
  { recording: { year, url }, names, published }: KnownRecording,
  { artist, labels }: Learnt,
  { links, licences }: Related,
): Assertion {
  const downloads = [...links, ...readRelations(artist).links]
    .filter(({ kind }) => kind === 'download')
    .map((link) => link.url)
  const ownPages = readOwnPages(artist)
  return {
    by: 'musicbrainz',
    artists: [...new Set([...names, ...readAliases(artist)])],
    published,
    licences,
    ...definedOnly({
      year,
      labels,
      downloads: downloads.length > 0 ? [...new Set(downloads)] : undefined,
      ownPages: ownPages.length > 0 ? ownPages : undefined,
      url,
    }),
  }
}
