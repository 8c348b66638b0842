/**
 * A process to be killed: in the archive given, removes the list Gone with its files, has it back, joins it with the
 * list Stays, and takes that back. With a second folder, it lays there what the archive was before each step.
 */
import { openArchive } from '../../../src/archive/archive.ts'
import { pathsOf } from '../../../src/archive/files/paths.ts'
import { readTrashedLists } from '../../../src/archive/trash/lists/list-trash.ts'
import { findUnneeded } from '../../../src/backup/lists/find-unneeded.ts'
import { mergeLists } from '../../../src/backup/lists/merge-lists.ts'
import { en } from '../../../src/words/en/index.ts'
import { takeSnapshots } from './snapshots.ts'

const [dir = '', snapshots] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

say('opening')
if (snapshots) takeSnapshots(dir, snapshots)
{
  await using archive = await openArchive(dir)
  const back = async () => {
    for (const { id } of await readTrashedLists(pathsOf(dir, undefined)))
      await archive.bringListsBack(id)
  }
  const find = (name: string) => {
    const list = archive.lists().find((each) => each.name === name)
    if (!list) throw new Error(`No list ${name}`)
    return list
  }
  // What a killed run before has finished is undone first.
  await back()
  const gone = find('Gone')
  const { files } = await findUnneeded(new Set([gone.id]), archive)
  await archive.setListsAside({ kind: 'removed', lists: [gone.id], files })
  await back()
  await mergeLists(find('Gone'), find('Stays'), archive, en)
  await back()
}
say('done')
