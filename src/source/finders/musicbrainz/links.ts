import type { Link, LinkKind } from '../../../model/link.ts'
import { makeLink } from '../make-link.ts'
import { isFreeDownload, isFreeStreaming, type Relation } from './relation.ts'

/** Relations by name, where they lead to what a listener wants. */
const kinds: Readonly<Record<string, LinkKind>> = {
  'purchase for download': 'buy',
  'purchase for mail-order': 'buy',
  streaming: 'listen',
  'streaming music': 'listen',
  'official homepage': 'homepage',
  'video channel': 'homepage',
  youtube: 'homepage',
  'youtube music': 'homepage',
  bandcamp: 'homepage',
}

/** Of the recording and its release, then of the artist: pages of the artist's own, among them channels. */
export function collectLinks(
  relations: readonly Relation[],
  ofArtist: readonly Relation[],
): readonly Link[] {
  const own = relations.flatMap((relation) => {
    const kind = kindOf(relation)
    return kind ? makeLink(kind, relation.url, 'musicbrainz') : []
  })
  const pages = ofArtist.flatMap((relation) =>
    kindOf(relation) === 'homepage'
      ? makeLink('homepage', relation.url, 'musicbrainz', 'the artist’s own page')
      : [],
  )
  return [...own, ...pages].slice(0, MOST)
}

const MOST = 40

function kindOf(relation: Relation): LinkKind | undefined {
  if (isFreeDownload(relation)) return 'download'
  if (isFreeStreaming(relation)) return isVideo(relation.url) ? 'watch' : 'listen'
  const kind = kinds[relation.type.toLowerCase()]
  return kind === 'listen' && isVideo(relation.url) ? 'watch' : kind
}

const isVideo = (url: string) =>
  /(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com)$/.test(new URL(url).host)
