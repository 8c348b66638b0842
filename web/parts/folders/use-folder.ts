import { useEffect, useRef, useState } from 'react'
import type { FolderInfo } from '../../../src/api/contract.ts'
import { get } from '../../api/client.ts'

/** The folder that is looked at; where the first cannot be, the top is. */
export function useFolder(from: string | undefined, withAudio = false) {
  const addressOf = (path: string) => folderAddress(path, withAudio)
  const [info, setInfo] = useState<FolderInfo>()
  const [tops, setTops] = useState<readonly string[]>([])
  const [error, setError] = useState<unknown>()
  const turn = useRef(0)

  async function open(path: string): Promise<void> {
    const mine = ++turn.current
    try {
      const found = await get<FolderInfo>(addressOf(path))
      if (mine !== turn.current) return
      setInfo(found)
      setError(undefined)
    } catch (caught) {
      if (mine === turn.current) setError(caught)
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: where it begins is asked once
  useEffect(() => {
    const mine = ++turn.current
    const start = async () => {
      const top = await get<FolderInfo>(addressOf(''))
      setTops(top.path === '' ? top.folders.map(({ path }) => path) : [top.path])
      const first =
        from === undefined || from === ''
          ? top
          : await get<FolderInfo>(addressOf(from)).catch(() => top)
      if (mine === turn.current) setInfo(first)
    }
    start().catch(setError)
  }, [])
  return { info, tops, error, open: (path: string) => void open(path) }
}

function folderAddress(path: string, withAudio: boolean): string {
  const asked = [
    ...(path === '' ? [] : [`path=${encodeURIComponent(path)}`]),
    ...(withAudio ? ['audio=1'] : []),
  ]
  return ['folders', ...(asked.length > 0 ? [asked.join('&')] : [])].join('?')
}
