import { units } from '../units.ts'

const { count } = units
const files = (number: number) => `${count(number)} ${number === 1 ? 'file' : 'files'}`

/** Which record a lost line was known from. */
const records = {
  spare: 'the copy of the inventory',
  trash: 'the trash',
  report: 'a report',
  manifest: 'a manifest',
}

/** What `songkeep reindex` prints. */
export const reindex = {
  reading: (done: number, total: number) => `Reading ${count(done)} of ${files(total)} …`,
  moved: (path: string, from: string) => `Found under another name: ${path} (was ${from})`,
  adopted: (path: string, by: keyof typeof records, from: string | undefined) =>
    `Taken in again: ${path} (known from ${records[by]}${from === undefined ? '' : `, as ${from}`})`,
  missing: (path: string) => `Missing: ${path}`,
  damaged: (path: string) => `Damaged: ${path}`,
  lost: (path: string, by: keyof typeof records) =>
    `Could not be recovered: ${path} (known from ${records[by]})`,
  undescribed: (path: string) => `Whole, but nothing says what it is: ${path}`,
  done: (number: number, digested: number) =>
    `${files(number)} in the inventory. Manifests and working state are written anew.${digested > 0 ? ` ${files(digested)} got a digest that they had not.` : ''}`,
  wouldDo: (number: number, digested: number) =>
    `${files(number)} would be in the inventory${digested > 0 ? `; ${files(digested)} would get a digest that they have not` : ''}. Nothing was written.`,
}
