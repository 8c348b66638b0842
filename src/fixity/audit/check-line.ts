import { asRecord } from '../../base/json.ts'

const outcomes = ['whole', 'missing', 'damaged', 'repaired'] as const

/** What `fixity.jsonl` says of one look at one file. */
export interface CheckLine {
  /** ISO 8601, UTC. */
  readonly at: string
  /** Relative to the archive. */
  readonly path: string
  /** `repaired`: its bytes were put back, and are as they were kept. */
  readonly outcome: (typeof outcomes)[number]
  /** The digest that was found; absent where nothing could be read. Lower-case hexadecimal. */
  readonly sha256?: string
  /** How many bytes were read; of a record that only grows, the next check compares as many. */
  readonly bytes?: number
}

export const writeCheckLine = ({ at, path, outcome, sha256, bytes }: CheckLine): string =>
  `${JSON.stringify({ at, path, outcome, sha256, bytes })}\n`

/** Undefined for a line that is torn, or none of ours. */
export function readCheckLine(text: string): CheckLine | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const { at, path, outcome, sha256, bytes } = asRecord(value)
  const known = outcomes.find((each) => each === outcome)
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return undefined
  if (typeof path !== 'string' || known === undefined) return undefined
  return {
    at,
    path,
    outcome: known,
    sha256: typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) ? sha256 : undefined,
    bytes: Number.isSafeInteger(bytes) ? Number(bytes) : undefined,
  }
}
