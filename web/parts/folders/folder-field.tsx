import { useId, useRef, useState } from 'react'
import { useText } from '../../text/text.ts'
import { FolderChooser } from './folder-chooser.tsx'

/** One folder, typed or chosen; it may be one that is not there yet. */
export function FolderField({
  label,
  hint,
  folder,
  changed,
  fault,
  inputRef,
}: {
  readonly label: string
  readonly hint: string
  readonly folder: string
  readonly changed: (folder: string) => void
  /** What is wrong with it. */
  readonly fault?: string | undefined
  readonly inputRef?: React.Ref<HTMLInputElement>
}) {
  const text = useText().folders
  const [isChoosing, setChoosing] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  return (
    <div className="folder-field">
      <label htmlFor={id}>{label}</label>
      <p id={`${id}hint`} className="hint">
        {hint}
      </p>
      <div>
        <input
          id={id}
          ref={inputRef}
          value={folder}
          spellCheck={false}
          autoCapitalize="off"
          aria-describedby={`${id}hint ${id}fault`}
          aria-invalid={fault !== undefined}
          onChange={({ target }) => changed(target.value)}
        />
        <button ref={button} type="button" onClick={() => setChoosing(true)}>
          {text.choose}
          <span className="sr"> ({label})</span>
        </button>
      </div>
      <p id={`${id}fault`} className="fault" role="alert">
        {fault}
      </p>
      {isChoosing && (
        <FolderChooser
          title={label}
          from={folder}
          mayBeNew
          chosen={changed}
          closed={() => {
            setChoosing(false)
            button.current?.focus()
          }}
        />
      )}
    </div>
  )
}
