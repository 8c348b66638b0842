import { useState } from 'react'
import { useIsGuest } from '../../../api/session.ts'
import { ListCover } from '../../../parts/covers/list-cover.tsx'
import { Problem } from '../../../parts/page/problem.tsx'
import { sumGroups } from '../../../parts/rows/groups.ts'
import { OutcomeBar } from '../../../parts/rows/outcome-bar.tsx'
import { linkTo, viewOfPlaylist } from '../../../route.ts'
import { useText } from '../../../text/text.ts'
import { countTracks } from './arrange-lists.ts'
import type { RowProps } from './changes.ts'
import { ListPanel } from './list-panel.tsx'
import { useListText } from './use-list-text.ts'
import { useRowDrop } from './use-row-drop.ts'

/** One playlist in a row: its name, how much of it is kept, and when; what can be done with it opens below. */
export function ListRow({ isChosen, choose, ...props }: RowProps) {
  const { library } = useText()
  const isGuest = useIsGuest()
  const text = useListText()
  const { archive, playlist } = props
  const { folder, name, at } = playlist
  const [isOpen, setOpen] = useState(false)
  const { isOver, newer, handlers } = useRowDrop(archive.dir, playlist)
  return (
    <li
      className={`list-row ${isOpen ? 'open' : ''} ${isOver ? 'over' : ''}`}
      {...(isGuest ? {} : handlers)}
    >
      {isGuest ? (
        <span />
      ) : (
        <label className="pick">
          <input
            type="checkbox"
            data-control="pick"
            aria-label={text.select(name)}
            checked={isChosen}
            onChange={({ target }) => choose(folder, target.checked)}
          />
        </label>
      )}
      <RowFacts archive={archive} playlist={playlist} />
      <button
        type="button"
        className="quiet more"
        data-control="more"
        aria-label={text.more(name)}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        ⋯
      </button>
      {isOver && <p className="drop-here">{text.dropHere(name)}</p>}
      {newer.isRunning && <p role="status">{text.reading}</p>}
      {newer.error !== undefined && <Problem error={newer.error} />}
      {isOpen && at !== undefined && <ListPanel {...props} take={newer.take} />}
      {isOpen && at === undefined && <p className="remark">{library.unreadable}</p>}
    </li>
  )
}

function RowFacts({ archive, playlist }: Pick<RowProps, 'archive' | 'playlist'>) {
  const { format, library, result } = useText()
  const text = useListText()
  const { folder, name, at, bytes, stopped } = playlist
  const { kept, all, open } = countTracks(playlist)
  const groups = sumGroups(playlist.counts)
  return (
    <>
      <ListCover archive={archive.id} playlist={playlist} />
      <span className="names">
        {at === undefined ? (
          <bdi>{name}</bdi>
        ) : (
          <a
            data-control="open"
            href={linkTo({ kind: 'result', view: viewOfPlaylist(archive.id, folder) })}
          >
            <bdi>{name}</bdi>
          </a>
        )}
        <small>
          {at === undefined ? library.unreadable : text.counts(kept, all)}
          {open > 0 && ` · ${text.open(open)}`}
          {stopped && ` · ${text.unfinished}`}
        </small>
      </span>
      <OutcomeBar counts={groups} label={result.lead(groups, false)} />
      <small className="when">{at === undefined ? '' : text.lastBackedUp(at)}</small>
      <small className="size">{bytes > 0 ? format.bytes(bytes) : ''}</small>
    </>
  )
}
