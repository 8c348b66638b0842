import { join } from 'node:path'
import { type Reindexed, reindexArchive } from '../../../archive/reindex/reindex.ts'
import type { FileDigests } from '../../../base/hash.ts'
import type { ArchivedFile } from '../../../model/archived-file.ts'
import { audioFormats, type Tags } from '../../../model/media.ts'
import { reason } from '../../../model/reason.ts'
import type { Track } from '../../../model/track.ts'
import { unknownLicence } from '../../../rights/licences.ts'
import { probeFile } from '../../../tags/read/probe-file.ts'
import { requireArchive } from '../require-archive.ts'

export interface ReindexRequest {
  readonly dryRun: boolean
  readonly onRead?: (done: number, total: number) => void
}

/** Makes an archive's lists and working state again of what lies open in its folder. */
export async function reindex(
  dir: string,
  { dryRun, onRead }: ReindexRequest,
  signal: AbortSignal,
): Promise<Reindexed> {
  await requireArchive(dir)
  const describe = (path: string, sums: FileDigests) => describeByTags(dir, path, sums, signal)
  return await reindexArchive(dir, { dryRun, onRead, describe, signal })
}

/** A line by the tags alone: nothing says under which right the file was kept, so it is not to be shared. */
async function describeByTags(
  dir: string,
  path: string,
  sums: FileDigests,
  signal: AbortSignal,
): Promise<ArchivedFile | undefined> {
  const probed = await probeFile(join(dir, path), { covers: false, measure: true, signal }).catch(
    () => undefined,
  )
  signal.throwIfAborted()
  if (!probed || probed.unread !== undefined) return undefined
  const { tags, audio } = probed
  const track = trackOf(tags, path)
  const given = tags.licenceUrl ?? tags.copyright
  const told = reason('archive.described-by-tags')
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  const { title, artists, album } = track
  return {
    path,
    ...sums,
    durationMs: audio.durationMs ?? 0,
    format: audioFormats.find((format) => format === ending) ?? 'keep',
    how: 'kept',
    track,
    chosen: {
      ...{ source: 'archive', id: path, title, artists, album },
      ...{ sha256: sums.sha256, probability: 1, evidence: [], notes: [told] },
    },
    verdict: { action: 'review', reasons: [told], licence: { ...unknownLicence, asGiven: given } },
    album: { title: tags.album, artists: tags.albumArtists },
    keptAt: new Date().toISOString(),
  }
}

/** Without a title, the file's name is one. */
function trackOf(tags: Tags, path: string): Track {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')
  const { title, artists, album, isrc, trackNumber, discNumber } = tags
  return { title: title || name, artists, album, isrc, trackNumber, discNumber }
}
