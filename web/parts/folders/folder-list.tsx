import { useId, useRef, useState } from 'react'
import { useText } from '../../text/text.ts'
import { FolderChooser } from './folder-chooser.tsx'

/** Folders of one purpose: each can be left out again, more can be chosen. */
export function FolderList({
  label,
  hint,
  none,
  folders,
  changed,
}: {
  readonly label: string
  readonly hint: string
  /** What it means that there are none. */
  readonly none: string
  readonly folders: readonly string[]
  readonly changed: (folders: string[]) => void
}) {
  const text = useText().folders
  const [isChoosing, setChoosing] = useState(false)
  const add = useRef<HTMLButtonElement>(null)
  const id = useId()
  return (
    <fieldset className="folder-list" aria-describedby={id}>
      <legend>{label}</legend>
      <p id={id} className="hint">
        {hint}
      </p>
      {folders.length === 0 ? (
        <p className="soft">{none}</p>
      ) : (
        <ul className="plain-list">
          {folders.map((folder) => (
            <li key={folder}>
              <bdi>{folder}</bdi>
              <button
                type="button"
                className="quiet"
                onClick={() => {
                  changed(folders.filter((each) => each !== folder))
                  add.current?.focus()
                }}
              >
                {text.remove}
                <span className="sr"> {folder}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <button ref={add} type="button" onClick={() => setChoosing(true)}>
        {text.add}
        <span className="sr"> ({label})</span>
      </button>
      {isChoosing && (
        <FolderChooser
          title={label}
          from={folders.at(-1)}
          chosen={(path) => changed([...folders.filter((each) => each !== path), path])}
          closed={() => {
            setChoosing(false)
            add.current?.focus()
          }}
        />
      )}
    </fieldset>
  )
}
