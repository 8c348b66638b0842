import type { lastScreen as English } from '../en/last-screen.ts'
import { units } from './units.ts'

const { count } = units

export const lastScreen: typeof English = {
  more: (number) => `und ${count(number)} weitere`,
  forExample: (sentence) => `zum Beispiel: ${sentence}`,
  otherReasons: (reasons, tracks) =>
    `und ${count(tracks)} weitere, aus ${reasons === 1 ? 'einem anderen Grund' : `${count(reasons)} anderen Gründen`}`,
  moreLists: (number) =>
    number === 1 ? 'und 1 weitere Liste' : `und ${count(number)} weitere Listen`,
  together: (lists, sentence) => `${count(lists)} Listen: ${sentence}`,
  moreNotes: (number) =>
    number === 1
      ? 'und 1 weiterer Hinweis im Bericht'
      : `und ${count(number)} weitere Hinweise im Bericht`,
  steps: {
    make: 'Dateien anlegen',
    continue: 'Weitermachen',
    retry: 'Noch einmal',
    decide: 'Selbst wählen',
    library: 'Ordner dazu',
    links: 'Hören, kaufen',
  },
  folder: 'ORDNER',
  same: 'derselbe Befehl',
  sameWith: (option) => `derselbe Befehl mit ${option}`,
  sameWithout: (option) => `derselbe Befehl ohne ${option}`,
  inReport: 'der Bericht sagt, wo',
  nothingWritten: 'Das war ein Probelauf: Es wurde nichts geschrieben.',
  whole: {
    title: 'Alles zusammen',
    report: 'Bericht',
    reports: (archive) => `report.html im Ordner jeder Liste in ${archive}`,
    page: 'Auf der Seite',
    here: 'Hier',
  },
}
