import { useEffect, useRef, useState } from 'react'
import type { Job } from '../../../src/api/contract.ts'
import { RemainingTime } from './remaining-time.ts'

/** How often the time that is left is reckoned anew: more often, it only jumps. */
const INTERVAL_MS = 2000

/** Milliseconds until the run's end, by its pace of the last minutes; undefined while that is not known. */
export function useRemainingTime(job: Job): number | undefined {
  const [left, setLeft] = useState<number>()
  const [pace] = useState(() => new RemainingTime())
  const latest = useRef(job)
  latest.current = job
  const isRunning = job.state === 'running'
  useEffect(() => {
    if (!isRunning) return
    const look = () => {
      const { done, total } = latest.current
      const now = performance.now()
      pace.note(now, done)
      setLeft(pace.left(now, done, total))
    }
    look()
    const timer = setInterval(look, INTERVAL_MS)
    return () => {
      clearInterval(timer)
      pace.rest()
      setLeft(undefined)
    }
  }, [isRunning, pace])
  return left
}
