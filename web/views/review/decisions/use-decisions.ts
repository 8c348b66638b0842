import { useRef, useState } from 'react'
import type { Decide, Details, Row } from '../../../../src/api/contract.ts'
import { send } from '../../../api/client.ts'
import { putEntries } from '../../../api/live.ts'
import { type UndoStep, undoStepOf } from './choices.ts'

export interface DecisionHistory {
  readonly canUndo: boolean
  readonly error?: unknown
  /** True when it is stored. False too while another is on its way: nobody has seen what comes after that. */
  readonly decide: (row: Row, details: Details, decision: Decide) => Promise<boolean>
  /** What was taken back, once all before it is stored; undefined where there was nothing. */
  readonly undo: () => Promise<UndoStep | undefined>
}

/** Decides and takes back, one after another, as many steps as there were since the view was opened. */
export function useDecisions(view: string): DecisionHistory {
  const steps = useRef<UndoStep[]>([])
  const [count, setCount] = useState(0)
  const [error, setError] = useState<unknown>()
  const deciding = useRef<Promise<unknown> | undefined>(undefined)
  const undoing = useRef<Promise<UndoStep | undefined> | undefined>(undefined)
  /** What was said here last about each row: its details may not have come anew yet. */
  const written = useRef(new Map<string, Decide | undefined>())

  async function write(key: string, decision: Decide | undefined): Promise<boolean> {
    const path = `${view}/decisions/${encodeURIComponent(key)}`
    setError(undefined)
    try {
      const row = await (decision ? send<Row>('PUT', path, decision) : send<Row>('DELETE', path))
      putEntries(view, [row])
      written.current.set(key, decision)
      return true
    } catch (caught) {
      setError(caught)
      return false
    }
  }

  async function decideNow(step: UndoStep, decision: Decide): Promise<boolean> {
    if (!(await write(step.key, decision))) return false
    setCount(steps.current.push(step))
    return true
  }

  async function undoAfter(before: readonly (Promise<unknown> | undefined)[]) {
    await Promise.all(before)
    const step = steps.current.at(-1)
    if (!step || !(await write(step.key, step.before))) return undefined
    steps.current.pop()
    setCount(steps.current.length)
    return step
  }

  return {
    canUndo: count > 0,
    error,
    async decide(row, details, decision) {
      // Whoever takes back and decides anew in one breath means the row that he sees.
      if (undoing.current && (await undoing.current)?.key !== row.key) return false
      if (deciding.current) return false
      const step = written.current.has(row.key)
        ? { key: row.key, before: written.current.get(row.key), isLost: false }
        : undoStepOf(row, details)
      return await hold(deciding, decideNow(step, decision))
    },
    undo: () => hold(undoing, undoAfter([deciding.current, undoing.current])),
  }
}

/** Others can see that it is on its way, and wait for it. */
async function hold<T>(
  place: { current: Promise<T> | Promise<unknown> | undefined },
  work: Promise<T>,
): Promise<T> {
  place.current = work
  try {
    return await work
  } finally {
    if (place.current === work) place.current = undefined
  }
}
