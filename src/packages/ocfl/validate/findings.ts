import type { OcflRule } from '../../../model/preserve/packages/ocfl-rules.ts'
import { reason } from '../../../model/reason.ts'
import type { PackageFault } from '../../fault.ts'

/** What is found wrong, each rule once for each path. */
export class Findings {
  readonly #faults = new Map<string, PackageFault>()
  readonly #rules = new Set<OcflRule>()

  /** `path` is relative to what is validated; `what` is the part of a file that is meant: `versions.v1.created`. */
  add(rule: OcflRule, path = '', what = ''): void {
    this.#rules.add(rule)
    const key = JSON.stringify([rule, path, what])
    if (this.#faults.has(key)) return
    this.#faults.set(key, {
      severity: rule.startsWith('E') ? 'error' : 'warning',
      path,
      reason: reason('package.ocfl', { rule, what }),
    })
  }

  has(...rules: readonly OcflRule[]): boolean {
    return rules.some((rule) => this.#rules.has(rule))
  }

  get faults(): readonly PackageFault[] {
    return [...this.#faults.values()]
  }
}
