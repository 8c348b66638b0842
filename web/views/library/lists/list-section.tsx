import { useMemo, useState } from 'react'
import type { ArchivedPlaylist, ArchiveInfo } from '../../../../src/api/contract.ts'
import { useText } from '../../../text/text.ts'
import { type Arrangement, arrangeLists } from './arrange-lists.ts'
import { ChangeDialog } from './change-dialog.tsx'
import { ChangeDone } from './change-done.tsx'
import type { Done, Wanted } from './changes.ts'
import { ListControls } from './list-controls.tsx'
import { ListRow } from './list-row.tsx'
import { moveFocus } from './move-focus.ts'
import { useListText } from './use-list-text.ts'

interface Props {
  readonly archive: ArchiveInfo
  readonly playlists: readonly ArchivedPlaylist[]
  readonly reload: () => void
}

const atFirst: Arrangement = { search: '', order: 'name', isReversed: false }

/** Every playlist of an archive, a row each: found, ordered, and changed one by one or several at once. */
export function ListSection({ archive, playlists, reload }: Props) {
  const { library } = useText()
  const text = useListText()
  const [arrangement, setArrangement] = useState(atFirst)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [wanted, setWanted] = useState<Wanted>()
  const [done, setDone] = useState<Done>()
  const shown = useMemo(() => arrangeLists(playlists, arrangement), [playlists, arrangement])
  const selected = playlists.filter(({ folder }) => chosen.has(folder))
  const choose = (folder: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(folder)
    else next.delete(folder)
    setChosen(next)
  }
  return (
    <section aria-labelledby="lists-title">
      <h2 id="lists-title">{library.playlists(playlists.length)}</h2>
      {playlists.length === 0 && <p>{library.noPlaylists}</p>}
      {done && <ChangeDone archive={archive.id} done={done} undone={setDone} reload={reload} />}
      {playlists.length > 0 && (
        <ListControls
          arrangement={arrangement}
          changed={setArrangement}
          shown={shown.length}
          all={playlists.length}
          selected={selected}
          ask={setWanted}
          clear={() => setChosen(new Set())}
        />
      )}
      {playlists.length > 0 && shown.length === 0 && <p role="status">{text.noneLikeThat}</p>}
      <p className="sr">{text.keys}</p>
      <ul className="lists plain-list" onKeyDown={moveFocus}>
        {shown.map((playlist) => (
          <ListRow
            key={playlist.folder}
            archive={archive}
            playlist={playlist}
            isChosen={chosen.has(playlist.folder)}
            choose={choose}
            ask={setWanted}
            canJoin={playlists.length > 1}
            renamed={reload}
          />
        ))}
      </ul>
      {wanted && (
        <ChangeDialog
          archive={archive.id}
          playlists={playlists}
          wanted={wanted}
          close={(result) => {
            setWanted(undefined)
            if (!result) return
            setDone(result)
            setChosen(new Set())
            reload()
          }}
        />
      )}
    </section>
  )
}
