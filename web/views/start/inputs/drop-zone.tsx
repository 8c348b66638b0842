import { type ClipboardEvent, type FormEvent, type KeyboardEvent, useId } from 'react'
import { useText } from '../../../text/text.ts'
import { FileButtons } from './file-buttons.tsx'
import { readPasted } from './read-pasted.ts'
import { useDrop } from './use-drop.ts'
import { useTakeInputs } from './use-take-inputs.ts'

/** One place for links, words, files and folders; what is dropped anywhere on the page lands in it. */
export function DropZone({ isFirst }: { readonly isFirst: boolean }) {
  const text = useText().start
  const { written, setWritten, note, takeFiles, takeText } = useTakeInputs()
  const isOver = useDrop(takeFiles)
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    takeText(written)
  }
  return (
    <form className={isOver ? 'drop-place over' : 'drop-place'} onSubmit={submit}>
      <label htmlFor={id}>{isFirst ? text.place : text.placeMore}</label>
      <textarea
        id={id}
        rows={isFirst ? 3 : 1}
        value={written}
        placeholder={text.placeholder}
        aria-describedby={`${id}hint`}
        spellCheck={false}
        onChange={({ target }) => setWritten(target.value)}
        onPaste={(event) => pasteInto(event, written, { takeFiles, takeText })}
        onKeyDown={(event) => {
          if (isSubmit(event, written)) submit(event)
        }}
      />
      <p id={`${id}hint`} className={isFirst ? 'hint' : 'sr'}>
        {text.placeHint}
      </p>
      <FileButtons canRead={written.trim() !== ''} takeFiles={takeFiles} />
      <p role="status" className="fault">
        {note}
      </p>
    </form>
  )
}

type Take = Pick<ReturnType<typeof useTakeInputs>, 'takeFiles' | 'takeText'>

/** Files, links and paths are taken at once; words may want a second look before they are read. */
function pasteInto(
  event: ClipboardEvent<HTMLTextAreaElement>,
  written: string,
  { takeFiles, takeText }: Take,
): void {
  const { clipboardData } = event
  const pasted = clipboardData.getData('text/plain')
  if (clipboardData.files.length > 0) takeFiles({ files: [...clipboardData.files], empty: [] })
  else if (written.trim() === '' && isTakenAtOnce(pasted)) takeText(pasted)
  else return
  event.preventDefault()
}

/** Enter sends a link; a list of songs has several lines, so that it wants Ctrl or Cmd with it. */
function isSubmit(event: KeyboardEvent, written: string): boolean {
  const isWhole = event.ctrlKey || event.metaKey || isTakenAtOnce(written)
  return event.key === 'Enter' && !event.shiftKey && isWhole
}

const isTakenAtOnce = (text: string) => /^(?:links|paths)$/.test(readPasted(text).kind)
