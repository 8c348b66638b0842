import type { Remark } from '../../api/contract.ts'
import type { RepairJobRequest } from '../../api/jobs.ts'
import type { Lease } from '../../jobs/lease.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { rememberArchive } from '../archives/known-archives.ts'
import { repairArchive } from '../archives/repair.ts'
import type { Environment } from '../environment.ts'

/** Files that are named. */
const MAX_LINES = 1_000

/** Repairs an archive for the page, which is told what was had back, what was not, and how far it is in bytes. */
export async function runRepair(
  { into, from }: RepairJobRequest,
  lease: Lease,
  environment: Environment,
): Promise<void> {
  const lines: Reason[] = []
  const report = (text: Reason) => {
    const remark: Remark = { kind: 'remark', key: 'repair', text, lines: lines.slice(0, MAX_LINES) }
    lease.put({ key: remark.key, data: remark })
  }
  report(reason('app.verifying'))
  let total = 0
  for await (const event of repairArchive(into, environment, lease.signal, { from })) {
    switch (event.kind) {
      case 'begun':
        total = event.bytes
        break
      case 'progress':
        lease.update({ facts: { done: event.bytes, total, counts: {} } })
        break
      case 'repaired':
        lines.push(reason('preserve.repaired', { ...event, dryRun: false }))
        break
      case 'unrepaired':
        lines.push(reason('preserve.unrepaired', event))
        break
      case 'repair-ended': {
        report(reason('preserve.repair-done', { ...event, dryRun: false }))
        await rememberArchive(environment, into, {
          at: new Date().toISOString(),
          faults: event.left,
        })
      }
    }
  }
}
