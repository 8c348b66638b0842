import { reason } from '../../model/reason.ts'
import { isFromSource } from '../verify/remedies.ts'
import { findInFile } from './from-file.ts'
import { nothing, type RepairWay } from './way.ts'

/** Fetches what lies at an address into a new file, held to the hosts that may be asked. */
export type FetchSource = (url: string, to: string, signal?: AbortSignal) => Promise<void>

export interface SourceTools {
  /** Where something may be fetched to: a new name each time. */
  readonly newFile: () => string
  /** Whether a file that the inventory names as its source may be read. */
  readonly mayRead: (path: string) => Promise<boolean>
  /** Without it nothing leaves the machine. */
  readonly fetchSource?: FetchSource
}

/**
 * Takes a file's bytes from where they came from: the user's own file, or the item at its address. Only where the kept
 * file was the source's to the byte.
 */
export const fromSource = ({ newFile, mayRead, fetchSource }: SourceTools): RepairWay => ({
  remedy: 'source',
  async find({ kept }, options) {
    const { signal } = options
    const { source, id, fileUrl } = kept.chosen
    if (!isFromSource(kept) || (source !== 'library' && fileUrl === undefined))
      return nothing(reason('preserve.no-source'))
    const place = source === 'library' ? id : (fileUrl ?? '')
    const gone = nothing(reason('preserve.source-changed', { place }))
    if (source === 'library')
      return ((await mayRead(id)) ? await findInFile(id, kept, options) : undefined) ?? gone
    if (!fetchSource) return nothing(reason('preserve.source-needs-network'))
    const fetched = newFile()
    const isThere = await fetchSource(place, fetched, signal).then(
      () => true,
      () => false,
    )
    signal?.throwIfAborted()
    return (isThere ? await findInFile(fetched, kept, options) : undefined) ?? gone
  },
})
