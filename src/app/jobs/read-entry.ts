import type { ListEntry, Remark, Row, RunEntry } from '../../api/contract.ts'
import { asText } from '../../base/json.ts'
import type { Outcome } from '../../model/outcome.ts'
import { isReason, type Reason } from '../../model/reason.ts'
import { recogniseReason } from '../../words/spell-out.ts'

/** An entry as a queue has stored it. Those of earlier versions have sentences where reasons are now. */
export function readEntry(stored: unknown): RunEntry {
  const entry = stored as RunEntry
  if (entry.kind === 'row') return readRow(entry)
  return entry.kind === 'list' ? readList(entry) : readRemark(entry)
}

const readRow = (row: Row): Row =>
  row.reason === undefined ? row : { ...row, reason: readReason(row.reason) }

function readList(list: ListEntry): ListEntry {
  const { notes, report } = list
  const unavailable = report?.unavailable.map(({ source, reason }) => ({
    source,
    reason: readReason(reason),
  }))
  return {
    ...list,
    notes: notes.map(readReason),
    report: report && {
      ...report,
      summary: readReason(report.summary),
      unavailable: unavailable ?? [],
    },
  }
}

const readRemark = (remark: Remark): Remark => ({
  ...remark,
  text: readReason(remark.text),
  lines: remark.lines?.map(readReason),
})

const readReason = (stored: unknown): Reason =>
  isReason(stored) ? stored : recogniseReason(asText(stored))

/** Where an outcome holds reasons, at any depth. */
const names = new Set(['reason', 'note', 'level'])
const listNames = new Set(['reasons', 'notes', 'conditions'])

/** An outcome as a queue has stored it, beside its row. */
export const readOutcome = (stored: unknown): Outcome | undefined =>
  stored === undefined || stored === null ? undefined : (withReasons(stored) as Outcome)

function withReasons(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withReasons)
  if (typeof value !== 'object' || value === null || isReason(value)) return value
  const fields = Object.entries(value).map(([name, inner]) => {
    if (names.has(name) && typeof inner === 'string') return [name, recogniseReason(inner)]
    if (listNames.has(name) && Array.isArray(inner))
      return [name, inner.map((each) => (typeof each === 'string' ? recogniseReason(each) : each))]
    return [name, withReasons(inner)]
  })
  return Object.fromEntries(fields)
}
