import { units } from './units.ts'

const { count, time } = units

/** Headings and sentences of a report, on the page and in the terminal. */
export const report = {
  title: (playlist: string) => `${playlist} · Songkeep report`,
  finished: (at: string) => `Songkeep report · ${time(at)}`,
  music: (span: string, size: string) => `${span} of music, ${size}`,
  madeIn: (span: string) => `made in ${span}`,
  doneIn: (span: string, dryRun: boolean) => `${dryRun ? 'looked through' : 'done'} in ${span}`,
  note: (note: string) => `Note: ${note}`,
  kept: 'Kept',
  notKept: 'Not kept',
  next: 'What next',
  entries: 'Entries',
  liesIn: (archive: string) => `Everything is in ${archive}`,
  search: 'Search',
  searchLong: 'Search titles, artists and reasons',
  /** What the page's script writes behind the number of entries found. */
  found: { one: 'entry', many: 'entries' },
  showOnly: 'Show',
  all: 'All',
  about: 'About this run',
  readAs: (format: string, entries: number) => `Read as ${format}, ${count(entries)} entries.`,
  unreached: (entries: number) => `${count(entries)} entries were not reached.`,
  ran: (from: string, to: string) => `The run lasted from ${time(from)} to ${time(to)}.`,
  noHosts: 'Nothing on the internet was contacted.',
  hosts: (hosts: readonly string[]) => `Contacted on the internet: ${hosts.join(', ')}.`,
  noneRefused: 'No request was blocked.',
  refused: (requests: readonly string[]) => `Blocked requests: ${requests.join(', ')}.`,
}
