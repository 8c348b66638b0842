import { join } from 'node:path'
import { lookAtLists } from '../../../archive/look-at-lists.ts'
import { isSafePath } from '../../../archive/naming/clean.ts'
import type { KeptList } from '../../../model/lists/kept-list.ts'
import { type ArchivedReport, readArchivedReport } from '../archived-report.ts'
import { stampOf } from './stamp.ts'

/** Large reports are many megabytes: so many are enough for one person's clicks. */
const MOST = 2

/** Reports as they were read last, while their files have not changed. */
export class ReportCache {
  readonly #reports = new Map<string, { readonly stamp: string; readonly report: ArchivedReport }>()

  async read(dir: string, folder: string): Promise<ArchivedReport> {
    const key = `${dir}\n${folder}`
    const stamp = isSafePath(folder)
      ? await stampOf(join(dir, folder, 'report.json')).catch(() => '')
      : ''
    const known = this.#reports.get(key)
    const list = await findListOf(dir, folder)
    if (known?.stamp === stamp) return callAsListed(known.report, list)
    const report = await readArchivedReport(dir, folder)
    this.#reports.set(key, { stamp, report })
    for (const old of [...this.#reports.keys()].slice(0, -MOST)) this.#reports.delete(old)
    return callAsListed(report, list)
  }
}

/** The list that a folder of an archive is of; undefined where its report alone is left. */
export const findListOf = async (dir: string, folder: string): Promise<KeptList | undefined> =>
  (await lookAtLists(dir)).lists().find((list) => list.folder === folder)

/** A list may have got another name since its report was written. */
const callAsListed = (report: ArchivedReport, list: KeptList | undefined): ArchivedReport =>
  list ? { ...report, list: { ...report.list, name: list.name } } : report
