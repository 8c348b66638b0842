import type { LinkNoteReasons } from '../../../../model/reasons/source/links.ts'
import type { Sentences } from '../../../sentences.ts'

const signs: Readonly<Record<LinkNoteReasons['source.official-video']['sign'], string>> = {
  topic: 'official: provided by the label or distributor',
  'own-channel': 'official: the artist’s own channel',
  vevo: 'official: VEVO',
}

export const links: Sentences<LinkNoteReasons> = {
  'source.artists-channel': 'the artist’s own channel',
  'source.artists-page': 'the artist’s own page',
  'source.for-the-artist': 'for the artist, not this track alone',
  'source.for-the-release': 'for the whole release',
  'source.release-by-mail': 'the release, by mail order',
  'source.in-libraries': 'in libraries',
  'source.by-openverse': 'by Openverse’s word; not checked',
  'source.by-openverse-licensed': ({ licence }) =>
    `by Openverse’s word under ${licence}; not checked`,
  'source.video-not-checked': ({ by }) => `not checked: named by ${by}`,
  'source.video-not-proven': ({ by }) => `named by ${by}; nothing shows that it is official`,
  'source.official-video': ({ sign, apartMs, allowedIn, blockedIn, embeddable }) =>
    [
      signs[sign],
      apartMs !== undefined &&
        `${Math.round(Math.abs(apartMs) / 1000)} s ${apartMs > 0 ? 'longer' : 'shorter'}`,
      allowedIn && `only in ${listCountries(allowedIn)}`,
      blockedIn && blockedIn.length > 0 && `not in ${listCountries(blockedIn)}`,
      embeddable === false && 'not to be embedded',
    ]
      .filter((part) => typeof part === 'string')
      .join('; '),
}

function listCountries(codes: readonly string[]): string {
  if (codes.length === 0) return 'no country'
  const shown = codes.slice(0, 5)
  const others = codes.length - shown.length
  return shown.join(', ') + (others > 0 ? ` and ${others} more` : '')
}
