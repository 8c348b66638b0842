import type { health as English } from '../../en/command-line/health.ts'

const archive = 'der Ordner, der bei --into angegeben wurde'

export const health: typeof English = {
  verify: {
    summary: 'jede Datei eines Archivs an ihrer Prüfsumme prüfen',
    description:
      'Liest die gesicherten Dateien neu, vergleicht sie mit ihren Prüfsummen und nennt, was nicht stimmt und was sich tun lässt. Jede Prüfung wird in fixity.jsonl aufgeschrieben. Eine BagIt-Tasche, ein OCFL-Objekt oder -Speicherort, ein RO-Crate oder eine .torrent-Datei mit ihrem Ordner daneben wird als das geprüft, was es ist.',
    archive,
    days: 'nur den Teil lesen, der heute an der Reihe ist, sodass in so vielen Tagen alles einmal gelesen wird',
    rate: 'höchstens so viel je Sekunde lesen, etwa 50MB/s (mit --days ist das die Vorgabe)',
    json: 'einen Befund je Zeile und dann das Ergebnis ausgeben, für Programme',
  },
  repair: {
    summary: 'zurückholen, was ein Archiv verloren hat',
    description:
      'Prüft ein Archiv und holt zurück, was fehlt oder beschädigt ist: durch Rechnen aus der Parität, aus einer zweiten Kopie, von dort, woher die Datei kam; was dann noch fehlt, wird neu gemacht. Was ersetzt wird, kommt nach .songkeep/replaced, und was unversehrt ist, bleibt unberührt.',
    archive,
    from: 'ein Ordner mit einer Kopie des Archivs; mehrmals möglich',
    library: 'wo die eigenen Dateien jetzt liegen, falls sie umgezogen sind; mehrmals möglich',
    parity:
      'Parität, die das Archiv von nun an hat und aus der sich verlorene Bytes berechnen lassen: in Prozent seiner Größe, etwa 10%; sie entsteht, wenn Verlorenes zurückgeholt ist',
    offline: 'niemanden fragen: Im Netz wird nichts geholt und nichts gesucht',
    dryRun: 'sagen, was getan würde, und nichts ändern',
    json: 'eine Zeile je Datei und dann das Ergebnis ausgeben, für Programme',
  },
}
