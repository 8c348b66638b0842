import { useEffect, useRef, useState } from 'react'

const INTERVAL_MS = 20_000

/** A sentence that changes all the time, for ears: now and then, and at once where `urgent` changes. */
export function useThrottled(sentence: string, urgent: string): string {
  const [said, setSaid] = useState('')
  const latest = useRef(sentence)
  latest.current = sentence
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is urgent is said at once
  useEffect(() => {
    const say = () => setSaid(latest.current)
    const soon = setTimeout(say, 500)
    const timer = setInterval(say, INTERVAL_MS)
    return () => {
      clearTimeout(soon)
      clearInterval(timer)
    }
  }, [urgent])
  return said
}
