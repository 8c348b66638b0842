import { asList, asRecord, type JsonObject, parseJson } from '../../base/json.ts'
import type { LastingChoices } from '../../model/backup/request.ts'
import { type Outcome, outcomeKinds } from '../../model/outcome.ts'
import { readSpelled } from '../../words/spell-out.ts'
import { type Recorded, readRecorded } from '../changes/recorded.ts'
import { readEntry } from './read-entry.ts'

/** A `report.json` with its outcomes, to be written once more. */
export interface StoredReport {
  readonly recorded: Recorded
  /** By position. */
  readonly outcomes: ReadonlyMap<number, Outcome>
  readonly asked?: LastingChoices
}

/** Undefined where the text is no report; what is wrong in one outcome costs that outcome. */
export function readStoredReport(text: string): StoredReport | undefined {
  const recorded = readRecorded(text)
  if (!recorded) return undefined
  const outcomes = asList(asRecord(parseJson(text)).outcomes).map(asRecord)
  const read = outcomes.flatMap((fields) => readOutcome(fields) ?? [])
  const isAsked = Object.keys(recorded.asked).length > 0
  return {
    recorded,
    outcomes: new Map(read.map((outcome) => [outcome.position, outcome])),
    asked: isAsked ? (recorded.asked as unknown as LastingChoices) : undefined,
  }
}

function readOutcome(fields: JsonObject): Outcome | undefined {
  if (!outcomeKinds.some((kind) => kind === fields.kind) || !readEntry(fields)) return undefined
  try {
    return readSpelled(fields) as Outcome
  } catch {
    return undefined
  }
}
