import type { MirrorReasons } from '../../../../model/reasons/preserve/mirror.ts'
import type { Sentences } from '../../../sentences.ts'
import { units } from '../../units.ts'

export const mirror: Sentences<MirrorReasons> = {
  'preserve.mirror-foreign': ({ target }) =>
    `In ${target} liegt anderes, und es ist kein Spiegel von Songkeep: Dort wurde nichts geschrieben.`,
  'preserve.choose-empty-target': 'Einen leeren Ordner nennen oder einen, den es noch nicht gibt.',
  'preserve.mirror-of-another': ({ target }) =>
    `${target} ist der Spiegel eines anderen Archivs: Dort wurde nichts geschrieben.`,
  'preserve.choose-other-target': 'Für dieses Archiv einen anderen Ort nennen.',
  'preserve.mirror-within': ({ target }) => `${target} und das Archiv liegen ineinander.`,
  'preserve.mirror-gone': ({ target }) => `In ${target} ist der Spiegel nicht mehr, der dort war.`,
  'preserve.put-mirror-back':
    'Seinen Datenträger anschließen oder ihn zurückbringen. Mit --anew wird er dort neu begonnen, mit --forget vergessen, falls er verloren ist.',
  'preserve.no-parent': ({ target }) => `Es gibt keinen Ordner, in dem ${target} entstehen könnte.`,
  'preserve.make-parent': 'Den Datenträger anschließen oder den Ordner erst anlegen.',
  'preserve.no-copies': ({ path }) => `Das Archiv ${path} hat noch keine Kopien.`,
  'preserve.name-target': 'Hinter dem Archiv einen Ordner oder s3://bucket/prefix nennen.',
  'preserve.unknown-copy': ({ target }) => `Von einer Kopie in ${target} weiß das Archiv nichts.`,
  'preserve.wrong-target': ({ target }) => `${target} ist kein Ort für eine Kopie.`,
  'preserve.write-target-so':
    'Den Pfad eines Ordners schreiben, oder s3://bucket oder s3://bucket/prefix.',
  'preserve.wrong-endpoint':
    'Was als S3-Server angegeben ist (SONGKEEP_S3_ENDPOINT oder --endpoint), ist keine Adresse eines Servers.',
  'preserve.write-endpoint-so':
    'http(s)://host oder http(s)://host:port schreiben, ohne Benutzer und Pfad.',
  'preserve.no-s3-keys': 'Für S3 gibt es keine Schlüssel.',
  'preserve.set-s3-keys':
    'SONGKEEP_S3_ACCESS_KEY_ID und SONGKEEP_S3_SECRET_ACCESS_KEY (oder AWS_ACCESS_KEY_ID und AWS_SECRET_ACCESS_KEY) setzen.',
  'preserve.endpoint-not-named': ({ endpoint, target }) =>
    `Nach dem Archiv liegt ${target} bei ${endpoint}. Dieser Server wurde nicht genannt: Die Schlüssel werden nicht dorthin geschickt.`,
  'preserve.name-endpoint': ({ endpoint }) =>
    `Ist es der eigene Server, --endpoint ${endpoint} angeben oder SONGKEEP_S3_ENDPOINT setzen.`,
  'preserve.mirror-overtaken': ({ target }) =>
    `In ${target} hat inzwischen ein anderer Lauf geschrieben.`,
  'preserve.mirror-again': 'Denselben Befehl noch einmal starten, wenn der andere zu Ende ist.',
  'preserve.mirror-lines-refused': ({ count }) =>
    `${units.count(count)} ${count === 1 ? 'Zeile' : 'Zeilen'} aus dem Verzeichnis des Spiegels können nicht von Songkeep sein und zählen nicht.`,
  'preserve.inventory-harmed':
    'Das Inventar des Archivs war beschädigt: In diesem Lauf kommt nichts in den Papierkorb des Spiegels.',
  'preserve.source-missing': 'es ist nicht im Archiv',
  'preserve.source-damaged': 'im Archiv ist es nicht, wie es gesichert wurde',
  'preserve.copy-missing': 'es ist nicht in der Kopie',
  'preserve.copy-damaged': 'in der Kopie ist es nicht, wie es gesichert wurde',
  'preserve.foreign-in-the-way':
    'etwas, das Songkeep nicht dorthin gelegt hat, trägt seinen Namen; es bleibt, wie es ist',
  'preserve.changed-aside': ({ to }) => `dort war eine andere Datei, die jetzt in ${to} liegt`,
}
