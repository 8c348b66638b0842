import { type DragEvent, useId, useRef, useState } from 'react'
import { FolderChooser } from '../../../../parts/folders/folder-chooser.tsx'
import { useCorrectText } from './use-correct-text.ts'

interface Props {
  readonly isBusy: boolean
  /** A file that the browser has. */
  readonly give: (file: File) => void
  /** A file that lies where Songkeep runs. */
  readonly take: (path: string) => void
}

/** A file of the reader's own: chosen, dropped, or taken from the machine that Songkeep runs on. */
export function OwnFile({ isBusy, give, take }: Props) {
  const text = useCorrectText()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [isChoosing, setChoosing] = useState(false)

  function drop(event: DragEvent): void {
    event.preventDefault()
    event.stopPropagation()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) give(file)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: whoever cannot drop chooses by the buttons
    <div
      className={isOver ? 'own-file over' : 'own-file'}
      onDragOver={(event) => {
        event.preventDefault()
        event.stopPropagation()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        id={id}
        type="file"
        accept="audio/*,.flac,.opus,.ape,.wv,.mka,.tta,.dsf"
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) give(file)
          target.value = ''
        }}
      />
      <button
        type="button"
        className="primary"
        disabled={isBusy}
        onClick={() => input.current?.click()}
      >
        {text.own}
      </button>{' '}
      <button type="button" disabled={isBusy} onClick={() => setChoosing(true)}>
        {text.onMachine}
      </button>
      <small className="soft">{text.ownHint}</small>
      {isChoosing && (
        <FolderChooser
          title={text.chooseFile}
          isForFile
          chosen={take}
          closed={() => setChoosing(false)}
        />
      )}
    </div>
  )
}
