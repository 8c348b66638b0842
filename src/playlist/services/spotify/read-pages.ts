import { createHash } from 'node:crypto'
import { UnavailableError } from '../../../base/http/errors.ts'
import { asRecord } from '../../../base/json.ts'
import { type Reason, reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import { checkCount, type ReadRow } from '../../reading/entries.ts'
import type { Api } from './api.ts'
import type { PageStore } from './page-store.ts'

/** `/items` gives no more at once since February 2026. */
const PAGE_SIZE = 50

/** A list that the API gives page by page. */
export interface PagedList {
  readonly uri: string
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  /** What Spotify says of the list's version, where it does: a playlist's `snapshot_id`. */
  readonly version?: string
  readonly readRow: (value: unknown) => ReadRow
}

export interface PagesContext {
  readonly api: Api
  readonly store: PageStore
  readonly onRead?: (done: number, total: number) => void
}

export interface ReadList {
  readonly rows: readonly ReadRow[]
  readonly notes: readonly Reason[]
  /** Spotify counts more than it gives. */
  readonly partial: boolean
}

/**
 * Every row of the list. Pages are asked for by their offset; the address of the next page that an answer names
 * is not used. What is read is kept as it comes; the next run asks for the first page, to see that
 * the list is still the same, and then goes on where this one was stopped.
 */
export async function readPages(
  listing: PagedList,
  { api, store, onRead }: PagesContext,
  signal: AbortSignal,
): Promise<ReadList> {
  const first = await askForPage(listing, 0, api, signal)
  const { total } = first
  checkCount(total)
  const kept = await store.open(listing.uri, versionOf(listing, first))
  const rows: ReadRow[] = []
  const take = async (page: readonly ReadRow[]) => {
    await kept.add(page)
    rows.push(...page)
    onRead?.(rows.length, total)
  }
  if (kept.rows.length > 0) for (const row of kept.rows) rows.push(row)
  else await take(first.rows)
  try {
    while (rows.length < total) {
      const page = await askForPage(listing, rows.length, api, signal)
      if (page.rows.length === 0) break
      await take(page.rows)
    }
  } catch (error) {
    throw error instanceof UnavailableError ? goOnLater(error, rows.length, total) : error
  }
  await kept.remove()
  const missing = total - rows.length
  return {
    rows,
    partial: missing > 0,
    notes:
      missing > 0 ? [reason('playlist.fewer-than-counted', { total, given: rows.length })] : [],
  }
}

interface Page {
  readonly rows: readonly ReadRow[]
  readonly total: number
}

async function askForPage(
  { path, query, readRow }: PagedList,
  offset: number,
  api: Api,
  signal: AbortSignal,
): Promise<Page> {
  const asked = { ...query, limit: String(PAGE_SIZE), offset: String(offset) }
  const { items, total } = asRecord(await api.get(path, asked, signal))
  if (!Array.isArray(items))
    throw new UnavailableError('api.spotify.com', reason('playlist.answer-unexpected'))
  const count = typeof total === 'number' && total >= 0 ? Math.floor(total) : items.length
  return { rows: items.map(readRow), total: count }
}

/** Rises when rows are kept in another form, so that those of an older version are read again. */
const ROW_FORM = 2

const versionOf = ({ version = '' }: PagedList, { rows, total }: Page) =>
  createHash('sha256')
    .update(JSON.stringify([ROW_FORM, version, total, rows]))
    .digest('hex')

function goOnLater(error: UnavailableError, done: number, total: number): UserError {
  return new UserError(
    reason('playlist.read-so-far', { reason: error.reason, done, total }),
    reason('playlist.run-again', { until: error.until }),
    { cause: error },
  )
}
