import type { BucketArchiveReasons } from '../../../model/reasons/bucket-archive.ts'
import type { Sentences } from '../../sentences.ts'
import { units } from '../units.ts'

export const bucketArchive: Sentences<BucketArchiveReasons> = {
  'archive.bucket-damaged': ({ place, key }) =>
    `Das Archiv in ${place} ist nicht lesbar: ${key} fehlt oder ist beschädigt.`,
  'archive.restore-bucket': ({ place }) =>
    `Dieses Objekt aus einer früheren Version oder einer Sicherung von ${place} zurückholen, dann noch einmal versuchen.`,
  'archive.bucket-newer': ({ place }) =>
    `Das Archiv in ${place} wurde von einer neueren Version von Songkeep geschrieben.`,
  'archive.update-songkeep': 'Auch hier diese Version verwenden.',
  'archive.bucket-foreign': ({ place }) =>
    `In ${place} liegt anderes, und kein Archiv von Songkeep.`,
  'archive.bucket-taken': ({ place }) => `In ${place} liegt schon ein Archiv.`,
  'archive.choose-empty-prefix':
    'Einen leeren Bucket wählen, oder einen Präfix, unter dem nichts liegt.',
  'archive.bucket-within': ({ place, other }) => `${place} liegt im Archiv ${other}.`,
  'archive.wait-for-host':
    'Warten, bis er endet, oder ihn anhalten. Ist sein Rechner fort, zählt er nach einer Minute nicht mehr: dann noch einmal starten.',
  'archive.turn-lost': ({ place }) =>
    `Ein anderer Rechner hat das Archiv in ${place} übernommen, da von diesem nichts mehr zu hören war.`,
  'archive.run-again':
    'Alles, was als gesichert gemeldet wurde, ist da. Für den Rest dasselbe noch einmal ausführen, wenn der andere fertig ist.',
  'archive.bucket-offline': ({ place }) =>
    `Das Archiv in ${place} ist nicht erreichbar, da SONGKEEP_OFFLINE gesetzt ist.`,
  'archive.unset-offline':
    'Es nicht setzen: mit --offline wird kein Dienst gefragt, und der Bucket ist trotzdem erreichbar.',
  'archive.is-working-copy': ({ path, place }) =>
    `${path} ist die Arbeitskopie des Archivs in ${place}.`,
  'archive.name-bucket': ({ place }) => `Das Archiv selbst nennen: ${place}.`,
  'archive.not-in-bucket': 'Das geht nicht mit einem Archiv in einem Bucket.',
  'archive.fetch-first':
    'Es mit `songkeep archives fetch` in einen Ordner holen: dort ist es ein gewöhnliches Archiv.',
  'archive.no-folder': ({ path }) => `${path} ist kein Ordner dieses Rechners.`,
  'archive.bucket-unreachable': ({ place, why }, { say }) =>
    `Das Archiv in ${place} ist nicht erreichbar. ${say(why)}`,
  'archive.check-bucket':
    'Nachsehen, ob der Server läuft und ob SONGKEEP_S3_ENDPOINT ihn nennt: http(s)://Name:Port, für jeden Server außer dem von Amazon.',
  'archive.folder-not-empty': ({ path }) => `In ${path} liegt anderes.`,
  'archive.choose-empty-folder': 'Einen leeren Ordner nennen, oder einen, den es noch nicht gibt.',
  'archive.backup-again':
    'Dieselben Listen noch einmal sichern, oder das Archiv mit `songkeep sync`: was fehlt oder beschädigt ist, wird neu gemacht.',
  'archive.transferred': ({ files, bytes, to }) =>
    `${units.count(files)} ${files === 1 ? 'Datei liegt' : 'Dateien liegen'} in ${to} (${units.bytes(bytes)}).`,
  'archive.not-transferred': ({ path }) =>
    `Ausgelassen, da es nicht ist, wie es gesichert wurde: ${path}`,
}
