import type { NetworkReasons, ServiceMedia } from '../../../model/reasons/network.ts'
import type { Sentences } from '../../sentences.ts'
import { because } from '../foreign.ts'
import { units } from '../units.ts'

const { count } = units

const media: Readonly<Record<ServiceMedia, (service: string) => string>> = {
  audio: (service) => `der Ton von ${service}`,
  'audio-and-previews': (service) => `der Ton und die Hörproben von ${service}`,
  player: (service) => `der Abspieler von ${service}`,
  media: (service) => `die Medien von ${service}`,
  pages: (service) => `eine Seite von ${service}, von der Medien geholt werden`,
}

const whose = (service: string | undefined, holds: ServiceMedia) =>
  service === undefined
    ? 'der Ton eines Streamingdienstes auf einem gemieteten Server'
    : media[holds](service)

export const network: Sentences<NetworkReasons> = {
  'network.no-address': ({ text }) => `${text} ist keine Adresse.`,
  'network.nothing-to-ask': 'Es gibt keine Adresse, die gefragt werden könnte.',
  'network.not-https': ({ address }) => `${address} ist nicht https.`,
  'network.names-user': ({ address }) => `${address} nennt einen Benutzer.`,
  'network.names-port': ({ address }) => `${address} nennt einen eigenen Port.`,
  'network.names-number': ({ address }) => `${address} nennt keinen Namen, sondern eine Nummer.`,
  'network.forbidden': ({ address, service, holds }) =>
    `${address} ist ${whose(service, holds)}: Songkeep fragt dort nie.`,
  'network.not-on-list': ({ address }) =>
    `${address} steht bei keiner Quelle auf der Liste ihrer Server.`,
  'network.endless-redirects': ({ address }) => `${address} leitet immer weiter.`,
  'network.hands-body-on': ({ address, host }) =>
    `${address} gibt, was ihm geschickt wurde, an ${host} weiter.`,
  'network.no-home-address': ({ host, address }) =>
    `${host} führt zu ${address}, wo kein eigener Server sein kann.`,
  'network.private-address': ({ host, address }) =>
    `${host} führt zu ${address}, und das liegt nicht im öffentlichen Netz.`,

  'network.host-silent': ({ host }) =>
    `${host} hat zwei Anfragen nacheinander vergeblich warten lassen und wird eine Minute in Ruhe gelassen.`,
  'network.no-answer': ({ host, why }, { say }) => `${host} antwortet nicht${because(why, say)}.`,
  'network.wrong-content': ({ host, why }, { say }) =>
    `${host} hat etwas anderes geschickt als verlangt: ${say(why)}.`,
  'network.no-file': ({ host, status }) => `${host} antwortet mit ${status} statt mit der Datei.`,
  'network.asked-enough': ({ host, times }) =>
    `${host} ist langsam und wurde in diesem Lauf ${count(times)} Mal gefragt: Der nächste Lauf fragt weiter.`,
  'network.asks-for-quiet': ({ host, until }) =>
    `${host} bittet, vor ${until} nicht mehr gefragt zu werden.`,
  'network.no-turns': ({ host }) =>
    `${host} wird nicht gefragt, solange die gemeinsame Datenbank, die sagt, wer an der Reihe ist, nicht antwortet.`,
  'network.turn-lost':
    'die gemeinsame Datenbank, die sagt, wer an der Reihe ist, hat zu lange nicht geantwortet',
  'network.too-slow': 'zu langsam',
  'network.none': 'Es gibt kein Netz.',
  'network.unknown-name': 'der Name ist nicht bekannt, oder es gibt kein Netz',
  'network.no-name-server': 'der Name lässt sich gerade nicht nachschlagen, oder es gibt kein Netz',
  'network.refuses-connections': 'Verbindungen werden abgelehnt',
  'network.unreachable': 'nicht erreichbar',
  'network.hung-up': 'die Verbindung wurde beendet',
  'network.answer-cut-short': 'die Antwort brach ab',
  'network.headers-too-long': 'der Kopf der Antwort ist zu lang',
  'network.answer-damaged': 'die Antwort ist beschädigt',
  'network.no-reason': 'ohne Angabe von Gründen',

  'network.wrong-length': ({ bytes, promised }) =>
    `${count(bytes ?? 0)} Bytes, wo ${count(promised)} versprochen waren`,
  'network.wrong-checksum': ({ algorithm }) => `${algorithm} ist nicht, was versprochen war`,
  'network.packed': 'gepackt, was nicht verlangt war',
  'network.packed-as': ({ encoding }) => `als ${encoding} gepackt, was nicht verlangt war`,
  'network.other-part': 'ein anderer Teil als verlangt',
  'network.file-cut-short': 'die Datei brach ab',
  'network.file-too-long': ({ maxBytes }) => `die Datei ist länger als ${maxBytes} Bytes`,
  'network.answer-too-long': ({ maxKilobytes }) =>
    `die Antwort ist länger als ${count(maxKilobytes)} KB`,
}
