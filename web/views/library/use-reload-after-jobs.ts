import { useEffect, useRef } from 'react'
import { useJobs } from '../../api/live.ts'

/** Asks anew whenever a run of the archive, or of any, has ended: it may have changed what is there. */
export function useReloadAfterJobs(archive: string | undefined, reload: () => void): void {
  const { jobs, loaded } = useJobs()
  const ended = jobs
    .filter((job) => job.endedAt !== undefined)
    .filter((job) => archive === undefined || job.archive === archive)
    .map(({ id }) => id)
    .join()
  const before = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (!loaded) return
    if (before.current !== undefined && before.current !== ended) reload()
    before.current = ended
  }, [ended, loaded, reload])
}
