import type { Claim } from '../../../model/verdict.ts'
import type { KnownRecording } from './recording.ts'
import { isFreeDownload, isLicence, type Relation } from './relation.ts'

/** What speaks for or against an uploader: who made it, whether it is out, under which licence. */
export function makeClaim(
  { recording, published, year }: KnownRecording,
  relations: readonly Relation[],
  otherNames: readonly string[],
): Claim {
  const downloads = relations.filter(isFreeDownload).map(({ url }) => url)
  return {
    by: 'musicbrainz',
    artists: [...new Set([...recording.artists, ...otherNames])],
    published,
    ...(year !== undefined && { year }),
    licences: [...new Set(relations.filter(isLicence).map(({ url }) => url))],
    ...(downloads.length > 0 && { downloads: [...new Set(downloads)] }),
    ...(recording.url !== undefined && { url: recording.url }),
  }
}
