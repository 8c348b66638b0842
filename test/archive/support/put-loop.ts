/** A process to be killed: backs up a made-up playlist into the archive given, and says what it has kept. */
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { openArchive } from '../../../src/archive/archive.ts'
import { inParallel } from '../../../src/base/parallel.ts'
import { contentOf, playlist } from './loop-playlist.ts'
import { mediaOf, options, recordingOf, whyOf } from './sample.ts'

const [dir = ''] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

say('opening')
{
  await using archive = await openArchive(dir, { names: '{playlist}/{album}/{artist} - {title}' })
  say('opened')
  // Names in the playlist's order; the rest overlaps.
  let named: Promise<unknown> = Promise.resolve()
  const results = inParallel(playlist.entries, 4, async (entry) => {
    if (entry.kind !== 'track') return
    const { track, position } = entry
    const before = named
    const mine = Promise.withResolvers<void>()
    named = mine.promise
    try {
      const kept = await archive.find(track, options)
      await before
      if (kept) return
      const recording = recordingOf(String(position))
      const stem = archive.plan(playlist, position, track, recording)
      mine.resolve()
      const path = join(archive.workDir, `unfinished-${position}`)
      await writeSlowly(path, contentOf(position))
      const { path: final } = await archive.put(mediaOf(path), stem, whyOf(track, recording))
      say(`kept ${final}`)
    } finally {
      mine.resolve()
    }
  })
  for await (const _ of results);
  say('checkpoint')
  const folder = archive.folderOf(playlist)
  await archive.writeText(folder, 'playlist.m3u8', '#EXTM3U\n'.repeat(1000))
  await archive.checkpoint()
}
say('done')

async function writeSlowly(path: string, content: Buffer) {
  await using file = await open(path, 'wx')
  for (let at = 0; at < content.length; at += 16_384)
    await file.write(content.subarray(at, at + 16_384))
}
