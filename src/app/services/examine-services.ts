import { join } from 'node:path'
import type { ServiceInfo } from '../../api/contract.ts'
import type { Environment } from '../environment.ts'
import { type AskOptions, askServices } from './ask-services.ts'
import { writeRecords } from './record.ts'
import { tellService } from './tell-services.ts'

export interface ExaminedServices {
  readonly services: readonly ServiceInfo[]
  /** True where each that needs no key works. */
  readonly allWork: boolean
}

/**
 * Asks each service, and writes the answers that are worth a report where whoever reports them finds them: all of them
 * into `record`, where a folder is named.
 */
export async function examineServices(
  environment: Environment,
  { record, ...options }: Partial<AskOptions> & { readonly record?: string },
  signal: AbortSignal,
): Promise<ExaminedServices> {
  const findings = await askServices(environment, options, signal)
  const written = record
    ? findings.filter(({ exchanges }) => exchanges.length > 0)
    : findings.filter(({ worthReporting }) => worthReporting)
  const folder = record ?? join(environment.cacheDir, 'doctor')
  const files = await writeRecords(written, folder, environment)
  return {
    services: findings.map((finding) => tellService(finding, files.get(finding.name))),
    allWork: findings.every(({ hasKey, status }) => hasKey || status === 'works'),
  }
}
