import type { LibraryReasons } from '../../../../model/reasons/source/library.ts'
import type { Sentences } from '../../../sentences.ts'
import { aside, because } from '../../foreign.ts'
import { units } from '../../units.ts'

const { count } = units

export const library: Sentences<LibraryReasons> = {
  'source.folder-missing': ({ folder }) => `Den Ordner „${folder}“ gibt es nicht.`,
  'source.folder-unreadable': ({ folder, why }, { say }) =>
    `Der Ordner „${folder}“ ist nicht lesbar${because(why, say)}.`,
  'source.folder-is-file': ({ folder }) => `„${folder}“ ist eine Datei, kein Ordner.`,
  'source.check-folder':
    'Prüfen, ob die Schreibweise stimmt, der Datenträger angeschlossen ist und gelesen werden darf.',
  'source.name-its-folder': 'Den Ordner nennen, in dem sie liegt.',
  'source.file-missing': 'nicht vorhanden, oder der Name ist kein gültiges Unicode',
  'source.file-forbidden': 'es fehlt die Leseberechtigung',
  'source.file-links-circular': 'die Verknüpfungen führen im Kreis',
  'source.file-path-too-long': 'der Pfad ist zu lang',
  'source.file-on-bad-disk': 'der Datenträger konnte nicht gelesen werden',
  'source.file-without-sound': 'darin wurde kein Ton gefunden',
  'source.file-not-regular': 'es ist keine gewöhnliche Datei',
  'source.file-tags-not-found': 'die Tags waren nicht zu finden',
  'source.sheet-empty': 'in diesem Cue Sheet steht kein Titel',
  'source.sheet-file-missing': ({ file }) => `das Cue Sheet nennt „${file}“, und das gibt es nicht`,
  'source.sheet-times-wrong': ({ track }) =>
    `nach dem Cue Sheet beginnt Titel ${track} nicht hinter dem vorigen: das Album gilt als eine Datei`,
  'source.sheet-past-end': ({ track }) =>
    `nach dem Cue Sheet beginnt Titel ${track} hinter dem Ende der Datei: das Album gilt als eine Datei`,
  'source.kinds-left-out': ({ files, kinds, more }) =>
    `${count(files)} ${files === 1 ? 'Datei' : 'Dateien'} von Arten, die keine lesbare Musik enthalten: ${list(kinds, more)}`,
  'source.films-left-out': ({ files, kinds, more }) =>
    `${count(files)} ${files === 1 ? 'Film' : 'Filme'} ausgelassen, sofern keine Liste die Datei nennt, weil der Ton eines Films oft eine andere Fassung des Titels ist: ${list(kinds, more)}`,
  'source.file-not-audio': ({ why }, { say }) =>
    `keine Audiodatei oder beschädigt${aside(why, say)}`,
}

const list = (kinds: readonly string[], more: number) =>
  [...kinds, ...(more > 0 ? [`${count(more)} weitere`] : [])].join(', ')
