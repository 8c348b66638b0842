import type { ArchiveReindexReasons } from '../../../../model/reasons/archive/reindex.ts'
import type { Sentences } from '../../../sentences.ts'
import { units } from '../../units.ts'

const { count } = units

export const reindex: Sentences<ArchiveReindexReasons> = {
  'archive.lines-adopted': ({ adopted, damaged, lost }) =>
    [
      `The archive’s inventory was not whole: ${count(adopted)} ${adopted === 1 ? 'file was' : 'files were'} taken in again by reports and checksums`,
      ...(damaged > 0
        ? [`${count(damaged)} of its files ${damaged === 1 ? 'is' : 'are'} damaged`]
        : []),
      ...(lost > 0
        ? [
            `${count(lost)} ${lost === 1 ? 'file that reports or manifests name is' : 'files that reports or manifests name are'} not there`,
          ]
        : []),
    ].join('; '),
  'archive.records-lost': ({ root }) =>
    `The archive ${root} has lost its inventory, and files of it are there that no report describes. Nothing was written, so that no file is made a second time.`,
  'archive.reindex-first': ({ root }) =>
    `Let Songkeep read the files themselves first: songkeep reindex "${root}".`,
  'archive.described-by-tags':
    'All records of this file were lost: what is known of it was read in its own tags. Under which right it was kept is not known.',
}
