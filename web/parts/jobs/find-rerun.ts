import type { ArchivedPlaylist, Job } from '../../../src/api/contract.ts'

/** How a playlist of an archive can be backed up once more. */
export type Rerun =
  /** As a run that is still known did it. */
  | { readonly kind: 'job'; readonly job: Job }
  /** By its link, as it was kept before where that is known. */
  | {
      readonly kind: 'link'
      readonly link: string
      readonly asked?: ArchivedPlaylist['asked']
    }
  /** Only with what the user has: its export has to be dropped again. */
  | { readonly kind: 'drop' }

/** Jobs come the latest first. A dry run keeps nothing, however often it is done. */
export function findRerun(
  jobs: readonly Job[],
  archive: string,
  playlist: Pick<ArchivedPlaylist, 'name' | 'uri' | 'canSync' | 'asked'>,
): Rerun {
  const job = jobs.find(
    (one) =>
      one.archive === archive &&
      one.endedAt !== undefined &&
      one.order.kind === 'backup' &&
      !one.order.dryRun &&
      isNamed(one.title, playlist.name),
  )
  if (job) return { kind: 'job', job }
  return findLinkRerun(playlist) ?? { kind: 'drop' }
}

/** What the service has now, where it can be asked. */
export function findLinkRerun({
  uri,
  canSync,
  asked,
}: Pick<ArchivedPlaylist, 'uri' | 'canSync' | 'asked'>):
  | Extract<Rerun, { kind: 'link' }>
  | undefined {
  return canSync && uri !== undefined ? { kind: 'link', link: uri, asked } : undefined
}

/** A run is called by its playlists' names: `Summer, Winter and 3 more`. */
function isNamed(title: string, name: string): boolean {
  return name !== '' && `, ${title.replace(/ and \d+ more$/, '')}, `.includes(`, ${name}, `)
}
