import { isOnThisMachine } from '../../base/http/allow/private-way.ts'
import { tellMoment } from '../../base/telemetry/span.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'
import { readVersion } from '../version.ts'
import { openJsonLog } from './log.ts'

export interface Telemetry extends AsyncDisposable {
  /** Writes a sentence for people to standard error, where no lines of JSON are asked for. */
  log(sentence: string): void
}

/**
 * Begins to log and to trace, as the environment wants it, and tells that the process has started; disposed, that it
 * has stopped. Throws UserError where a variable is set wrongly or traces cannot be sent.
 */
export async function openTelemetry({
  telemetry,
  faults = [],
  offline,
}: Environment): Promise<Telemetry> {
  const [fault] = faults
  if (fault) throw new UserError(fault, reason('app.mend-variable'))
  const version = readVersion()
  await using opened = new AsyncDisposableStack()
  const write = (line: string) => void process.stderr.write(`${line}\n`)
  if (telemetry?.log === 'json') opened.use(openJsonLog(telemetry.level, write))
  if (telemetry?.traces !== undefined) {
    if (offline && !isOnThisMachine(telemetry.traces))
      throw new UserError(reason('app.traces-offline'), reason('app.unset-traces'))
    const { openTraces } = await import('./traces.ts')
    opened.use(await openTraces(telemetry.traces, version))
  }
  opened.defer(() => tellMoment('process', { state: 'stopped', version }))
  const all = opened.move()
  tellMoment('process', { state: 'started', version })
  return {
    log: telemetry?.log === 'json' ? () => {} : write,
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  }
}
