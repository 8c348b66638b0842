import type { ParityReasons } from '../../../../../model/reasons/preserve/fixity/parity.ts'
import type { Sentences } from '../../../../sentences.ts'

export const parity: Sentences<ParityReasons> = {
  'fixity.wrong-percent': ({ percent }) => `Parity can be 1 to 100 percent, not ${percent}.`,
  'fixity.parity-in-the-way': ({ path }) =>
    `${path} is a link or a file, where the archive has its folder of parity.`,
}
