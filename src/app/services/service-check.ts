import type { ServiceInfo } from '../../api/contract.ts'
import type { Environment } from '../environment.ts'
import { withSavedKeys } from '../settings/settings.ts'
import { askServices } from './ask-services.ts'
import { tellWithReport } from './tell-services.ts'

/** Asks the services for the page, with the keys that were given to it. */
export interface ServiceCheck extends Disposable {
  /** Who asks while it is under way gets the same answers. */
  ask(): Promise<readonly ServiceInfo[]>
}

export function openServiceCheck(environment: Environment): ServiceCheck {
  const closing = new AbortController()
  let underway: Promise<readonly ServiceInfo[]> | undefined
  const ask = async () => {
    const keyed = await withSavedKeys(environment)
    const findings = await askServices(keyed, {}, closing.signal)
    return findings.map((finding) => tellWithReport(finding, keyed))
  }
  return {
    ask() {
      underway ??= ask().finally(() => {
        underway = undefined
      })
      return underway
    },
    [Symbol.dispose]: () => closing.abort(),
  }
}
