import { useState } from 'react'
import type { ArchivedPlaylist } from '../../../src/api/contract.ts'
import { coverAddress } from '../archives/archive-addresses.ts'
import { Cover } from './cover.tsx'

interface Props {
  readonly archive: string
  readonly playlist: Pick<ArchivedPlaylist, 'covers' | 'name'>
}

/** What stands for a playlist: the first of its files' covers that there is. */
export function ListCover({ archive, playlist: { covers = [], name } }: Props) {
  const [at, setAt] = useState(0)
  const path = covers[at]
  return (
    <Cover
      key={at}
      path={path === undefined ? undefined : coverAddress(archive, path)}
      title={name}
      onMissing={() => setAt(at + 1)}
    />
  )
}
