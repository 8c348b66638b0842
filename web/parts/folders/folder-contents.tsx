import { type KeyboardEvent, useRef } from 'react'
import type { FolderInfo } from '../../../src/api/contract.ts'
import { useText } from '../../text/text.ts'
import { segmentsTo } from '../text/paths.ts'

interface Props {
  readonly info: FolderInfo
  /** The folders that may be looked at. */
  readonly tops: readonly string[]
  readonly open: (path: string) => void
  readonly take: (path: string) => void
}

/** The way to a folder, what it is, and the folders within. */
export function FolderContents({ info, tops, open, take }: Props) {
  const text = useText().folders
  return (
    <>
      <Breadcrumbs path={info.path} tops={tops} open={open} />
      <p role="status" className="soft">
        {info.isArchive
          ? text.isArchive
          : info.isCatalogue
            ? text.isCatalogue
            : text.count(info.folders.length, info.files?.length)}
      </p>
      <Subfolders info={info} open={open} take={take} />
    </>
  )
}

function Breadcrumbs({
  path,
  tops,
  open,
}: Pick<Props, 'tops' | 'open'> & { readonly path: string }) {
  const text = useText().folders
  const segments = path === '' ? [] : segmentsTo(path, tops)
  return (
    <nav aria-label={text.way}>
      <ol className="crumbs">
        {tops.length > 1 && (
          <li>
            <button type="button" className="quiet" onClick={() => open('')}>
              {text.tops}
            </button>
          </li>
        )}
        {segments.map((segment) => (
          <li key={segment.path}>
            <button
              type="button"
              className="quiet"
              aria-current={segment.path === path ? 'location' : undefined}
              onClick={() => open(segment.path)}
            >
              <bdi>{segment.name}</bdi>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Subfolders({ info, open, take }: Pick<Props, 'info' | 'open' | 'take'>) {
  const text = useText().folders
  const list = useRef<HTMLUListElement>(null)

  function press(event: KeyboardEvent): void {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    if (followKey(event.key, buttons, info.parent, open)) event.preventDefault()
  }

  return (
    <ul ref={list} className="plain-list" onKeyDown={press} aria-label={text.within}>
      {info.folders.map((folder) => (
        <li key={folder.path}>
          <button type="button" className="quiet" onClick={() => open(folder.path)}>
            <span aria-hidden="true">▸</span> <bdi>{folder.name}</bdi>
          </button>
        </li>
      ))}
      {info.files?.map((file) => (
        <li key={file.path}>
          <button type="button" className="quiet" onClick={() => take(file.path)}>
            <span aria-hidden="true">♪</span> <bdi>{file.name}</bdi>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Up and down among the folders, right into one, left out of it; false for a key that does none of this. */
function followKey(
  key: string,
  buttons: readonly HTMLButtonElement[],
  parent: string | undefined,
  open: (path: string) => void,
): boolean {
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  const step = { ArrowDown: 1, ArrowUp: -1 }[key]
  if (step !== undefined) buttons[at + step]?.focus()
  else if (key === 'Home') buttons[0]?.focus()
  else if (key === 'End') buttons.at(-1)?.focus()
  else if ((key === 'Backspace' || key === 'ArrowLeft') && parent !== undefined) open(parent)
  else if (key === 'ArrowRight') buttons[at]?.click()
  else return false
  return true
}
