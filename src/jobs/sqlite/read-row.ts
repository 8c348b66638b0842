import type { SQLOutputValue } from 'node:sqlite'
import type { Work, WorkState } from '../queue.ts'

export type Fields = Record<string, SQLOutputValue>

export const writeJson = (value: unknown) => JSON.stringify(value)
export const readJson = (text: unknown): unknown =>
  typeof text === 'string' ? JSON.parse(text) : undefined

export function readWork(row: Fields): Work {
  const optional = {
    place: row.place,
    signal: row.asked,
    startedAt: row.started,
    endedAt: row.ended,
    facts: readJson(row.facts),
    fault: readJson(row.fault),
  }
  const known = Object.entries(optional).filter(
    ([, value]) => value !== null && value !== undefined,
  )
  return {
    id: String(row.id),
    order: readJson(row.order),
    title: String(row.title),
    owner: String(row.owner),
    state: row.state as WorkState,
    adopted: row.attached === 1,
    createdAt: String(row.created),
    seq: Number(row.seq),
    ...Object.fromEntries(known),
  }
}
