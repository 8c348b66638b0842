import { type ChangeEvent, type ReactNode, useRef } from 'react'
import { useIsGuest } from '../../../api/session.ts'
import { Downloads } from '../../../parts/archives/downloads.tsx'
import { linkTo, viewOfPlaylist } from '../../../route.ts'
import { useText } from '../../../text/text.ts'
import { Rename } from '../rename.tsx'
import { Sync } from '../sync.tsx'
import { countTracks } from './arrange-lists.ts'
import type { RowProps } from './changes.ts'
import { Story } from './story.tsx'
import { useListText } from './use-list-text.ts'

interface Props extends Omit<RowProps, 'isChosen' | 'choose'> {
  readonly take: (file: File) => void
}

/** What can be done with one playlist, and its history. */
export function ListPanel(props: Props) {
  const isGuest = useIsGuest()
  const { archive, playlist } = props
  const { folder, uri } = playlist
  const downloads = (
    <Downloads
      archive={archive.id}
      folder={folder}
      playlist={`${folder}/playlist.m3u8`}
      report={`${folder}/report.html`}
    />
  )
  return (
    <div className="list-panel">
      <div className="actions">
        {isGuest ? downloads : <Changes {...props}>{downloads}</Changes>}
      </div>
      <Story archive={archive.id} folder={folder} uri={uri} />
    </div>
  )
}

/** The ways to change it, the downloads among them. */
function Changes({
  archive,
  playlist,
  ask,
  canJoin,
  renamed,
  take,
  children,
}: Props & { readonly children: ReactNode }) {
  const { result } = useText()
  const text = useListText()
  const { folder, name } = playlist
  const { open } = countTracks(playlist)
  const view = viewOfPlaylist(archive.id, folder)
  return (
    <>
      <Sync dir={archive.dir} playlist={playlist} />
      <NewerVersion name={name} take={take} />
      {open > 0 && (
        <a className="button" href={linkTo({ kind: 'review', view })}>
          {result.actions.review(open)}
        </a>
      )}
      {children}
      <Rename archive={archive.id} folder={folder} name={name} renamed={renamed} />
      {canJoin && (
        <button type="button" onClick={() => ask({ kind: 'join', folder })}>
          {text.joinWith}
        </button>
      )}
      <button
        type="button"
        aria-label={text.removeWhat(name)}
        onClick={() => ask({ kind: 'remove', folders: [folder] })}
      >
        {text.remove}
      </button>
    </>
  )
}

function NewerVersion({ name, take }: { readonly name: string; readonly take: Props['take'] }) {
  const text = useListText()
  const input = useRef<HTMLInputElement>(null)
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    target.value = ''
    if (file) take(file)
  }
  return (
    <>
      <button
        type="button"
        title={text.newerHint}
        aria-label={text.newerWhat(name)}
        onClick={() => input.current?.click()}
      >
        {text.newer}
      </button>
      <input ref={input} type="file" hidden tabIndex={-1} onChange={choose} />
    </>
  )
}
