import { format, plural } from './format.ts'

const { count, day } = format

/** Of the copies of an archive; loaded where they are shown. */
export const copies = {
  title: 'Copies elsewhere',
  none: 'There is no copy of it elsewhere. One on another disk makes good what this one loses:',
  seen: (at: string, files: number) =>
    `seen on ${day(at)} with ${plural(files, 'whole file', 'whole files')}, records and parity counted`,
  harmed: (missing: number, damaged: number) =>
    `${count(missing)} missing there, ${count(damaged)} damaged`,
  filesWith: (files: number, copies: number) =>
    `${plural(files, 'file', 'files')} with ${copies === 0 ? 'no copy' : plural(copies, 'copy', 'copies')}`,
  fewest: 'The files with the fewest copies',
  noCopy: 'No copy',
  seenWhole: (at: string) => `seen whole on ${day(at)}`,
  more: (files: number) =>
    `and ${plural(files, 'more file', 'more files')} with as many copies or more.`,
}
