import { useEffect, useRef, useState } from 'react'

const INTERVAL_MS = 20_000

/**
 * A sentence that changes all the time, for screen readers: now and then, and soon where `urgent` changes. What
 * was announced before such a change, in another language say, is gone at once.
 */
export function useThrottled(sentence: string, urgent: string): string {
  const [announced, setAnnounced] = useState({ sentence: '', urgent })
  const latest = useRef(sentence)
  latest.current = sentence
  useEffect(() => {
    const announce = () => setAnnounced({ sentence: latest.current, urgent })
    const soon = setTimeout(announce, 500)
    const timer = setInterval(announce, INTERVAL_MS)
    return () => {
      clearTimeout(soon)
      clearInterval(timer)
    }
  }, [urgent])
  return announced.urgent === urgent ? announced.sentence : ''
}
