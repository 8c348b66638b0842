import { type Ref, useId } from 'react'
import { useText } from '../../text/text.ts'
import { ChooseFolderButton } from './choose-folder-button.tsx'

interface Props {
  readonly label: string
  readonly hint: string
  readonly folder: string
  readonly changed: (folder: string) => void
  /** What is wrong with it. */
  readonly fault?: string | undefined
  readonly inputRef?: Ref<HTMLInputElement>
}

/** One folder, typed or chosen; it may be one that is not there yet. */
export function FolderField({ label, hint, folder, changed, fault, inputRef }: Props) {
  const text = useText().folders
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
        <ChooseFolderButton
          words={text.choose}
          label={label}
          from={folder}
          mayBeNew
          chosen={changed}
        />
      </div>
      <p id={`${id}fault`} className="fault" role="alert">
        {fault}
      </p>
    </div>
  )
}
