import { join } from 'node:path'
import type { CopyEvent, MirrorChoices } from '../../../src/app/archives/copies/mirror.ts'
import { checkCopies, mirrorArchive } from '../../../src/app/archives/copies/mirror.ts'
import type { Environment } from '../../../src/app/environment.ts'
import { openArchive } from '../../../src/archive/archive.ts'
import { keep, playlistOf, trackOf } from '../../archive/support/sample.ts'

export const never = new AbortController().signal
export const environment: Environment = { cacheDir: '/nonexistent', processors: 1 }

/** `Mix/01 Artist - Song 1.mp3`, and so on. */
export const pathOf = (position: number) =>
  `Mix/${String(position).padStart(2, '0')} Artist - Song ${position}.mp3`

/** Files of `content 1` and so on, with so many bytes more. */
export async function makeArchive(dir: string, tracks: number, first = 1, more = 0): Promise<void> {
  const all = Array.from({ length: first + tracks - 1 }, (_, at) => trackOf(`Song ${at + 1}`))
  const playlist = playlistOf('Mix', all)
  await using archive = await openArchive(dir)
  for (let at = first; at < first + tracks; at++)
    await keep(archive, playlist, at, `content ${at}${'x'.repeat(more)}`)
  await archive.writeText(archive.folderOf(playlist), 'report.json', '{}')
  await archive.checkpoint()
}

async function collect(events: AsyncIterable<CopyEvent>): Promise<CopyEvent[]> {
  const all: CopyEvent[] = []
  for await (const event of events) if (event.kind !== 'progress') all.push(event)
  return all
}

export const mirrorTo = (dir: string, choices: MirrorChoices, by = environment, signal = never) =>
  collect(mirrorArchive(dir, choices, by, signal))

export const checkAll = (dir: string, choices: MirrorChoices = {}, by = environment) =>
  collect(checkCopies(dir, choices, by, never))

export const ofKind = <Kind extends CopyEvent['kind']>(events: readonly CopyEvent[], kind: Kind) =>
  events.filter((event): event is Extract<CopyEvent, { kind: Kind }> => event.kind === kind)

/** What a run ended in, and what was wrong with which file. */
export function summary(events: readonly CopyEvent[]) {
  const [done] = ofKind(events, 'done')
  const faults = ofKind(events, 'fault').map(({ path, at, reason }) => [path, at, reason.code])
  return { copied: done?.copied, trashed: done?.trashed, faults }
}

export const copyOf = (root: string) => join(root, 'Copy')
