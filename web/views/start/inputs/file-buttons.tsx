import { type ChangeEvent, useRef } from 'react'
import { useText } from '../../../text/text.ts'
import { type DroppedFiles, readChosen } from './read-dropped.ts'

interface Props {
  /** Something is written that can be read. */
  readonly canRead: boolean
  readonly takeFiles: (found: DroppedFiles) => void
}

/** Reads what is written, or opens the browser's own windows for files and folders. */
export function FileButtons({ canRead, takeFiles }: Props) {
  const text = useText().start
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)

  function choose({ target }: ChangeEvent<HTMLInputElement>): void {
    if (target.files) takeFiles(readChosen(target.files))
    // The same file may be chosen again.
    target.value = ''
  }

  const input = { type: 'file', hidden: true, onChange: choose } as const
  return (
    <div className="actions">
      {canRead && (
        <button type="submit" className="primary">
          {text.read}
        </button>
      )}
      <button type="button" onClick={() => files.current?.click()}>
        {text.chooseFiles}
      </button>
      <button type="button" onClick={() => folder.current?.click()}>
        {text.chooseFolder}
      </button>
      <input {...input} ref={files} multiple aria-label={text.chooseFiles} />
      <input {...input} ref={folder} aria-label={text.chooseFolder} {...{ webkitdirectory: '' }} />
    </div>
  )
}
