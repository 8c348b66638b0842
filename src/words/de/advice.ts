import type { advice as English } from '../en/advice.ts'
import { units } from './units.ts'

export const advice: typeof English = {
  labels: {
    'dry-run': 'Probelauf',
    stopped: 'Angehalten',
    network: 'Netz',
    unavailable: 'Keine Antwort',
  },
  texts: {
    'dry-run': 'Geschrieben wurde nichts. Derselbe Befehl ohne --dry-run legt die Dateien an.',
    stopped: 'Der Lauf wurde angehalten, bevor er fertig war. Derselbe Befehl macht dort weiter.',
    ambiguous:
      'Mehr als eine Aufnahme passt. Auf der Seite hineinhören und wählen (songkeep serve, dann Bibliothek): Die Wahl gilt für alle späteren Läufe. Auch ein Album, eine Länge oder eine ISRC in der Playlist entscheidet.',
    review:
      'Gefunden, aber es ist nicht sicher, ob die Lizenz auf der Seite stimmt. Bitte diese Seite und die des Künstlers ansehen. Gilt die Lizenz sicher, lässt sich das auf der Seite von Songkeep bestätigen (songkeep serve, dann Bibliothek): Der nächste Lauf kopiert es.',
    refused:
      'Gefunden, aber die Lizenz oder der Anbieter erlaubt keine Kopie. Bei jedem Titel steht, warum, und wo er zu hören oder zu kaufen ist.',
    'not-found':
      'Die Datei in die eigene Musik legen oder ihre Tags berichtigen, wenn der ähnlichste Fund der richtige ist. Dann denselben Befehl noch einmal ausführen.',
    failed:
      'Unterwegs ist etwas schiefgegangen. Denselben Befehl noch einmal ausführen; „songkeep doctor“ sagt, ob auf diesem Rechner etwas fehlt.',
    skipped:
      'Eine Podcast-Folge, eine leere Zeile oder eine, die nicht zu lesen war. Zu tun ist nichts, außer eine davon sollte ein Lied sein.',
  },
  moreSources: (number) =>
    number === 1
      ? 'Und 1 weitere Quelle hat nicht geantwortet.'
      : `Und ${units.count(number)} weitere Quellen haben nicht geantwortet.`,
  missingThere:
    'Was nur dort zu finden ist, fehlt in diesem Bericht. Denselben Befehl später noch einmal ausführen.',
}
