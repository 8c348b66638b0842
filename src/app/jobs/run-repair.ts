import type { RepairJobRequest } from '../../api/jobs.ts'
import type { Lease } from '../../jobs/lease.ts'
import { reason } from '../../model/reason.ts'
import { repairArchive } from '../archives/health/repair.ts'
import { rememberArchive } from '../archives/known-archives.ts'
import type { Environment } from '../environment.ts'
import { ByteJobTeller } from './tell-in-bytes.ts'

/** Repairs an archive for the page, which is told what was had back, what was not, and how far it is in bytes. */
export async function runRepair(
  { into, from }: RepairJobRequest,
  lease: Lease,
  environment: Environment,
): Promise<void> {
  const teller = new ByteJobTeller('repair', lease)
  for await (const event of repairArchive(into, environment, lease.signal, { from })) {
    switch (event.kind) {
      case 'begun':
        teller.begin(event.bytes)
        break
      case 'progress':
        teller.progress(event.bytes)
        break
      case 'repaired':
        teller.add(reason('preserve.repaired', { ...event, dryRun: false }))
        break
      case 'unrepaired':
        teller.add(reason('preserve.unrepaired', event))
        break
      case 'repair-ended': {
        teller.report(reason('preserve.repair-done', { ...event, dryRun: false }))
        await rememberArchive(environment, into, {
          at: new Date().toISOString(),
          faults: event.left,
        })
      }
    }
  }
}
