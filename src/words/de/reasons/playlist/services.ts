import type { ServiceReasons } from '../../../../model/reasons/playlist/services.ts'
import type { Sentences } from '../../../sentences.ts'

const quoted = (detail: string | undefined) => (detail === undefined ? '' : `: „${detail}“`)

export const services: Sentences<ServiceReasons> = {
  'playlist.no-list-of-service': ({ service }) =>
    `Dieser Link von ${service} benennt keine Liste, die sich lesen ließe.`,
  'playlist.list-not-there': ({ service }) =>
    `${service} zeigt keine solche Liste: Sie ist privat oder nicht mehr da.`,
  'playlist.service-needs-key': ({ service, variable }) =>
    `${service} gibt seine Listen nur mit einem Schlüssel (${variable}), und es ist keiner da.`,
  'playlist.key-refused': ({ service, variable }) =>
    `${service} kennt diesen Schlüssel nicht (${variable}).`,
  'playlist.service-refuses': ({ service, status }) =>
    `${service} verweigert die Antwort (HTTP-Status ${status}).`,
  'playlist.service-says': ({ service, detail }) =>
    `${service} verweigert die Antwort${quoted(detail)}.`,
  'playlist.service-busy': ({ service }) =>
    `${service} wurde fürs Erste zu oft gefragt: Später noch einmal versuchen.`,
  'playlist.service-answer-unexpected': ({ service }) =>
    `${service} hat etwas anderes geantwortet als gefragt war.`,
  'playlist.service-gives-fewer': ({ service, total, given }, { units }) =>
    `${service} zählt ${units.count(total)} Einträge und gibt ${units.count(given)} davon her.`,
  'playlist.not-played': ({ service }) => `${service} spielt es nicht mehr, oder dort nicht.`,
  'playlist.short-link-of-service': ({ service }) =>
    `Der Kurzlink benennt nichts von ${service}, das sich lesen ließe.`,

  'playlist.youtube-api-off':
    'Dieser Schlüssel darf YouTubes Data API nicht fragen: Sie ist für sein Projekt nicht eingeschaltet.',
  'playlist.youtube-mix':
    'Das ist ein Mix, den YouTube für jeden anders zusammenstellt: Es gibt ihn nicht als Liste her.',
  'playlist.titles-of-videos':
    'Aus den Titeln von Videos gelesen: Interpret und Titel wurden am ersten Strich getrennt.',
  'playlist.artist-of-channel':
    'Der Titel nennt keinen Interpreten: Genommen wurde der Name des Kanals.',
  'playlist.video-private': 'Ein privates Video: YouTube nennt es nicht mehr.',
  'playlist.video-gone': 'Ein Video, das nicht mehr da ist: YouTube nennt es nicht mehr.',

  'playlist.make-public': ({ service }) =>
    `Die Liste bei ${service} öffentlich machen, oder in einem Browser ohne Anmeldung nachsehen, ob es sie gibt.`,
  'playlist.give-token': ({ service, variable }) =>
    `Wenn es eine eigene, private Liste ist, das Token von ${service} in ${variable} angeben.`,
  'playlist.get-youtube-key': ({ url, variable }) =>
    `Ein Schlüssel ist kostenlos: ${url} (die API einschalten, dann Anmeldedaten › Anmeldedaten erstellen › API-Schlüssel). Ihn in ${variable} angeben oder in den Einstellungen der Seite.`,
  'playlist.give-service-list':
    'Den Link einer Playlist angeben, wie „Teilen“ ihn gibt; was nicht öffentlich ist, muss exportiert werden.',
  'playlist.save-mix': 'Seine Lieder dort in eine eigene Liste speichern und diese angeben.',
}
