/**
 * Runs inside a mount namespace of its own, on a small file system mounted at the folder given: what
 * becomes of an archive on a full disk, and on one that cannot be written. Prints what it saw as JSON.
 */
import { execFileSync } from 'node:child_process'
import { open, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openArchive } from '../../../src/archive/archive.ts'
import { openDecisions } from '../../../src/archive/decisions/decisions.ts'
import { UserError } from '../../../src/words/user-error.ts'
import { readInventory, readTree } from './inspect.ts'
import { mediaOf, playlistOf, recordingOf, trackOf, whyOf } from './sample.ts'

const [mount = ''] = process.argv.slice(2)
const dir = join(mount, 'Keep')
const list = playlistOf(
  'Mix',
  Array.from({ length: 40 }, (_, at) => trackOf(`Track ${at + 1}`)),
)

const decisions = openDecisions(dir)
const decide = (position: number) =>
  decisions.decide(trackOf(`Track ${position}`), { kind: 'none' })
const decided: string[] = []
const keptWhileFull: string[] = []
const errors: unknown[] = []
const describe = (error: unknown) =>
  error instanceof UserError
    ? { name: error.constructor.name, message: error.message, hint: error.hint }
    : String(error)

async function fill() {
  await using file = await open(join(mount, 'filler'), 'w')
  try {
    for (;;) await file.write(Buffer.alloc(4096))
  } catch {}
}

{
  await using archive = await openArchive(dir)
  const put = async (position: number) => {
    const track = trackOf(`Track ${position}`)
    const recording = recordingOf(String(position))
    const stem = archive.plan(list, position, track, recording)
    const media = mediaOf(join(archive.workDir, String(position)))
    return (await archive.put(media, stem, whyOf(track, recording))).path
  }
  for (const { position } of list.entries)
    await writeFile(join(archive.workDir, String(position)), `content ${position}`)
  await put(1)
  await decide(1)
  await fill()
  // Some go into the file's last block; that for which no room is left says so.
  for (const { position } of list.entries) {
    try {
      await decide(position)
      decided.push(`Track ${position}`)
    } catch (error) {
      errors.push(describe(error))
    }
  }
  for (const { position } of list.entries.slice(1)) {
    try {
      keptWhileFull.push(await put(position))
    } catch (error) {
      errors.push(describe(error))
    }
  }
  await archive.checkpoint().catch((error) => errors.push(describe(error)))
  await archive
    .writeText('Mix', 'report.html', 'x'.repeat(9000))
    .catch((error) => errors.push(describe(error)))
  await rm(join(mount, 'filler'))
  // In the same run, after a line that went in by halves.
  keptWhileFull.push(await put(list.entries.length))
  await archive.writeText('Mix', 'report.html', 'x')
  await decide(list.entries.length)
  decided.push(`Track ${list.entries.length}`)
}
const readBack = (await decisions.list()).map(({ track }) => track.title)
await (await openArchive(dir))[Symbol.asyncDispose]()
const lines = await readInventory(dir)
const tree = Object.fromEntries(await readTree(dir))

const mounter = 'mount'
execFileSync(mounter, ['-o', 'remount,ro', mount])
const readOnly: unknown[] = []
for (const place of [dir, join(mount, 'New')])
  await openArchive(place).catch((error) => readOnly.push(describe(error)))
console.log(JSON.stringify({ keptWhileFull, errors, lines, tree, readOnly, decided, readBack }))
