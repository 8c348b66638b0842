import type { VerifyJobRequest } from '../../api/jobs.ts'
import type { Lease } from '../../jobs/lease.ts'
import { reason } from '../../model/reason.ts'
import { describeFinding } from '../archives/health/tell-finding.ts'
import { verifyNamed } from '../archives/health/verify.ts'
import { rememberArchive } from '../archives/known-archives.ts'
import type { Environment } from '../environment.ts'
import { ByteJobTeller } from './tell-in-bytes.ts'

/** Checks an archive for the page, which is told what is wrong, and how far it is in bytes. */
export async function runVerify(
  { into }: VerifyJobRequest,
  lease: Lease,
  environment: Environment,
): Promise<void> {
  const teller = new ByteJobTeller('verify', lease)
  for await (const event of verifyNamed(into, environment, lease.signal)) {
    switch (event.kind) {
      case 'begun':
        teller.begin(event.bytes)
        break
      case 'progress':
        teller.progress(event.bytes)
        break
      case 'finding':
        teller.add(describeFinding(event.finding))
        break
      case 'ended': {
        lease.signal.throwIfAborted()
        teller.report(reason('app.checked', event.summary))
        const { faults } = event.summary
        await rememberArchive(environment, into, { at: new Date().toISOString(), faults })
      }
    }
  }
}
