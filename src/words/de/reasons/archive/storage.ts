import type { ArchiveStorageReasons } from '../../../../model/reasons/archive/storage.ts'
import type { Sentences } from '../../../sentences.ts'
import { because } from '../../foreign.ts'

export const storage: Sentences<ArchiveStorageReasons> = {
  'archive.no-space': ({ root }) => `Für das Archiv ${root} ist kein Platz mehr.`,
  'archive.make-room':
    'Schaffen Sie Platz und führen Sie denselben Befehl noch einmal aus: Er macht dort weiter, wo er aufgehört hat.',
  'archive.not-writable': ({ root, error }) =>
    `In das Archiv ${root} darf nicht geschrieben werden (${error}).`,
  'archive.change-permissions':
    'Ändern Sie seine Zugriffsrechte, oder nehmen Sie einen anderen Ordner.',
  'archive.unreachable': ({ root, error }, { say }) =>
    `Das Archiv ${root} ist nicht zu erreichen${because(error, say)}.`,
  'archive.root-gone': ({ root }) =>
    `Das Archiv ${root} ist nicht mehr an seinem Ort. Dort wurde nichts neu angelegt; was aufbewahrt wurde, liegt, wo der Ordner jetzt ist.`,
  'archive.put-root-back':
    'Bringen Sie den Ordner oder seinen Datenträger zurück und geben Sie denselben Befehl noch einmal: Er macht weiter, wo er aufgehört hat.',
  'archive.check-disk':
    'Sehen Sie nach der Festplatte und führen Sie denselben Befehl noch einmal aus: Er macht dort weiter, wo er aufgehört hat.',
  'archive.link-in-the-way': ({ path }) =>
    `${path} ist eine Verknüpfung oder eine Datei, wo das Archiv einen eigenen Ordner braucht.`,
  'archive.move-link-away':
    'Legen Sie sie woandershin, oder nehmen Sie einen anderen Ordner für das Archiv.',
  'archive.name-taken': ({ path }) =>
    `${path} ist erschienen, während der Titel entstand; die Datei bleibt, wie sie ist.`,
  'archive.run-again-for-name':
    'Führen Sie denselben Befehl noch einmal aus: Der Titel bekommt einen anderen Namen.',
  'archive.foreign-file': ({ path }) => `${path} stammt nicht von Songkeep, müsste es hier aber.`,
  'archive.move-file-away':
    'Nehmen Sie einen anderen Ordner für das Archiv, oder legen Sie diese Datei woandershin.',
  'archive.is-a-file': ({ path }) => `${path} ist eine Datei, kein Ordner.`,
  'archive.name-a-folder': 'Nennen Sie einen Ordner für das Archiv.',
}
