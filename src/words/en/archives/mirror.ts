import { units } from '../units.ts'

interface Counts {
  readonly target: string
  readonly files: number
  readonly seen: number
  readonly copied: number
  readonly copiedBytes: number
  readonly missing: number
  readonly damaged: number
}

const filesOf = (count: number) => `${units.count(count)} ${count === 1 ? 'file' : 'files'}`

/** What the terminal says while copies of an archive are made and checked. */
export const mirror = {
  plan: (target: string, copies: number, bytes: number, same: number) =>
    `${target}: ${filesOf(copies)} to copy (${units.bytes(bytes)}), ${filesOf(same)} there already`,
  foreign: (count: number) => `  left out, not Songkeep’s: ${filesOf(count)}`,
  trashed: (count: number) => `  into the copy’s trash: ${filesOf(count)}`,
  fault: (path: string, why: string) => `  ${path}: ${why}`,
  dryRun: 'Nothing was changed.',
  mirrored: ({ target, files, copied, copiedBytes }: Counts) =>
    `${target} has ${filesOf(files)}, ${units.count(copied)} of them copied now (${units.bytes(copiedBytes)}).`,
  checked: ({ target, seen }: Counts) => `${target}: ${filesOf(seen)} read and whole.`,
  harmed: ({ missing, damaged }: Counts) =>
    `  missing: ${units.count(missing)}, damaged or in the way: ${units.count(damaged)}`,
}
