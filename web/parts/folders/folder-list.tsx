import { useId, useRef } from 'react'
import { useText } from '../../text/text.ts'
import { ChooseFolderButton } from './choose-folder-button.tsx'

interface Props {
  readonly label: string
  readonly hint: string
  /** What it means that there are none. */
  readonly none: string
  readonly folders: readonly string[]
  readonly changed: (folders: string[]) => void
}

/** Folders of one purpose: each can be left out again, more can be chosen. */
export function FolderList({ label, hint, none, folders, changed }: Props) {
  const text = useText().folders
  const add = useRef<{ focus(): void }>(null)
  const id = useId()
  const remove = (folder: string) => {
    changed(folders.filter((each) => each !== folder))
    add.current?.focus()
  }
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
            <FolderItem key={folder} folder={folder} remove={remove} />
          ))}
        </ul>
      )}
      <ChooseFolderButton
        ref={add}
        words={text.add}
        label={label}
        from={folders.at(-1)}
        chosen={(path) => changed([...folders.filter((each) => each !== path), path])}
      />
    </fieldset>
  )
}

function FolderItem({
  folder,
  remove,
}: {
  readonly folder: string
  readonly remove: (folder: string) => void
}) {
  const text = useText().folders
  return (
    <li>
      <bdi>{folder}</bdi>
      <button type="button" className="quiet" onClick={() => remove(folder)}>
        {text.remove}
        <span className="sr"> {folder}</span>
      </button>
    </li>
  )
}
