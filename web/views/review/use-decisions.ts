import { useRef, useState } from 'react'
import type { Decide, Details, Row } from '../../../src/api/contract.ts'
import { send } from '../../api/client.ts'
import { putEntries } from '../../api/live.ts'
import { type Step, stepFrom } from './choices.ts'

export interface Decisions {
  /** True while the last one is on its way: the next has to wait for it. */
  readonly isBusy: () => boolean
  readonly canUndo: boolean
  readonly error?: unknown
  /** True when it is stored. */
  readonly decide: (row: Row, details: Details, decision: Decide) => Promise<boolean>
  /** What was taken back; undefined where nothing was. */
  readonly undo: () => Promise<Step | undefined>
}

/** Decides and takes back, one after another, as many steps as there were since the view was opened. */
export function useDecisions(view: string): Decisions {
  const [steps, setSteps] = useState<readonly Step[]>([])
  const [error, setError] = useState<unknown>()
  const busy = useRef(false)
  /** What was said here last about each row: its details may not have come anew yet. */
  const written = useRef(new Map<string, Decide | undefined>())

  async function write(key: string, decision: Decide | undefined): Promise<boolean> {
    busy.current = true
    setError(undefined)
    const path = `${view}/decisions/${encodeURIComponent(key)}`
    try {
      const row = await (decision ? send<Row>('PUT', path, decision) : send<Row>('DELETE', path))
      putEntries(view, [row])
      written.current.set(key, decision)
      return true
    } catch (caught) {
      setError(caught)
      return false
    } finally {
      busy.current = false
    }
  }

  return {
    isBusy: () => busy.current,
    canUndo: steps.length > 0,
    ...(error !== undefined && { error }),
    async decide(row, details, decision) {
      if (busy.current) return false
      const step = written.current.has(row.key)
        ? { key: row.key, before: written.current.get(row.key), isLost: false }
        : stepFrom(row, details)
      if (!(await write(row.key, decision))) return false
      setSteps((before) => [...before, step])
      return true
    },
    async undo() {
      const step = steps.at(-1)
      if (busy.current || !step) return undefined
      if (!(await write(step.key, step.before))) return undefined
      setSteps((before) => before.slice(0, -1))
      return step
    },
  }
}
