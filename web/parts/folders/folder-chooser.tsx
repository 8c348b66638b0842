import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useText } from '../../text/text.ts'
import { Problem } from '../page/problem.tsx'
import { joinPath, segmentsTo } from '../text/paths.ts'
import { useFolder } from './use-folder.ts'
import '../../styles/folders.css'

/** A window in which one walks through the folders of the machine that Songkeep runs on, and takes one. */
export function FolderChooser({
  title,
  from,
  mayBeNew = false,
  chosen,
  closed,
}: {
  readonly title: string
  /** Where to begin. */
  readonly from?: string | undefined
  /** A folder that is not there yet may be named. */
  readonly mayBeNew?: boolean
  readonly chosen: (path: string) => void
  readonly closed: () => void
}) {
  const text = useText().folders
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const { info, tops, error, open } = useFolder(from)
  const [typed, setTyped] = useState('')
  const [newName, setNewName] = useState('')
  const id = useId()
  const path = info?.path ?? ''

  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  useEffect(() => {
    setTyped(path)
    setNewName('')
    // The button that led here is gone: whoever came by keyboard goes on among the folders.
    const isLost = !dialog.current?.contains(document.activeElement)
    if (isLost && path !== '')
      dialog.current?.querySelector<HTMLElement>('ul button, [aria-current]')?.focus()
  }, [path])

  function goTyped(event: FormEvent): void {
    event.preventDefault()
    event.stopPropagation()
    if (typed.trim() !== '') open(typed.trim())
  }

  function walk(event: KeyboardEvent): void {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) buttons[at + step]?.focus()
    else if (event.key === 'Home') buttons[0]?.focus()
    else if (event.key === 'End') buttons.at(-1)?.focus()
    else if ((event.key === 'Backspace' || event.key === 'ArrowLeft') && info?.parent !== undefined)
      open(info.parent)
    else if (event.key === 'ArrowRight') buttons[at]?.click()
    else return
    event.preventDefault()
  }

  const isNew = newName.trim() !== ''
  // Outside of the form that asks for the folder: it has a form of its own.
  return createPortal(
    <dialog ref={dialog} className="folders" aria-labelledby={`${id}title`} onClose={closed}>
      <h2 id={`${id}title`}>{title}</h2>
      <form onSubmit={goTyped}>
        <label htmlFor={`${id}path`}>{text.path}</label>
        <div>
          <input
            id={`${id}path`}
            value={typed}
            spellCheck={false}
            autoCapitalize="off"
            onChange={({ target }) => setTyped(target.value)}
          />
          <button type="submit">{text.go}</button>
        </div>
      </form>
      {error !== undefined && <Problem error={error} />}
      {info && (
        <>
          <nav aria-label={text.way}>
            <ol className="crumbs">
              {tops.length > 1 && (
                <li>
                  <button type="button" className="quiet" onClick={() => open('')}>
                    {text.tops}
                  </button>
                </li>
              )}
              {path !== '' &&
                segmentsTo(path, tops).map((step) => (
                  <li key={step.path}>
                    <button
                      type="button"
                      className="quiet"
                      aria-current={step.path === path ? 'location' : undefined}
                      onClick={() => open(step.path)}
                    >
                      <bdi>{step.name}</bdi>
                    </button>
                  </li>
                ))}
            </ol>
          </nav>
          <p role="status" className="soft">
            {info.isArchive
              ? text.isArchive
              : info.isCatalogue
                ? text.isCatalogue
                : text.count(info.folders.length)}
          </p>
          <ul ref={list} className="plain-list" onKeyDown={walk} aria-label={text.within}>
            {info.folders.map((folder) => (
              <li key={folder.path}>
                <button type="button" className="quiet" onClick={() => open(folder.path)}>
                  <span aria-hidden="true">▸</span> <bdi>{folder.name}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayBeNew && path !== '' && (
        <label className="new">
          {text.newFolder}
          <input
            value={newName}
            spellCheck={false}
            onChange={({ target }) => setNewName(target.value)}
          />
        </label>
      )}
      <div className="actions">
        <button
          type="button"
          className="primary"
          disabled={path === ''}
          onClick={() => {
            chosen(isNew ? joinPath(path, newName.trim()) : path)
            dialog.current?.close()
          }}
        >
          {isNew ? text.takeNew : text.take}
        </button>
        <button type="button" onClick={() => dialog.current?.close()}>
          {text.cancel}
        </button>
      </div>
    </dialog>,
    document.body,
  )
}
