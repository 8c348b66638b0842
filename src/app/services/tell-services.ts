import type { ServiceInfo } from '../../api/contract.ts'
import { reason } from '../../model/reason.ts'
import type { Environment } from '../environment.ts'
import { PROJECT } from '../user-agent.ts'
import type { ServiceFinding } from './ask-services.ts'
import { recordService } from './record.ts'

/** What the user is told of a service; `file` holds its answers, where it is written already. */
export function tellService(finding: ServiceFinding, file?: string): Omit<ServiceInfo, 'report'> {
  const { exchanges: _, worthReporting, advice, ...told } = finding
  const url = `${PROJECT}/issues`
  return {
    ...told,
    advice: worthReporting ? reason('app.report-service', { file, url }) : advice,
  }
}

/** The same with the file itself, where it is worth a report. */
export const tellWithReport = (finding: ServiceFinding, environment: Environment): ServiceInfo => ({
  ...tellService(finding),
  report: finding.worthReporting ? recordService(finding, environment) : undefined,
})
