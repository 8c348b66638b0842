import type { ArchiveReindexReasons } from '../../../../model/reasons/archive/reindex.ts'
import type { Sentences } from '../../../sentences.ts'
import { units } from '../../units.ts'

const { count } = units

export const reindex: Sentences<ArchiveReindexReasons> = {
  'archive.lines-adopted': ({ adopted, damaged, lost }) =>
    [
      `Das Verzeichnis des Archivs war nicht vollständig: ${count(adopted)} ${adopted === 1 ? 'Datei wurde' : 'Dateien wurden'} anhand von Berichten und Prüfsummen wieder aufgenommen`,
      ...(damaged > 0
        ? [`${count(damaged)} ${damaged === 1 ? 'Datei ist' : 'Dateien sind'} beschädigt`]
        : []),
      ...(lost > 0
        ? [
            `${count(lost)} ${lost === 1 ? 'Datei, die Berichte oder Prüfsummenlisten nennen, ist' : 'Dateien, die Berichte oder Prüfsummenlisten nennen, sind'} nicht da`,
          ]
        : []),
    ].join('; '),
  'archive.records-lost': ({ root }) =>
    `Das Archiv ${root} hat sein Verzeichnis verloren, und es liegen Dateien darin, die kein Bericht beschreibt. Es wurde nichts geschrieben, damit keine Datei doppelt entsteht.`,
  'archive.reindex-first': ({ root }) =>
    `Songkeep zuerst die Dateien selbst lesen lassen: songkeep reindex "${root}".`,
  'archive.described-by-tags':
    'Alle Aufzeichnungen zu dieser Datei waren verloren: Was von ihr bekannt ist, steht in ihren eigenen Tags. Unter welchem Recht sie aufbewahrt wurde, ist nicht bekannt.',
}
