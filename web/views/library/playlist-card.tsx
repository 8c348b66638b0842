import type { ArchivedPlaylist, ArchiveInfo } from '../../../src/api/contract.ts'
import { Downloads } from '../../parts/archives/downloads.tsx'
import { sumGroups } from '../../parts/rows/groups.ts'
import { OutcomeBar } from '../../parts/rows/outcome-bar.tsx'
import { linkTo, viewOfPlaylist } from '../../route.ts'
import { useText } from '../../text/text.ts'
import { History } from './history.tsx'
import { Rename } from './rename.tsx'
import { Sync } from './sync.tsx'

interface Props {
  readonly archive: ArchiveInfo
  readonly playlist: ArchivedPlaylist
  readonly renamed: () => void
}

/** One playlist of an archive: how much of it is kept, and what can be done with it. */
export function PlaylistCard({ archive, playlist, renamed }: Props) {
  const { library: text, result } = useText()
  const { folder, name, at, stopped } = playlist
  const counts = sumGroups(playlist.counts)
  const lead = result.lead(counts, false)
  if (at === undefined) return <UnreadablePlaylist name={name} />
  return (
    <>
      <h3>
        <a href={linkTo({ kind: 'result', view: viewOfPlaylist(archive.id, folder) })}>
          <bdi>{name}</bdi>
        </a>
      </h3>
      <p>{lead}</p>
      <OutcomeBar counts={counts} label={lead} />
      <p className="soft">
        {result.finished(at)}
        {stopped && `. ${text.stopped}`}
      </p>
      <PlaylistActions archive={archive} playlist={playlist} renamed={renamed} />
      <History archive={archive.id} folder={folder} />
    </>
  )
}

function UnreadablePlaylist({ name }: { readonly name: string }) {
  const text = useText().library
  return (
    <>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <p className="remark">{text.unreadable}</p>
    </>
  )
}

function PlaylistActions({ archive, playlist, renamed }: Props) {
  const { result } = useText()
  const { folder, name } = playlist
  const { ambiguous, review } = sumGroups(playlist.counts)
  const open = ambiguous + review
  const view = viewOfPlaylist(archive.id, folder)
  return (
    <div className="actions">
      <Sync dir={archive.dir} playlist={playlist} />
      {open > 0 && (
        <a className="button" href={linkTo({ kind: 'review', view })}>
          {result.actions.review(open)}
        </a>
      )}
      <Downloads
        archive={archive.id}
        folder={folder}
        playlist={`${folder}/playlist.m3u8`}
        report={`${folder}/report.html`}
      />
      <Rename archive={archive.id} folder={folder} name={name} renamed={renamed} />
    </div>
  )
}
