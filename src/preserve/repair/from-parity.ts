import { repairFile } from '../../fixity/parity/repair.ts'
import { reason } from '../../model/reason.ts'
import { nothing, type RepairWay } from './way.ts'

/** Computes a file's bytes from the parity beside the archive and the files that are whole. */
export const fromParity = (root: string): RepairWay => ({
  remedy: 'parity',
  async find({ kept }, { temporary, signal }) {
    const { path, sha256, bytes } = kept
    const repair = await repairFile(root, { path, sha256, bytes }, { temporary, signal })
    switch (repair.kind) {
      case 'restored':
        return { kind: 'found' }
      case 'beyond':
        return nothing(reason('preserve.beyond-parity'), repair.lost)
      case 'unprotected':
        return nothing(reason('preserve.no-parity'))
      case 'whole':
        return nothing(reason('preserve.changed-while-read'))
    }
  },
})
