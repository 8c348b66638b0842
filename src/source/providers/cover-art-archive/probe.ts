import type { Probe } from '../../provider.ts'

/** The release of the examples of https://musicbrainz.org/doc/Cover_Art_Archive/API; its answer is a picture. */
export const coverArtArchiveProbe: Probe = {
  question: { kind: 'cover', releaseMbid: '76df3287-6cda-33eb-8e9a-044b5e15ffdd' },
  fields: {},
}
