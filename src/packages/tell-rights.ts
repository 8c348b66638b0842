import type { PackageFile } from './package-contents.ts'

/** What others may have of a package, in one English sentence for whoever receives it. */
export function tellRights(files: readonly PackageFile[]): string {
  const recordings = files.filter((file) => file.kind === 'recording')
  const shared = recordings.filter(({ mayShare }) => mayShare).length
  return `By what is recorded, ${shared} of ${recordings.length} recordings may be shared under their licences. All others are for their owner’s personal use.`
}
