import { useEffect, useRef } from 'react'
import { readShortcut, type Shortcut } from './choices.ts'

/** Where a key means something else: letters in a field, steps in a list or a player. */
const ownKeys = 'input, select, textarea, audio, video, [contenteditable]'
/** These take the space bar for themselves, and the arrows not. */
const pressed = 'button, a, summary'

/** Tells what the keys of the whole page ask for, while it listens. */
export function useShortcuts(obey: (key: Shortcut) => void, isListening: boolean): void {
  const latest = useRef(obey)
  useEffect(() => {
    latest.current = obey
  })
  useEffect(() => {
    if (!isListening) return
    function press(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      const { target } = event
      if (target instanceof Element && target.matches(ownKeys)) return
      const asked = readShortcut(event.key)
      if (!asked) return
      if (asked.kind === 'play' && target instanceof Element && target.matches(pressed)) return
      event.preventDefault()
      latest.current(asked)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [isListening])
}
