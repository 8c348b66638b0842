import { useState } from 'react'
import { useText } from '../../../text/text.ts'
import { addEmptyFolders, addFiles, addLinks, addPaths } from './inputs.ts'
import { MAX_ITEMS, PASTED } from './item.ts'
import type { DroppedFiles } from './read-dropped.ts'
import { readPasted } from './read-pasted.ts'
import { inputs } from './store.ts'

/** Takes what is typed, pasted, dropped or chosen; `note` says why something of it was not taken. */
export function useTakeInputs() {
  const text = useText().start
  const [written, setWritten] = useState('')
  const [note, setNote] = useState('')

  function takeFiles({ files, empty }: DroppedFiles): void {
    const room = MAX_ITEMS - inputs.read().items.length
    addFiles(files.slice(0, room).map((file) => ({ name: file.name, file })))
    addEmptyFolders(empty)
    setNote(files.length > room ? text.tooMany(files.length, MAX_ITEMS) : '')
  }

  function takeText(pasted: string): void {
    const read = readPasted(pasted)
    if (read.kind === 'links') addLinks(read.links)
    if (read.kind === 'paths') addPaths(read.paths)
    if (read.kind === 'text')
      addFiles([{ name: PASTED, file: new Blob([read.text], { type: 'text/plain' }) }])
    setNote(read.kind === 'nothing' ? text.nothingWritten : '')
    setWritten('')
  }

  return { written, setWritten, note, takeFiles, takeText }
}
