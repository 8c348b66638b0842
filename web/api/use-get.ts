import { useCallback, useEffect, useState } from 'react'
import { get, RequestError } from './client.ts'

export interface GetResult<T> {
  /** Stays while it is asked for again, and where that fails. */
  readonly data?: T
  readonly error?: unknown
  /** True also while it is asked for again. */
  readonly loading: boolean
  readonly reload: () => void
  /** What the server answered to a change, in place of what it said before. */
  readonly put: (data: T) => void
}

interface LoadState<T> {
  /** What it is the answer to. */
  readonly path: string | undefined
  readonly data?: T
  readonly error?: unknown
  readonly loading: boolean
}

/** Between two questions to a server that does not answer. */
const RETRY_WAIT_MS = 1000

/** Asks the server for something when the view opens, again on demand, and again while the server cannot be reached. Without a path it asks nothing. */
export function useGet<T>(path: string | undefined): GetResult<T> {
  const isAsked = path !== undefined
  const [answer, setAnswer] = useState<LoadState<T>>({ path, loading: isAsked })
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every turn asks anew
  useEffect(() => {
    if (path === undefined) return
    const leaving = new AbortController()
    const keep = (before: LoadState<T>) =>
      before.path === path && before.data !== undefined ? { data: before.data } : {}
    setAnswer((before) => ({ path, ...keep(before), loading: true }))
    get<T>(path, leaving.signal).then(
      (data) => setAnswer({ path, data, loading: false }),
      (error: unknown) => {
        if (leaving.signal.aborted) return
        setAnswer((before) => ({ path, ...keep(before), error, loading: false }))
      },
    )
    return () => leaving.abort()
  }, [path, turn])
  useRetry(answer, setTurn)
  const reload = useCallback(() => setTurn((before) => before + 1), [])
  const put = useCallback((data: T) => setAnswer({ path, data, loading: false }), [path])
  const { path: askedFor, ...rest } = answer
  const now = askedFor === path ? rest : { loading: isAsked }
  return { ...now, reload, put }
}

function useRetry(
  { error, loading }: LoadState<unknown>,
  askAgain: (next: (turn: number) => number) => void,
): void {
  const isUnreachable = !loading && error instanceof RequestError && error.status === 0
  useEffect(() => {
    if (!isUnreachable) return
    const timer = setTimeout(() => askAgain((turn) => turn + 1), RETRY_WAIT_MS)
    return () => clearTimeout(timer)
  }, [isUnreachable, askAgain])
}
