import type { packages as English } from '../../en/command-line/packages.ts'

export const packages: typeof English = {
  pack: {
    summary: 'macht aus einem Archiv ein Paket, das andere Programme lesen',
    description:
      'Macht aus einem Archiv ein Paket, das andere Programme, Bibliotheken und Menschen ohne Songkeep prüfen und öffnen können. Jede Datei wird neu gelesen und mit ihrer Prüfsumme verglichen; was nicht so ist, wie es gesichert wurde, wird genannt und weggelassen.',
    archive: 'der Ordner, der bei --into angegeben wurde',
    as: 'was entstehen soll',
    out: 'wo es hinkommt',
    json: 'ein Ereignis je Zeile ausgeben, für Programme',
  },
  unpack: {
    summary: 'macht aus einem Paket wieder ein Archiv, oder prüft eines',
    description:
      'Macht aus einer BagIt-Tasche, einem OCFL-Objekt oder -Speicherort oder einem RO-Crate wieder ein Archiv. Das Paket wird zuerst nach seiner Spezifikation geprüft: Ist es nicht, wie es sein muss, wird nichts ausgepackt. Es wird nichts geholt und keinem Link gefolgt.',
    package: 'der Ordner des Pakets',
    out: 'wo das Archiv hinkommt: ein Ordner, den es noch nicht gibt, oder ein leerer',
    check: 'das Paket nur prüfen und alles ausgeben, was nicht stimmt, mit Codes',
    json: 'JSON ausgeben, für Programme',
  },
}
