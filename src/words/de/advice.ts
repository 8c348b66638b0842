import type { advice as English } from '../en/advice.ts'
import { units } from './units.ts'

export const advice: typeof English = {
  labels: {
    'dry-run': 'Probe',
    stopped: 'Angehalten',
    network: 'Netz',
    unavailable: 'Keine Antwort',
  },
  texts: {
    'dry-run': 'Geschrieben wurde nichts. Derselbe Befehl ohne --dry-run legt die Dateien an.',
    stopped:
      'Der Lauf wurde vor dem Ende angehalten. Derselbe Befehl macht weiter, wo er aufgehört hat.',
    ambiguous:
      'Mehr als eine Aufnahme passt. Hören Sie hinein und wählen Sie auf der Seite (songkeep serve, dann Bibliothek): Ihre Wahl gilt für alle späteren Läufe. Auch ein Album, eine Länge oder eine ISRC in der Playlist entscheidet.',
    review:
      'Gefunden, aber was die Seite über die Lizenz sagt, ist zweifelhaft. Sehen Sie sich die Seite an und die des Künstlers. Wenn Sie sicher sind, dass die Lizenz gilt, sagen Sie es auf der Seite von Songkeep (songkeep serve, dann Bibliothek): Der nächste Lauf kopiert es.',
    refused:
      'Gefunden, aber die Lizenz oder der Anbieter erlaubt keine Kopie. Bei jedem Titel steht, warum, und wo er zu hören oder zu kaufen ist.',
    'not-found':
      'Legen Sie die Datei in die Bibliothek, oder berichtigen Sie ihre Tags, wo das Nächstliegende das Richtige ist. Führen Sie dann denselben Befehl noch einmal aus.',
    failed:
      'Unterwegs ist etwas gescheitert. Führen Sie denselben Befehl noch einmal aus; „songkeep doctor“ sagt, ob diesem Rechner etwas fehlt.',
    skipped:
      'Eine Podcast-Folge, eine leere Zeile oder eine, die nicht zu lesen war. Zu tun ist nichts, außer eine davon überrascht Sie.',
  },
  moreSources: (number) =>
    number === 1
      ? 'Und 1 weitere Quelle hat nicht geantwortet.'
      : `Und ${units.count(number)} weitere Quellen haben nicht geantwortet.`,
  missingThere:
    'Was dort zu finden ist, fehlt in diesem Bericht: Führen Sie denselben Befehl später noch einmal aus.',
}
