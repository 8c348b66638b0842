import { useCallback, useEffect, useState } from 'react'
import { get } from '../api/client.ts'

export interface Got<T> {
  readonly data?: T
  readonly error?: unknown
  /** True also while it is asked for again. */
  readonly loading: boolean
  readonly reload: () => void
  /** What the server answered to a change, in place of what it said before. */
  readonly put: (data: T) => void
}

/** Asks the server for something when the view opens, and again on demand. Without a path it asks nothing. */
export function useGet<T>(path: string | undefined): Got<T> {
  const [answer, setAnswer] = useState<{ data?: T; error?: unknown; loading: boolean }>({
    loading: path !== undefined,
  })
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every turn asks anew
  useEffect(() => {
    if (path === undefined) return
    const leaving = new AbortController()
    setAnswer(({ data }) => ({ ...(data === undefined ? {} : { data }), loading: true }))
    get<T>(path, leaving.signal).then(
      (data) => setAnswer({ data, loading: false }),
      (error: unknown) => {
        if (!leaving.signal.aborted) setAnswer({ error, loading: false })
      },
    )
    return () => leaving.abort()
  }, [path, turn])
  const reload = useCallback(() => setTurn((before) => before + 1), [])
  const put = useCallback((data: T) => setAnswer({ data, loading: false }), [])
  return { ...answer, reload, put }
}
