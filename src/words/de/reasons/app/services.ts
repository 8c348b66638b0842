import type { AppServiceReasons } from '../../../../model/reasons/app/services.ts'
import type { Sentences } from '../../../sentences.ts'

export const services: Sentences<AppServiceReasons> = {
  'app.services-offline': 'SONGKEEP_OFFLINE ist gesetzt: Es wird kein Dienst gefragt.',
  'app.record-without-asking': 'Ohne --online gibt es keine Antworten aufzuzeichnen.',
  'app.record-not-written': ({ path, error }) => `${path} ist nicht zu schreiben: ${error}`,
  'app.service-works': ({ questions, ms }, { units }) =>
    `geht (${questions === 1 ? '1 Frage' : `${units.count(questions)} Fragen`}, ${units.count(ms)} ms)`,
  'app.service-refuses': ({ why, said }, { say }) =>
    `lehnt ab: ${say(why)}${said === undefined ? '' : ` Er sagt: „${said}“`}`,
  'app.service-asks-to-wait': ({ seconds }, { units }) =>
    `Er will ${units.count(seconds)} Sekunden lang nicht gefragt werden.`,
  'app.service-unreachable': ({ why }, { say }) => `ist nicht zu erreichen: ${say(why)}`,
  'app.service-silent': ({ seconds }, { units }) =>
    `Er hat binnen ${units.count(seconds)} Sekunden nicht geantwortet.`,
  'app.service-other-shape': ({ missing, why }, { say }) =>
    missing === undefined
      ? `antwortet in einer Form, die hier nicht bekannt ist${why ? `: ${say(why)}` : '.'}`
      : `antwortet in einer Form, die hier nicht bekannt ist: „${missing}“ fehlt.`,
  'app.service-found-nothing': ({ status }) =>
    `antwortet${status === undefined ? '' : ` (HTTP-Status ${status})`}, aber nicht mit dem, was er bekanntlich hat.`,
  'app.service-needs-key': 'wird ohne Schlüssel nicht gefragt',
  'app.ask-later': 'Er ist eher überlastet als kaputt: später noch einmal fragen.',
  'app.ask-from-elsewhere':
    'Manche Dienste lehnen Netze von VPNs, Proxys und Rechenzentren ab: aus einem anderen fragen. Alles Übrige geht auch ohne ihn.',
  'app.look-at-network':
    'Nachsehen, ob dieser Rechner ein Netz hat, und ob eine Firewall, ein Proxy oder ein Filter von Namen dazwischensteht.',
  'app.report-service': ({ file, url }) =>
    `Bitte melden unter ${url}${file === undefined ? ', mit der Datei hierunter' : `, mit der Datei ${file}`}: Sie enthält die Antworten, und keinen Schlüssel und nichts Persönliches.`,
}
