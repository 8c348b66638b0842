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
}
