import { useEffect, useState } from 'react'
import type { IncomingList } from '../../../../src/api/contract.ts'
import { useGet } from '../../../api/use-get.ts'

/** So long nothing is typed before the archive is asked. */
const PAUSE_MS = 400

const NONE: readonly IncomingList[] = []

/** Which lists of the archive the playlists of a preview would be; none until that is known, or where it cannot be. */
export function useIncoming(staged: string, into: string): readonly IncomingList[] {
  const folder = useSettled(into.trim())
  const query = new URLSearchParams({ staged, into: folder })
  const { data } = useGet<{ lists: readonly IncomingList[] }>(
    folder === '' ? undefined : `lists?${query}`,
  )
  return folder === into.trim() ? (data?.lists ?? NONE) : NONE
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
