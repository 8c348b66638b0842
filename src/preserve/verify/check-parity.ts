import { checkParity } from '../../fixity/parity/check.ts'
import { PARITY_FOLDER, type ParityOptions } from '../../fixity/parity/parity.ts'
import type { FixityFinding } from '../../model/preserve/fixity.ts'
import { reason } from '../../model/reason.ts'
import type { CheckLog } from './check-log.ts'

const DAY = 86_400_000

/** Reads the parity beside an archive: where only a part of the files is due, no sooner than once in `days`. */
export async function* checkParityFiles(
  root: string,
  lastAt: number | undefined,
  days: number | undefined,
  log: CheckLog,
  signal?: AbortSignal,
): AsyncGenerator<FixityFinding> {
  if (days !== undefined && lastAt !== undefined && lastAt > Date.now() - days * DAY) return
  let faults = 0
  let read = 0
  const onProgress: ParityOptions['onProgress'] = ({ bytes }) => {
    read = bytes
  }
  for await (const { path } of checkParity(root, { signal, onProgress })) {
    faults++
    yield { kind: 'parity', path, reason: reason('preserve.parity-damaged'), remedies: ['rewrite'] }
  }
  if (faults === 0 && read > 0) await log.add({ path: PARITY_FOLDER, outcome: 'whole' })
}
