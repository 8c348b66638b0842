import { useEffect, useRef, useState } from 'react'
import type { FolderInfo } from '../../../src/api/contract.ts'
import { get } from '../../api/client.ts'

/** The folder that is looked at; where the first cannot be, the top is. */
export function useFolder(from: string | undefined) {
  const [info, setInfo] = useState<FolderInfo>()
  const [tops, setTops] = useState<readonly string[]>([])
  const [error, setError] = useState<unknown>()
  const turn = useRef(0)

  async function open(path: string): Promise<void> {
    const mine = ++turn.current
    try {
      const found = await get<FolderInfo>(folderAddress(path))
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
      const top = await get<FolderInfo>(folderAddress(''))
      setTops(top.path === '' ? top.folders.map(({ path }) => path) : [top.path])
      const first =
        from === undefined || from === ''
          ? top
          : await get<FolderInfo>(folderAddress(from)).catch(() => top)
      if (mine === turn.current) setInfo(first)
    }
    start().catch(setError)
  }, [])
  return { info, tops, error, open: (path: string) => void open(path) }
}

const folderAddress = (path: string) =>
  path === '' ? 'folders' : `folders?path=${encodeURIComponent(path)}`
