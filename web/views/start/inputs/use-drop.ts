import { useEffect, useRef, useState } from 'react'
import { type DroppedFiles, readDropped } from './read-dropped.ts'

/** True while something is dragged over the page. */
export function useDrop(take: (found: DroppedFiles) => void): boolean {
  const [isOver, setOver] = useState(false)
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const end = new AbortController()
    const { signal } = end
    const carriesFiles = ({ dataTransfer }: DragEvent) =>
      dataTransfer?.types.includes('Files') === true
    addEventListener(
      'dragover',
      (event) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setOver(true)
      },
      { signal },
    )
    addEventListener(
      'dragleave',
      // Leaving one element for another within the page is no leaving.
      ({ relatedTarget }) => relatedTarget === null && setOver(false),
      { signal },
    )
    addEventListener(
      'drop',
      (event) => {
        setOver(false)
        if (!carriesFiles(event) || !event.dataTransfer) return
        event.preventDefault()
        readDropped(event.dataTransfer).then(latest.current, () =>
          latest.current({ files: [], empty: [] }),
        )
      },
      { signal },
    )
    return () => end.abort()
  }, [])
  return isOver
}
