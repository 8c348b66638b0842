import type { AccountDatabase } from '../../../accounts/database.ts'
import { tellMoment } from '../../../base/telemetry/span.ts'
import type { Account, AuditAction } from '../../../model/accounts/account.ts'
import type { Reason } from '../../../model/reason.ts'
import type { SlowedBy } from '../../../model/telemetry.ts'

/** Whoever tries it again and again fills no log. */
const AGAIN_MS = 10 * 60_000

/** Tells the operator that an account was slowed or refused: a metric each time, the audit log from time to time. */
export class SlowedLog {
  readonly #audit: Pick<AccountDatabase['audit'], 'add'>
  readonly #last = new Map<string, number>()

  constructor({ audit }: Pick<AccountDatabase, 'audit'>) {
    this.#audit = audit
  }

  async tell({ id, name }: Account, by: SlowedBy, what: AuditAction, why: Reason): Promise<void> {
    tellMoment('slowed', { by })
    const key = `${id} ${why.code}`
    const now = Date.now()
    if (now - (this.#last.get(key) ?? -Infinity) < AGAIN_MS) return
    this.#last.set(key, now)
    const facts = Object.entries(why.params as Readonly<Record<string, unknown>>)
    const numbers = facts.filter((fact): fact is [string, number] => typeof fact[1] === 'number')
    const params = { why: why.code, ...Object.fromEntries(numbers) }
    await this.#audit.add({ who: name, what, thing: name, params })
  }
}
