import type { ArchiveStorageReasons } from '../../../../model/reasons/archive/storage.ts'
import type { Sentences } from '../../../sentences.ts'
import { because } from '../../foreign.ts'

export const storage: Sentences<ArchiveStorageReasons> = {
  'archive.no-space': ({ root }) => `Für das Archiv ${root} ist kein Platz mehr.`,
  'archive.make-room':
    'Platz schaffen und denselben Befehl noch einmal ausführen: Er macht dort weiter, wo er aufgehört hat.',
  'archive.not-writable': ({ root, error }) =>
    `In das Archiv ${root} darf nicht geschrieben werden (${error}).`,
  'archive.change-permissions': 'Seine Zugriffsrechte ändern oder einen anderen Ordner nehmen.',
  'archive.unreachable': ({ root, error }, { say }) =>
    `Das Archiv ${root} ist nicht zu erreichen${because(error, say)}.`,
  'archive.root-gone': ({ root }) =>
    `Das Archiv ${root} ist nicht mehr an seinem Ort. Dort wurde nichts neu angelegt; was aufbewahrt wurde, liegt, wo der Ordner jetzt ist.`,
  'archive.put-root-back':
    'Den Ordner oder seinen Datenträger zurückbringen und denselben Befehl noch einmal ausführen: Er macht weiter, wo er aufgehört hat.',
  'archive.check-disk':
    'Nach der Festplatte sehen und denselben Befehl noch einmal ausführen: Er macht dort weiter, wo er aufgehört hat.',
  'archive.link-in-the-way': ({ path }) =>
    `${path} ist eine Verknüpfung oder eine Datei, wo das Archiv einen eigenen Ordner braucht.`,
  'archive.move-link-away':
    'Sie woandershin legen oder einen anderen Ordner für das Archiv nehmen.',
  'archive.name-taken': ({ path }) =>
    `${path} ist erschienen, während der Titel entstand; die Datei bleibt, wie sie ist.`,
  'archive.run-again-for-name':
    'Denselben Befehl noch einmal ausführen: Der Titel bekommt einen anderen Namen.',
  'archive.foreign-file': ({ path }) => `${path} stammt nicht von Songkeep, müsste es hier aber.`,
  'archive.move-file-away':
    'Einen anderen Ordner für das Archiv nehmen oder diese Datei woandershin legen.',
  'archive.is-a-file': ({ path }) => `${path} ist eine Datei, kein Ordner.`,
  'archive.name-a-folder': 'Einen Ordner für das Archiv nennen.',
}
