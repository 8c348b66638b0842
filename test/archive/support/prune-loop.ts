/** A process to be killed: prunes every second file of the archive given, until nothing is left to prune. */
import { openArchive } from '../../../src/archive/archive.ts'

const [dir = ''] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

say('opening')
{
  await using archive = await openArchive(dir)
  say('pruning')
  await archive.prune(archive.list().filter(({ track }) => (track.trackNumber ?? 0) % 2 === 0))
}
say('done')
