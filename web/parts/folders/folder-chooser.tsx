import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useText } from '../../text/text.ts'
import { Problem } from '../page/problem.tsx'
import { joinPath } from '../text/paths.ts'
import { FolderContents } from './folder-contents.tsx'
import { useFolder } from './use-folder.ts'
import '../../styles/folders.css'

interface Props {
  readonly title: string
  /** Where to begin. */
  readonly from?: string | undefined
  /** A folder that is not there yet may be named. */
  readonly mayBeNew?: boolean
  /** An audio file is to be taken, and no folder. */
  readonly isForFile?: boolean
  readonly chosen: (path: string) => void
  readonly closed: () => void
}

/** A window in which one walks through the folders of the machine that Songkeep runs on, and takes one, or a file. */
export function FolderChooser(props: Props) {
  const { title, from, mayBeNew = false, isForFile = false, chosen, closed } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const { info, tops, error, open } = useFolder(from, isForFile)
  const [newName, setNewName] = useState('')
  const id = useId()
  const path = info?.path ?? ''

  useEffect(() => dialog.current?.showModal(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name is meant for one folder
  useEffect(() => setNewName(''), [path])
  useFocusWithin(dialog, path)

  const close = () => dialog.current?.close()
  const take = (taken: string) => {
    chosen(taken)
    close()
  }
  const takeFolder = () => take(newName.trim() === '' ? path : joinPath(path, newName.trim()))
  // Outside of the form that asks for the folder: it has a form of its own.
  return createPortal(
    <dialog ref={dialog} className="folders" aria-labelledby={`${id}title`} onClose={closed}>
      <h2 id={`${id}title`}>{title}</h2>
      <PathForm id={`${id}path`} path={path} open={open} />
      {error !== undefined && <Problem error={error} />}
      {info && <FolderContents info={info} tops={tops} open={open} take={take} />}
      {mayBeNew && path !== '' && <NewFolder name={newName} changed={setNewName} />}
      <ChooserActions
        path={path}
        isNew={newName.trim() !== ''}
        take={isForFile ? undefined : takeFolder}
        cancel={close}
      />
    </dialog>,
    document.body,
  )
}

/** The button that led to a folder is gone with the one before: the focus stays among the folders. */
function useFocusWithin(dialog: React.RefObject<HTMLDialogElement | null>, path: string): void {
  useEffect(() => {
    const isLost = !dialog.current?.contains(document.activeElement)
    if (isLost && path !== '')
      dialog.current?.querySelector<HTMLElement>('ul button, [aria-current]')?.focus()
  }, [dialog, path])
}

/** The folder's path, to be typed. */
function PathForm({
  id,
  path,
  open,
}: {
  readonly id: string
  readonly path: string
  readonly open: (path: string) => void
}) {
  const text = useText().folders
  const [typed, setTyped] = useState(path)
  useEffect(() => setTyped(path), [path])

  function submit(event: FormEvent): void {
    event.preventDefault()
    event.stopPropagation()
    if (typed.trim() !== '') open(typed.trim())
  }

  return (
    <form onSubmit={submit}>
      <label htmlFor={id}>{text.path}</label>
      <div>
        <input
          id={id}
          value={typed}
          spellCheck={false}
          autoCapitalize="off"
          onChange={({ target }) => setTyped(target.value)}
        />
        <button type="submit">{text.go}</button>
      </div>
    </form>
  )
}

function NewFolder({
  name,
  changed,
}: {
  readonly name: string
  readonly changed: (name: string) => void
}) {
  const text = useText().folders
  return (
    <label className="new">
      {text.newFolder}
      <input value={name} spellCheck={false} onChange={({ target }) => changed(target.value)} />
    </label>
  )
}

function ChooserActions({
  path,
  isNew,
  take,
  cancel,
}: {
  readonly path: string
  readonly isNew: boolean
  readonly take: (() => void) | undefined
  readonly cancel: () => void
}) {
  const text = useText().folders
  return (
    <div className="actions">
      {take && (
        <button type="button" className="primary" disabled={path === ''} onClick={take}>
          {isNew ? text.takeNew : text.take}
        </button>
      )}
      <button type="button" onClick={cancel}>
        {text.cancel}
      </button>
    </div>
  )
}
