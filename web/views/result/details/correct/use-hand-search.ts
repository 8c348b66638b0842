import { useEffect, useRef, useState } from 'react'
import type { Found, HandSearch, Row } from '../../../../../src/api/contract.ts'
import { send } from '../../../../api/client.ts'
import { upload } from '../../../../api/upload.ts'

export interface HandSearchState {
  readonly found?: Found
  readonly error?: unknown
  readonly isSearching: boolean
  readonly search: (asked: HandSearch) => void
  /** Sends a file of the reader's first. */
  readonly give: (file: File) => void
  readonly stop: () => void
}

/** What is looked for by hand for one row; a new question ends the one before. */
export function useHandSearch(view: string, row: Row): HandSearchState {
  const [state, setState] = useState<Pick<HandSearchState, 'found' | 'error'>>({})
  const [isSearching, setSearching] = useState(false)
  const current = useRef<AbortController>(undefined)
  useEffect(() => () => current.current?.abort(), [])

  async function ask(prepare: (signal: AbortSignal) => Promise<HandSearch>): Promise<void> {
    current.current?.abort()
    const mine = new AbortController()
    current.current = mine
    setState({})
    setSearching(true)
    try {
      const asked = await prepare(mine.signal)
      const path = `${view}/search/${encodeURIComponent(row.key)}`
      setState({ found: await send<Found>('POST', path, asked, mine.signal) })
    } catch (error) {
      if (!mine.signal.aborted) setState({ error })
    } finally {
      if (current.current === mine) setSearching(false)
    }
  }

  return {
    ...state,
    isSearching,
    search: (asked) => void ask(async () => asked),
    give: (file) =>
      void ask(async (signal) => {
        const { id, name } = await upload(file, file.name, () => {}, signal)
        return { kind: 'upload', id, name }
      }),
    stop: () => {
      current.current?.abort()
      setSearching(false)
    },
  }
}
