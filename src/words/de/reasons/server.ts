import type { ServerReasons } from '../../../model/reasons/server.ts'
import type { Sentences } from '../../sentences.ts'
import { units } from '../units.ts'

const { count } = units

export const server: Sentences<ServerReasons> = {
  'server.broken':
    'Etwas ist schiefgegangen, was nicht hätte geschehen dürfen. Was gesichert wurde, ist sicher.',
  'server.try-again-or-log': 'Noch einmal versuchen; mehr steht im Protokoll von „songkeep serve“.',
  'server.stopped': 'Es wurde angehalten, bevor es fertig war.',
  'server.try-again': 'Noch einmal versuchen.',
  'server.nothing-here': 'Hier ist nichts.',
  'server.only-methods': ({ methods }) => `Hier wird nur auf ${methods} geantwortet.`,
  'server.only-json': 'Hier wird nur JSON angenommen.',
  'server.no-json': 'Die Anfrage ist kein JSON.',
  'server.not-understood': ({ issues }) =>
    `Die Anfrage ist nicht verständlich: ${issues.join('; ')}.`,
  'server.no-utf-8': 'Die Anfrage ist nicht in UTF-8 geschrieben.',
  'server.too-slow': 'Die Anfrage kam zu langsam.',
  'server.too-large': 'Die Anfrage ist zu groß.',
  'server.address-too-long': 'Die Adresse ist zu lang.',
  'server.unknown-method': 'Auf diese Weise lässt sich hier nichts abfragen.',
  'server.foreign-address': 'Die Adresse gehört nicht zu diesem Server.',
  'server.no-single-host': 'Die Anfrage nennt keinen oder mehrere Hosts.',
  'server.unknown-host': 'Unter dem Namen der Anfrage ist dieser Server nicht bekannt.',
  'server.open-printed-address':
    'Die Adresse öffnen, die „songkeep serve“ ausgegeben hat, oder es mit diesem Namen starten: --name.',
  'server.another-site': 'Die Anfrage kam von einer anderen Website und wurde darum abgelehnt.',
  'server.type-the-address': 'Die Adresse in die Adresszeile des Browsers eingeben.',
  'server.no-origin': 'Die Anfrage sagt nicht, von welcher Seite sie kommt.',
  'server.only-json-or-bytes': 'Hier werden nur JSON oder reine Bytes angenommen.',
  'server.send-as-json': 'Mit dem Header Content-Type: application/json senden.',
  'server.wrong-password': 'Das ist nicht das Passwort.',
  'server.password-needed': 'Das Passwort wird gebraucht.',
  'server.log-in': 'Zuerst anmelden.',
  'server.wrong-too-often': 'Das Passwort war zu oft falsch.',
  'server.too-many-requests': 'Zu viele Anfragen auf einmal.',
  'server.try-again-in': ({ seconds }) =>
    `In ${count(seconds)} ${seconds === 1 ? 'Sekunde' : 'Sekunden'} noch einmal versuchen.`,
  'server.too-many-listeners': 'Zu viele Seiten hören auf einmal zu.',
  'server.close-some': 'Einige davon schließen.',
  'server.no-job': 'Einen solchen Lauf gibt es nicht.',
  'server.only-on-this-machine':
    'Ordner werden nur dem geöffnet, der am Computer sitzt, auf dem Songkeep läuft.',
  'server.perhaps-forgotten': 'Vielleicht wurde er vergessen.',
  'server.file-only-on-command-line':
    'Eine Datei dieses Rechners lässt sich nur auf der Befehlszeile nennen.',
  'server.drop-it': 'Stattdessen auf der Seite ablegen.',
  'server.file-gone': 'Diese Datei ist nicht mehr da.',
  'server.no-such-part': 'Einen solchen Teil hat die Datei nicht.',
  'server.password-missing': ({ host }) =>
    `${host} ist nicht nur von diesem Rechner aus erreichbar, darum muss es ein Passwort geben.`,
  'server.set-password': 'SONGKEEP_PASSWORD setzen oder auf 127.0.0.1 horchen.',
  'server.no-page': ({ dir }) => `In ${dir} liegt keine Seite: index.html fehlt.`,
  'server.build-page': 'In einem Checkout zuerst bauen: npm run build.',
  'server.port-in-use': ({ port, host }) =>
    `Port ${port} von ${host} ist belegt: von einem anderen Songkeep oder einem anderen Programm.`,
  'server.name-other-port': ({ port }) =>
    `Einen anderen Port nennen: songkeep serve --port ${port}`,
  'server.port-not-allowed': ({ port }) =>
    `Port ${port} darf von diesem Benutzer nicht geöffnet werden.`,
  'server.name-high-port': 'Einen Port über 1023 nennen: songkeep serve --port 4747',
  'server.no-own-address': ({ host }) => `${host} ist keine Adresse dieses Rechners.`,
  'server.name-own-address': 'Eine eigene nennen, oder 127.0.0.1 für diesen Rechner allein.',
}
