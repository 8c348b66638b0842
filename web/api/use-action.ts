import { useState } from 'react'

/** Something that is asked of the server on demand: whether it is under way, and how it failed the last time. */
export interface Action {
  readonly isRunning: boolean
  readonly error: unknown
  /** True when it succeeded. */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>
}

export function useAction(): Action {
  const [isRunning, setRunning] = useState(false)
  const [error, setError] = useState<unknown>()

  async function run(work: () => Promise<unknown>): Promise<boolean> {
    setRunning(true)
    setError(undefined)
    try {
      await work()
      return true
    } catch (caught) {
      setError(caught)
      return false
    } finally {
      setRunning(false)
    }
  }

  return { isRunning, error, run }
}
