import { readFault } from '../../words/fault.ts'
import type { Work, WorkState } from '../queue.ts'
import type { Connection, Fields } from './connection.ts'

export const writeJson = (value: unknown) => JSON.stringify(value)
export const readJson = (text: unknown): unknown =>
  typeof text === 'string' ? JSON.parse(text) : undefined

const readText = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** Columns have the names of the first version: `order` is the payload, `place` the exclusive key, `asked` the signal. */
export function readWork(row: Fields): Work {
  return {
    id: String(row.id),
    payload: readJson(row.order),
    title: String(row.title),
    owner: String(row.owner),
    state: row.state as WorkState,
    adopted: row.attached === 1,
    createdAt: String(row.created),
    seq: Number(row.seq),
    exclusiveKey: readText(row.place),
    signal: readText(row.asked) as Work['signal'],
    startedAt: readText(row.started),
    endedAt: readText(row.ended),
    facts: readJson(row.facts),
    fault: readFault(readJson(row.fault)),
  }
}

export function findWork(connection: Connection, id: string): Work | undefined {
  const [found] = connection.all('SELECT * FROM work WHERE id = ?', id)
  return found && readWork(found)
}
