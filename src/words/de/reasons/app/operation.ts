import type { AppOperationReasons } from '../../../../model/reasons/app/operation.ts'
import type { Sentences } from '../../../sentences.ts'
import { because } from '../../foreign.ts'
import { units } from '../../units.ts'

export const operation: Sentences<AppOperationReasons> = {
  'app.variable-no-choice': ({ variable, allowed }) =>
    `${variable} ist keins von ${allowed.join(', ')}.`,
  'app.variable-no-address': ({ variable }) => `${variable} ist keine Adresse mit http oder https.`,
  'app.token-too-short': ({ variable, least }) =>
    `${variable} lässt sich erraten: es ist kürzer als ${units.count(least)} Zeichen.`,
  'app.secret-twice': ({ variable, file }) => `${variable} und ${file} sind beide gesetzt.`,
  'app.secret-unreadable': ({ file, cause }, { say }) =>
    `Die Datei, die ${file} nennt, lässt sich nicht lesen${because(cause, say)}.`,
  'app.mend-variable': 'Richtig setzen oder entfernen, und neu starten.',
  'app.metrics-need-token': ({ host }) =>
    `Messwerte auf ${host} könnten andere als dieser Rechner lesen.`,
  'app.set-metrics-token': 'Ein Token von mindestens 16 Zeichen setzen: SONGKEEP_METRICS_TOKEN',
  'app.traces-not-installed':
    'Traces sind gewünscht, und die Pakete, die sie senden, sind nicht installiert.',
  'app.install-traces': ({ packages }) =>
    `Neben Songkeep installieren: npm install ${packages}; oder OTEL_EXPORTER_OTLP_ENDPOINT entfernen`,
  'app.traces-offline':
    'Traces sollen zu einem anderen Rechner gehen, und keine Anfrage darf diesen verlassen.',
  'app.unset-traces': 'SONGKEEP_OFFLINE oder OTEL_EXPORTER_OTLP_ENDPOINT entfernen.',
  'app.archive-not-here': ({ host, folder }) =>
    `Der Arbeiter, der diesen Lauf übernahm, sieht das Archiv nicht, um das es geht (${folder} auf ${host}), und legte dort nichts an.`,
  'app.share-archives':
    'Dem Server und den Arbeitern dieselben Ordner mit Archiven unter denselben Pfaden geben, dann den Lauf fortsetzen.',
  'app.job-has-ended': ({ id }) => `Der Lauf ${id} ist zu Ende.`,
}
