import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Archive, openArchive } from '../../../../src/archive/archive.ts'
import type { ArchivedFile } from '../../../../src/model/archived-file.ts'
import type { Media } from '../../../../src/model/media.ts'
import type { PackOptions } from '../../../../src/model/preserve/packages/pack-options.ts'
import type { Recording } from '../../../../src/model/recording.ts'
import type { PackEvent } from '../../../../src/packages/packer.ts'
import { readContents } from '../../../../src/preserve/pack/read-contents.ts'
import {
  packTorrents,
  type TorrentContext,
} from '../../../../src/preserve/torrent/pack-torrents.ts'
import { judge } from '../../../../src/rights/judge.ts'
import { mediaOf, options, playlistOf, sha256, trackOf } from '../../../archive/support/sample.ts'

const today = '2026-11-29'

export interface Kept {
  readonly title: string
  readonly content: string | Uint8Array
  readonly recording?: Partial<Recording>
  /** To the byte as its source has it. */
  readonly verbatim?: true
  readonly media?: Partial<Media>
  readonly checkedAt?: string
  /** What is changed of its line. */
  readonly line?: (file: ArchivedFile) => ArchivedFile
}

/** An archive that holds these, in one list, as a backup would have kept them from the Internet Archive. */
export async function keepAll(dir: string, kept: readonly Kept[]): Promise<void> {
  await using archive = await openArchive(dir)
  const list = playlistOf(
    'My Secret Mix',
    kept.map(({ title }) => trackOf(title)),
  )
  for (const [at, each] of kept.entries()) {
    const file = await keepOne(archive, list, at + 1, each)
    if (each.line) archive.remember(each.line(file))
  }
  await archive.checkpoint()
}

async function keepOne(
  archive: Archive,
  list: ReturnType<typeof playlistOf>,
  position: number,
  { title, content, recording: more, verbatim, media, checkedAt = today }: Kept,
): Promise<ArchivedFile> {
  const item = `item-${position}`
  const recording: Recording = {
    id: `${item}/01`,
    source: 'internet-archive',
    title,
    artists: ['Ana'],
    url: `https://archive.org/details/${item}`,
    uploader: 'ana',
    answer: {
      url: `https://archive.org/metadata/${item}`,
      sha256: sha256(item),
      at: '2026-11-21T10:00:00.000Z',
    },
    licence: 'https://creativecommons.org/licenses/by-sa/4.0/',
    ...more,
  }
  const track = trackOf(title)
  const stem = archive.plan(list, position, track, recording)
  const path = join(archive.workDir, `made-${position}.mp3`)
  await writeFile(path, content)
  const how = verbatim ? 'kept' : 'encoded'
  const originalSha256 = verbatim ? sha256(content) : sha256('original')
  return await archive.put(mediaOf(path, { how, originalSha256, ...media }), stem, {
    track,
    match: { recording, weight: 10, probability: 0.999, evidence: [], notes: [] },
    verdict: judge(recording, { today }),
    fileUrl: `https://archive.org/download/${item}/${encodeURIComponent(title)}.mp3`,
    options: verbatim ? { ...options, format: 'keep' } : options,
    checkedAt,
  })
}

/** All that packing tells but how far it is. */
export async function packAll(
  dir: string,
  out: string,
  pack: PackOptions = {},
  context: Partial<TorrentContext> = {},
): Promise<readonly PackEvent[]> {
  const signal = new AbortController().signal
  const request = {
    source: dir,
    out,
    options: pack,
    software: 'Songkeep',
    signal,
    contents: () => readContents(dir),
  }
  const events = await Array.fromAsync(packTorrents(request, { today, ...context }))
  return events.filter(({ kind }) => kind !== 'progress')
}
