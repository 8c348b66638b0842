import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { wakeUps } from '../api/event-source.ts'
import { useJobs } from '../api/live.ts'
import { showToast } from '../parts/page/toasts.tsx'
import { useText } from '../text/text.ts'

/** A blink is not worth a word. */
const DELAY_MS = 2500

/** Says when the line to the server is down, and when it is up again. */
export function ConnectionLost() {
  const text = useText().shell
  const { connected } = useJobs()
  const [isDown, setDown] = useState(false)
  const slept = useSyncExternalStore(wakeUps.subscribe, wakeUps.read)
  const wasDown = useRef(false)
  const toldOf = useRef(0)
  useEffect(() => {
    if (connected) {
      setDown(false)
      if (slept > toldOf.current) showToast(({ shell }) => shell.woke)
      else if (wasDown.current) showToast(({ shell }) => shell.back)
      wasDown.current = false
      toldOf.current = slept
      return
    }
    const timer = setTimeout(() => {
      wasDown.current = true
      setDown(true)
    }, DELAY_MS)
    return () => clearTimeout(timer)
  }, [connected, slept])
  return (
    <div className={isDown ? 'offline' : ''} role="status">
      {isDown && (
        <>
          {text.lost} <small>{text.lostLong}</small>
        </>
      )}
    </div>
  )
}
