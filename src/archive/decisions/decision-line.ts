import type { Decision, DecisionChoice } from '../../model/decision.ts'
import {
  type Check,
  check,
  list,
  number,
  oneOf,
  optional,
  record,
  text,
  texts,
  track,
} from '../journal/checks.ts'

/** One line of `decisions.jsonl`: a decision, or that the track's is none any more. */
export interface DecisionLine extends Omit<Decision, 'choice'> {
  readonly choice: DecisionChoice | { readonly kind: 'withdrawn' }
}

/** Believes nothing; undefined for what is no such line. */
export function readDecisionLine(line: string): DecisionLine | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return decision(value, 'line') ? undefined : (value as DecisionLine)
  } catch {
    return undefined
  }
}

export const writeDecisionLine = (line: DecisionLine) => `${JSON.stringify(line)}\n`

const kind = record({ kind: oneOf('recording', 'none', 'withdrawn') })

const foundFields: Readonly<Record<string, Check>> = {
  words: record({ title: text, artist: text }),
  address: record({ address: text }),
  file: record({ path: text }),
  upload: record({ name: text }),
}

const found: Check = (value, name) =>
  record({ kind: oneOf(...Object.keys(foundFields)) })(value, name) ??
  foundFields[(value as { readonly kind: string }).kind]?.(value, name)

const level = check((value) => typeof value === 'object' && value !== null && 'code' in value)

const evidence = record({
  probability: number,
  weight: number,
  steps: list(record({ field: text, level, weight: number })),
})

const recording = record({
  source: text,
  id: text,
  title: text,
  artists: texts,
  trusted: optional(check((value) => value === true)),
  found: optional(found),
  evidence: optional(evidence),
})

const choice: Check = (value, name) =>
  kind(value, name) ??
  ((value as DecisionLine['choice']).kind === 'recording' ? recording(value, name) : undefined)

const time = check(
  (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(value) &&
    !Number.isNaN(Date.parse(value)),
)

const decision = record({ track, choice, decidedAt: time })
