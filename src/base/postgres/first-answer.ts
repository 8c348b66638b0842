import { type Reason, reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import type { DatabaseAddress } from './address.ts'
import { isTransient, retry } from './transient.ts'

export interface FirstAnswerOptions {
  /** How long it is waited for. */
  readonly forMs: number
  /** Told once and soon, where there is no answer yet. */
  readonly onAway?: (why: Reason) => void
}

/** A host that is not there may say nothing at all: after so long that is told. */
const SILENCE_MS = 1_000

/** Asks a database until it answers. UserError where it does not in time, or does not let us in. */
export async function awaitFirstAnswer(
  ask: () => Promise<unknown>,
  address: DatabaseAddress,
  { forMs, onAway = () => {} }: FirstAnswerOptions,
): Promise<void> {
  const { host, port, database } = address
  let isTold = false
  const tell = (error?: unknown) => {
    if (isTold) return
    isTold = true
    const said = error === undefined ? '' : explain(error, address)
    onAway(reason('database.awaited', { host, port, database, said, seconds: forMs / 1_000 }))
  }
  const when = (error: unknown) => {
    const isAway = isTransient(error)
    if (isAway) tell(error)
    return isAway
  }
  const silence = setTimeout(tell, SILENCE_MS)
  try {
    await retry(ask, { forMs, when })
  } catch (error) {
    const said = explain(error, address)
    const why = reason('database.not-reached', { host, port, database, said })
    throw new UserError(why, reason('database.check-address'))
  } finally {
    clearTimeout(silence)
  }
}

/** A name with several addresses has an error of each, and says nothing itself. */
function explain(error: unknown, { redact }: DatabaseAddress): string {
  const all = error instanceof AggregateError ? error.errors : [error]
  return redact(all.map((each) => (each instanceof Error ? each.message : String(each))).join('; '))
}
