import { reason } from '../../../model/reason.ts'
import { decodePath, leadsOut, tidyPath } from '../names.ts'
import type { Bag } from './bag.ts'

/** What `fetch.txt` says may be fetched, by path (RFC 8493, 2.2.3). Nothing of it is ever fetched here. */
export async function readFetch(bag: Bag): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map<string, string>()
  const lines = (await bag.readLines('fetch.txt')) ?? []
  for (const [at, line] of lines.entries()) {
    const [, url, written] = /^(\S+)[ \t]+(?:\d+|-)[ \t]+(.+)$/s.exec(line) ?? []
    if (url === undefined || written === undefined) {
      if (line.trim() !== '')
        bag.error('fetch.txt', reason('bag.fetch-malformed', { line: at + 1 }))
      continue
    }
    const name = decodePath(written, bag.version)
    if (leadsOut(name)) bag.error('fetch.txt', reason('bag.path-leads-out', { name }))
    else wanted.set(tidyPath(name), url)
  }
  return wanted
}
