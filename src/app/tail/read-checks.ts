import { join } from 'node:path'
import { look } from '../../archive/files/inside.ts'
import { readLines } from '../../archive/journal/lines.ts'
import { asRecord } from '../../base/json.ts'

/** What the last check of a file found. */
export interface LastCheck {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly isWhole: boolean
}

const MAX_LINE_BYTES = 1 << 14
const WHOLE = new Set(['whole', 'repaired'])

/** The last line of `fixity.jsonl` for each path; lines that cannot be read count for nothing. */
export async function readChecks(
  root: string,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, LastCheck>> {
  const checks = new Map<string, LastCheck>()
  const path = join(root, 'fixity.jsonl')
  if (!(await look(path))?.isFile()) return checks
  for await (const { text = '' } of readLines(path, MAX_LINE_BYTES, signal)) {
    const { at, path: of, outcome } = asRecord(parse(text))
    if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || typeof of !== 'string') continue
    if (typeof outcome === 'string') checks.set(of, { at, isWhole: WHOLE.has(outcome) })
  }
  return checks
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
