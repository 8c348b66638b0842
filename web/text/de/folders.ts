import type { folders as English } from '../en/folders.ts'
import { plural } from './format.ts'

export const folders: typeof English = {
  choose: 'Wählen…',
  add: 'Ordner hinzufügen…',
  remove: 'Entfernen',
  path: 'Ordner',
  go: 'Dorthin',
  way: 'Pfad zu diesem Ordner',
  tops: 'Alle Orte',
  within: 'Ordner darin',
  count: (folders, files) =>
    files !== undefined && files + folders > 0
      ? `${plural(files, 'Tondatei', 'Tondateien')} und ${plural(folders, 'Ordner', 'Ordner')} darin.`
      : folders === 0
        ? 'Keine Ordner darin.'
        : `${plural(folders, 'Ordner', 'Ordner')} darin.`,
  isArchive: 'Das ist ein Songkeep-Archiv.',
  isCatalogue: 'Das ist ein Katalog.',
  newFolder: 'Neuer Ordner darin (freiwillig)',
  take: 'Diesen Ordner nehmen',
  takeNew: 'Den neuen Ordner nehmen',
  cancel: 'Abbrechen',
  open: 'Ordner öffnen',
  copyPath: 'Pfad kopieren',
  pathCopied: 'Der Pfad ist kopiert.',
}
