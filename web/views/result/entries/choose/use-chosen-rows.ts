import { useCallback, useRef, useState } from 'react'
import type { Row } from '../../../../../src/api/contract.ts'
import { mayDecide, toggleRange } from './chosen.ts'

export interface ChosenRows {
  /** Keys; undefined while no rows are chosen, but opened. */
  readonly keys: ReadonlySet<string> | undefined
  readonly begin: () => void
  readonly end: () => void
  readonly chooseAll: () => void
  /** `isRange`: all from the one before to this one. */
  readonly toggle: (key: string, isRange: boolean) => void
}

/** Several rows chosen at once, among those that are shown. */
export function useChosenRows(shown: readonly Row[]): ChosenRows {
  const [keys, setKeys] = useState<ReadonlySet<string>>()
  const latest = useRef(shown)
  latest.current = shown
  const last = useRef<string>(undefined)
  const toggle = useCallback((key: string, isRange: boolean) => {
    const from = isRange ? last.current : undefined
    last.current = key
    setKeys((before = new Set()) => toggleRange(before, latest.current, key, from))
  }, [])
  return {
    keys,
    begin: () => setKeys(new Set()),
    end: () => setKeys(undefined),
    chooseAll: () => setKeys(new Set(shown.filter(mayDecide).map((row) => row.key))),
    toggle,
  }
}
