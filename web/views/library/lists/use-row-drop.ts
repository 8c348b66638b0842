import { type DragEvent, useState } from 'react'
import type { ArchivedPlaylist } from '../../../../src/api/contract.ts'
import { useAction } from '../../../api/use-action.ts'
import { takeNewerVersion } from './newer-version.ts'

/** Takes a playlist's newer version, dropped onto its row or chosen. */
export function useRowDrop(dir: string, playlist: ArchivedPlaylist) {
  const [isOver, setOver] = useState(false)
  const { isRunning, error, run } = useAction()
  const take = (file: File) => void run(() => takeNewerVersion(file, playlist, dir))
  const carriesFile = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files')
  return {
    isOver,
    newer: { isRunning, error, take },
    handlers: {
      onDragOver(event: DragEvent) {
        if (!carriesFile(event) || playlist.at === undefined) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave({ currentTarget, relatedTarget }: DragEvent) {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
          setOver(false)
      },
      onDrop(event: DragEvent) {
        setOver(false)
        if (!carriesFile(event)) return
        event.preventDefault()
        const [file] = event.dataTransfer.files
        if (file && playlist.at !== undefined) take(file)
      },
    },
  }
}
