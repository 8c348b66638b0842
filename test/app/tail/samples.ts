import type { ArchiveContent } from '../../../src/app/tail/read-archive.ts'
import type { ArchivedFile } from '../../../src/model/archived-file.ts'
import type { Track } from '../../../src/model/track.ts'

/** A line of an inventory, for a file of the user's own unless `more` says otherwise. */
export const keptFile = (
  path: string,
  track: Track,
  more: Partial<ArchivedFile> = {},
): ArchivedFile => ({
  path,
  sha256: path.length.toString(16).padStart(64, '0'),
  bytes: 4_000_000,
  durationMs: 200_000,
  format: 'flac',
  how: 'kept',
  track,
  chosen: {
    source: 'library',
    id: `/music/${path}`,
    title: track.title,
    artists: track.artists,
    sha256: '0'.repeat(64),
    probability: 0.99,
    evidence: [],
    notes: [],
  },
  verdict: { action: 'copy', reasons: [], licence: { id: 'own-copy', name: 'your own copy' } },
  keptAt: '2026-11-01T12:00:00.000Z',
  ...more,
})

/** What was read of an archive, its files whole unless they are named in `broken`. */
export const archiveOf = ({
  files = [],
  broken = [],
  ...more
}: Partial<Omit<ArchiveContent, 'files'>> & {
  readonly files?: readonly ArchivedFile[]
  readonly broken?: readonly string[]
}): ArchiveContent => ({
  name: 'Keep',
  rows: [],
  withdrawn: [],
  notes: [],
  files: files.map((file) => ({ file, isWhole: !broken.includes(file.path), mirrors: 0 })),
  ...more,
})
