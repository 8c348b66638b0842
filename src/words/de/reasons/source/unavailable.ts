import type { UnavailableReasons } from '../../../../model/reasons/source/unavailable.ts'
import type { Sentences } from '../../../sentences.ts'

export const unavailable: Sentences<UnavailableReasons> = {
  'source.left-alone': ({ source, reason }, { say }) =>
    `${source} wird in diesem Lauf nicht mehr gefragt. ${say(reason)}`,
  'source.refused': ({ place, status }) =>
    `${place} hat keine Antwort gegeben (HTTP-Status ${status}).`,
  'source.refused-saying': ({ place, status, said }) =>
    `${place} hat keine Antwort gegeben (HTTP-Status ${status}): „${said}“.`,
  'source.challenged': ({ place }) =>
    `${place} verlangt in diesem Netz den Beweis, dass ein Mensch fragt (eine Cloudflare-Prüfung), und antwortet Songkeep deshalb nicht: In einem anderen Netz ist das vielleicht anders.`,
  'source.search-refused': ({ place, detail }) => `${place} hat die Suche abgelehnt: „${detail}“.`,
  'source.answer-too-deep': ({ place }) =>
    `Die Antwort von ${place} ist zu tief verschachtelt, um gelesen zu werden.`,
  'source.answer-too-much': ({ place }) =>
    `Die Antwort von ${place} ist zu umfangreich, um gelesen zu werden.`,
  'source.answer-damaged': ({ place }) =>
    `Die Antwort von ${place} ist beschädigt oder abgeschnitten.`,
  'source.answer-of-another-shape': ({ place }) =>
    `${place} hat etwas anderes geantwortet als das, wonach gefragt wurde.`,
  'source.asks-for-rest': ({ place }) =>
    `${place} ist ausgelastet und bittet darum, vorerst nicht gefragt zu werden.`,
  'source.too-busy': ({ place }) => `${place} ist zu ausgelastet, um zu antworten.`,
  'source.no-more-questions': ({ place }) => `${place} nimmt vorerst keine weiteren Fragen an.`,
  'source.error-code': ({ place, errorCode, said }) =>
    `${place} hat mit einem Fehler geantwortet (Code ${errorCode})${said === undefined ? '' : `: „${said}“`}.`,
  'source.unknown-token': ({ place, variable, url }) =>
    `${place} kennt dieses Token nicht: ${variable} prüfen oder eines holen unter ${url}.`,
  'source.unknown-client-id': ({ place, variable, url }) =>
    `${place} kennt diese Client-ID nicht: ${variable} prüfen oder eine holen unter ${url}.`,
  'source.unknown-key': ({ place, variable, url }) =>
    `${place} kennt diesen Schlüssel nicht: ${variable} prüfen oder einen holen unter ${url}.`,
  'source.jamendo-no-more-requests':
    'Jamendo nimmt von dieser Client-ID vorerst keine Anfragen mehr an.',
  'source.jamendo-suspended': ({ url }) =>
    `Jamendo hat diese Client-ID gesperrt: Eine andere gibt es unter ${url}.`,
  'source.youtube-quota':
    'YouTube antwortet mit diesem Schlüssel bis Mitternacht in Kalifornien nicht mehr: Das Tageskontingent ist aufgebraucht.',
  'source.youtube-api-off': ({ url }) =>
    `Die YouTube Data API ist für diesen Schlüssel nicht eingeschaltet: Das geht unter ${url}.`,
  'source.acoustid-unreadable': 'AcoustID kann diesen Fingerabdruck nicht lesen.',
  'source.acoustid-error': ({ detail }) =>
    `AcoustID hat mit einem Fehler geantwortet: ${detail === undefined ? 'ohne Begründung' : `„${detail}“`}.`,
}
