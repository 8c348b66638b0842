import { definedOnly } from '../../../base/defined.ts'
import type { Assertion } from '../../../model/verdict.ts'
import type { KnownRecording } from './recording.ts'
import type { Related } from './relations.ts'

/** What speaks for or against an uploader: whose it is, whether it is out, under which licence. */
export function makeAssertion(
  { recording: { year, url }, names, published }: KnownRecording,
  aliases: readonly string[],
  { links, licences }: Related,
): Assertion {
  const downloads = links.filter(({ kind }) => kind === 'download').map((link) => link.url)
  return {
    by: 'musicbrainz',
    artists: [...new Set([...names, ...aliases])],
    published,
    licences,
    ...definedOnly({
      year,
      downloads: downloads.length > 0 ? [...new Set(downloads)] : undefined,
      url,
    }),
  }
}
