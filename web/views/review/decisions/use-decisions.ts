import { useState } from 'react'
import type { Decide, Details, Row } from '../../../../src/api/contract.ts'
import { send } from '../../../api/client.ts'
import { putEntries } from '../../../api/live.ts'
import { type UndoStep, undoStepOf } from './choices.ts'

export interface DecisionControls {
  readonly canUndo: boolean
  readonly error?: unknown
  /** True when it is stored. False too while another is on its way: nobody has seen what comes after that. */
  readonly decide: (row: Row, details: Details, decision: Decide) => Promise<boolean>
  /** What was taken back, once all before it is stored; undefined where there was nothing. */
  readonly undo: () => Promise<UndoStep | undefined>
}

/** Decides and takes back, one after another, as many steps as there were since the view was opened. */
export function useDecisions(view: string): DecisionControls {
  const [count, setCount] = useState(0)
  const [error, setError] = useState<unknown>()
  const [history] = useState(() => new DecisionHistory(setCount, setError))
  return {
    canUndo: count > 0,
    error,
    decide: (row, details, decision) => history.decide(view, row, details, decision),
    undo: () => history.undo(view),
  }
}

class DecisionHistory {
  readonly #counted: (count: number) => void
  readonly #failed: (error: unknown) => void
  readonly #steps: UndoStep[] = []
  #deciding: Promise<boolean> | undefined
  #undoing: Promise<UndoStep | undefined> | undefined
  /** What was decided last about each row: its details may not have come anew yet. */
  readonly #written = new Map<string, Decide | undefined>()

  constructor(counted: (count: number) => void, failed: (error: unknown) => void) {
    this.#counted = counted
    this.#failed = failed
  }

  async decide(view: string, row: Row, details: Details, decision: Decide): Promise<boolean> {
    // Whoever undoes and decides in one breath means the row that is shown, not the one that comes back.
    if (this.#undoing && (await this.#undoing)?.key !== row.key) return false
    if (this.#deciding) return false
    const step = this.#written.has(row.key)
      ? { key: row.key, before: this.#written.get(row.key), isLost: false }
      : undoStepOf(row, details)
    const work = this.#decideNow(view, step, decision)
    this.#deciding = work
    try {
      return await work
    } finally {
      if (this.#deciding === work) this.#deciding = undefined
    }
  }

  async undo(view: string): Promise<UndoStep | undefined> {
    const work = this.#undoAfter(view, [this.#deciding, this.#undoing])
    this.#undoing = work
    try {
      return await work
    } finally {
      if (this.#undoing === work) this.#undoing = undefined
    }
  }

  async #decideNow(view: string, step: UndoStep, decision: Decide): Promise<boolean> {
    if (!(await this.#write(view, step.key, decision))) return false
    this.#counted(this.#steps.push(step))
    return true
  }

  async #undoAfter(view: string, before: readonly (Promise<unknown> | undefined)[]) {
    await Promise.all(before)
    const step = this.#steps.at(-1)
    if (!step || !(await this.#write(view, step.key, step.before))) return undefined
    this.#steps.pop()
    this.#counted(this.#steps.length)
    return step
  }

  async #write(view: string, key: string, decision: Decide | undefined): Promise<boolean> {
    const path = `${view}/decisions/${encodeURIComponent(key)}`
    this.#failed(undefined)
    try {
      const row = await (decision ? send<Row>('PUT', path, decision) : send<Row>('DELETE', path))
      putEntries(view, [row])
      this.#written.set(key, decision)
      return true
    } catch (caught) {
      this.#failed(caught)
      return false
    }
  }
}
