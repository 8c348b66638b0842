import { format, plural } from './format.ts'

const { count, day } = format

/** Of the copies of an archive; loaded where they are shown. */
export const copies = {
  title: 'Copies elsewhere',
  none: 'There is no copy anywhere else. If this disk fails, a copy on another one saves your music:',
  seen: (at: string, files: number) =>
    `checked on ${day(at)}: ${plural(files, 'file', 'files')} intact, with records and parity`,
  harmed: (missing: number, damaged: number) =>
    `${count(missing)} missing there, ${count(damaged)} damaged`,
  filesWith: (files: number, copies: number) =>
    `${plural(files, 'file', 'files')} with ${copies === 0 ? 'no copy' : plural(copies, 'copy', 'copies')}`,
  fewest: 'Files with the fewest copies',
  noCopy: 'No copy',
  seenWhole: (at: string) => `intact on ${day(at)}`,
  more: (files: number) =>
    `and ${plural(files, 'more file', 'more files')} with as many copies or more.`,
}
