import { asRecord } from '../../base/json.ts'
import { readJsonLines } from './json-lines.ts'

/** What the last check of a file found. */
export interface LastCheck {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly isWhole: boolean
}

const WHOLE = new Set<unknown>(['whole', 'repaired'])

/** The last line of `fixity.jsonl` for each path, believing nothing. */
export async function readChecks(
  root: string,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, LastCheck>> {
  const checks = new Map<string, LastCheck>()
  for await (const line of readJsonLines(root, 'fixity.jsonl', signal)) {
    const { at, path, outcome } = asRecord(line)
    if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || typeof path !== 'string') continue
    if (typeof outcome === 'string') checks.set(path, { at, isWhole: WHOLE.has(outcome) })
  }
  return checks
}
