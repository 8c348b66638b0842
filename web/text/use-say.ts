import { useEffect, useRef } from 'react'
import type { SentReason, Told } from '../../src/model/reason.ts'
import { say } from '../../src/words/say.ts'
import { canSay } from './reasons.ts'
import { loadMoreReasons, useText } from './text.ts'

/** Says a reason in the reader's language. One whose sentence is still to be loaded is said a moment later. */
export function useSay(): (reason: Told | SentReason) => string {
  const { words, groupsLeft } = useText()
  const isMissing = useRef(false)
  useEffect(() => {
    if (isMissing.current && groupsLeft > 0) void loadMoreReasons()
    isMissing.current = false
  })
  return (reason) => {
    if (groupsLeft === 0 || canSay(reason, words)) return say(reason, words)
    isMissing.current = true
    return '…'
  }
}
