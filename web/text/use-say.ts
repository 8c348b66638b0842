import { useEffect, useRef } from 'react'
import type { SentReason, Told } from '../../src/model/reason.ts'
import { say } from '../../src/words/say.ts'
import { canSay } from './reasons.ts'
import { loadOtherReasons, useText } from './text.ts'

/** Says a reason in the reader's language. One whose sentence is still to be loaded is said a moment later. */
export function useSay(): (reason: Told | SentReason) => string {
  const { words, hasAllReasons } = useText()
  const isMissing = useRef(false)
  useEffect(() => {
    if (isMissing.current && !hasAllReasons) loadOtherReasons()
  })
  return (reason) => {
    if (hasAllReasons || canSay(reason, words)) return say(reason, words)
    isMissing.current = true
    return '…'
  }
}
