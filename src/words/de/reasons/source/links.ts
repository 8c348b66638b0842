import type { LinkNoteReasons } from '../../../../model/reasons/source/links.ts'
import type { Sentences } from '../../../sentences.ts'

const signs: Readonly<Record<LinkNoteReasons['source.official-video']['sign'], string>> = {
  topic: 'offiziell: vom Label oder Vertrieb bereitgestellt',
  'own-channel': 'offiziell: der eigene Kanal des Künstlers',
  vevo: 'offiziell: VEVO',
}

export const links: Sentences<LinkNoteReasons> = {
  'source.artists-channel': 'der eigene Kanal des Künstlers',
  'source.artists-page': 'die eigene Seite des Künstlers',
  'source.for-the-artist': 'für den Künstler, nicht nur für diesen Titel',
  'source.for-the-release': 'für die ganze Veröffentlichung',
  'source.release-by-mail': 'die Veröffentlichung, per Versand',
  'source.in-libraries': 'in Bibliotheken',
  'source.by-openverse': 'nach Angabe von Openverse; nicht geprüft',
  'source.by-openverse-licensed': ({ licence }) =>
    `nach Angabe von Openverse unter ${licence}; nicht geprüft`,
  'source.video-not-checked': ({ by }) => `nicht geprüft: genannt von ${by}`,
  'source.video-not-proven': ({ by }) => `genannt von ${by}; nichts zeigt, dass es offiziell ist`,
  'source.official-video': ({ sign, apartMs, allowedIn, blockedIn, embeddable }) =>
    [
      signs[sign],
      apartMs !== undefined &&
        `${Math.round(Math.abs(apartMs) / 1000)} s ${apartMs > 0 ? 'länger' : 'kürzer'}`,
      allowedIn && `nur in ${listCountries(allowedIn)}`,
      blockedIn && blockedIn.length > 0 && `nicht in ${listCountries(blockedIn)}`,
      embeddable === false && 'nicht einzubetten',
    ]
      .filter((part) => typeof part === 'string')
      .join('; '),
}

function listCountries(codes: readonly string[]): string {
  if (codes.length === 0) return 'keinem Land'
  const shown = codes.slice(0, 5)
  const others = codes.length - shown.length
  return shown.join(', ') + (others > 0 ? ` und ${others} weiteren` : '')
}
