import type { Remark } from '../../api/contract.ts'
import type { VerifyJobRequest } from '../../api/jobs.ts'
import type { Lease } from '../../jobs/lease.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { rememberArchive } from '../archives/known-archives.ts'
import { describeFinding } from '../archives/tell-finding.ts'
import { verifyArchive } from '../archives/verify.ts'
import type { Environment } from '../environment.ts'

/** Findings that are named. */
const MAX_LINES = 1_000

/** Checks an archive for the page, which is told what is wrong, and how far it is in bytes. */
export async function runVerify(
  { into }: VerifyJobRequest,
  lease: Lease,
  environment: Environment,
): Promise<void> {
  const lines: Reason[] = []
  const report = (text: Reason) => {
    const remark: Remark = { kind: 'remark', key: 'verify', text, lines: lines.slice(0, MAX_LINES) }
    lease.put({ key: remark.key, data: remark })
  }
  report(reason('app.verifying'))
  let total = 0
  for await (const event of verifyArchive(into, lease.signal)) {
    switch (event.kind) {
      case 'begun':
        total = event.bytes
        break
      case 'progress':
        lease.update({ facts: { done: event.bytes, total, counts: {} } })
        break
      case 'finding':
        lines.push(describeFinding(event.finding))
        break
      case 'ended': {
        lease.signal.throwIfAborted()
        report(reason('app.checked', event.summary))
        const { faults } = event.summary
        await rememberArchive(environment, into, { at: new Date().toISOString(), faults })
      }
    }
  }
}
