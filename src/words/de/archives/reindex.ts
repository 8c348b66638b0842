import type { reindex as English } from '../../en/archives/reindex.ts'
import { units } from '../units.ts'

const { count } = units
const files = (number: number) => `${count(number)} ${number === 1 ? 'Datei' : 'Dateien'}`

const records = {
  spare: 'aus der Zweitschrift des Verzeichnisses',
  trash: 'aus dem Papierkorb',
  report: 'aus einem Bericht',
  manifest: 'aus einer Prüfsummenliste',
}

export const reindex: typeof English = {
  reading: (done, total) => `Lesen: ${count(done)} von ${files(total)} …`,
  moved: (path, from) => `Unter anderem Namen gefunden: ${path} (war ${from})`,
  adopted: (path, by, from) =>
    `Wieder aufgenommen: ${path} (bekannt ${records[by]}${from === undefined ? '' : `, als ${from}`})`,
  missing: (path) => `Fehlt: ${path}`,
  damaged: (path) => `Beschädigt: ${path}`,
  lost: (path, by) => `Nicht wiederzufinden: ${path} (bekannt ${records[by]})`,
  undescribed: (path) => `Unversehrt, aber nichts sagt, was es ist: ${path}`,
  done: (number, digested) =>
    `${files(number)} im Verzeichnis. Prüfsummenlisten und Arbeitsstand sind neu geschrieben.${digested > 0 ? ` ${files(digested)} haben eine Prüfsumme bekommen, die ihnen fehlte.` : ''}`,
  wouldDo: (number, digested) =>
    `${files(number)} kämen ins Verzeichnis${digested > 0 ? `; ${files(digested)} bekämen eine Prüfsumme, die ihnen fehlt` : ''}. Es wurde nichts geschrieben.`,
}
