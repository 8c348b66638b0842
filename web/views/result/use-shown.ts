import { useCallback, useMemo } from 'react'
import { setQuery, useQuery } from '../../route.ts'
import type { Selection } from './entries/select-rows.ts'
import { readShown, type Shown, writeShown } from './shown.ts'

export interface ShownChoice extends Shown {
  readonly chooseList: (list: number) => void
  readonly choose: (selection: Selection) => void
  readonly toggle: (key: string) => void
}

/** What the address says is shown; what is chosen here becomes the address. Back closes a row, and undoes a filter. */
export function useShown(): ShownChoice {
  const query = useQuery()
  const shown = useMemo(() => readShown(query), [query])
  // The same object for as long as nothing else is chosen, whatever is opened.
  const chosen = writeShown({ ...shown, open: [] })
  const selection = useMemo(() => readShown(chosen).selection, [chosen])
  const { list, open } = shown
  const choose = useCallback(
    (next: Selection) =>
      setQuery(
        writeShown({ list, selection: next, open }),
        next.group === selection.group && next.reason === selection.reason ? 'replace' : 'push',
      ),
    [list, open, selection],
  )
  const toggle = useCallback(
    (key: string) => {
      const rest = open.filter((each) => each !== key)
      const closes = rest.length < open.length
      const next = closes ? rest : [...open, key]
      setQuery(writeShown({ list, selection, open: next }), closes ? 'replace' : 'push')
    },
    [list, open, selection],
  )
  const chooseList = useCallback(
    (next: number) => setQuery(next === 0 ? '' : `list=${next}`, 'push'),
    [],
  )
  return { list, selection, open, choose, toggle, chooseList }
}
