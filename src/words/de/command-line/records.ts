import type { records as English } from '../../en/command-line/records.ts'

export const records: typeof English = {
  compare: {
    summary: 'von Paaren von Einträgen sagen, ob sie eine Aufnahme nennen',
    pairs: 'JSON-Zeilen mit {"id","left","right"}, auch .gz, oder - für die Standardeingabe',
    catalogue:
      'wo bekannt ist, welche Namen zu einem Interpreten gehören; für mehrere mehrmals angeben',
    explain: 'sagen, was jedes Feld wiegt, und was verglichen wurde',
  },
  duplicates: {
    summary: 'Einträge finden, die eine Aufnahme nennen, oder Dateien, die gleich klingen',
    records: 'JSON-Zeilen mit {"id","title","artists",…}, auch .gz, oder - für die Standardeingabe',
    audio: 'stattdessen die Dateien in Ordnern oder einem Archiv anhören',
    json: 'mit --audio: {"id": Pfad, "cluster"} je Zeile ausgeben, für Programme',
    explanation: `--audio findet dieselbe Aufnahme in jedem Format und jeder Bitrate, was auch Tags und Name sagen. Der erste
Lauf dekodiert zwei Minuten jeder Datei; was gehört wurde, wird gemerkt, und gelöscht wird nie etwas.`,
  },
  evaluate: {
    summary: 'Antworten an der bekannten Wahrheit messen',
    answers: 'was match, compare oder duplicates geantwortet hat',
    truth:
      'JSON-Zeilen mit {"id","set","truth":[…]}, {"id","label"}, {"id","want"} oder {"id","cluster"}',
    calibration: 'zeigen, wie oft Antworten jeder Wahrscheinlichkeit stimmen',
    kind: 'was geantwortet wurde',
  },
}
