/** A process to be killed: gives every file of the archive another tag, unless it has it already. */
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { openArchive } from '../../../src/archive/archive.ts'
import { albumGain, contentOf, retaggedOf } from './loop-playlist.ts'

const [dir = ''] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

say('opening')
{
  await using archive = await openArchive(dir)
  say('opened')
  for (const [at, kept] of archive.list().entries()) {
    if (kept.albumGain) continue
    const path = join(archive.workDir, `unfinished-${at}`)
    {
      await using file = await open(path, 'wx')
      await file.write(retaggedOf(contentOf(Number(kept.chosen.id))))
    }
    const renewed = await archive.retag({ ...kept, albumGain }, path)
    if (!renewed) throw new Error(`${kept.path} is not as it was kept`)
    say(`kept ${renewed.path}`)
  }
  say('checkpoint')
  await archive.checkpoint()
}
say('done')
