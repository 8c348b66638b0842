import type { ParityReasons } from '../../../../../model/reasons/preserve/fixity/parity.ts'
import type { Sentences } from '../../../../sentences.ts'

export const parity: Sentences<ParityReasons> = {
  'fixity.wrong-percent': ({ percent }) => `Parität geht von 1 bis 100 Prozent, nicht ${percent}.`,
  'fixity.parity-in-the-way': ({ path }) =>
    `${path} ist eine Verknüpfung oder eine Datei, wo das Archiv seinen Ordner für Parität hat.`,
}
