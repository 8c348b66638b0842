/**
 * A process to be killed: prunes every second file of the archive given, until nothing is left to prune. With a second
 * folder, it lays there what the archive was before each step.
 */
import { openArchive } from '../../../src/archive/archive.ts'
import { takeSnapshots } from './snapshots.ts'

const [dir = '', snapshots] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

say('opening')
if (snapshots) takeSnapshots(dir, snapshots)
{
  await using archive = await openArchive(dir)
  say('pruning')
  await archive.prune(archive.list().filter(({ track }) => (track.trackNumber ?? 0) % 2 === 0))
}
say('done')
