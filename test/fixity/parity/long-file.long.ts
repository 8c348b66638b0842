import { expect, test } from 'vitest'
import { repairFile } from '../../../src/fixity/parity/repair.ts'
import { updateParity } from '../../../src/fixity/parity/update.ts'
import { describePython } from '../../support/python/python.ts'
import { Folder, noise } from './support/archive.ts'
import { readLines } from './support/oracle.ts'
import { runScript } from './support/script.ts'

/** With as much parity as there are files, a group has 64 MB of one file at most. */
const MB = 1_000_000

describePython('a file that is longer than a group may be', () => {
  test('is in several groups; what comes beside it makes only the last one anew', async () => {
    await using folder = await Folder.make({
      'long.flac': noise(70 * MB, 1),
      'a.mp3': noise(MB, 2),
    })
    const update = () => updateParity(folder.root, folder.files, { percent: 100 })
    expect(await update()).toMatchObject({ made: 2, kept: 0, unprotected: [] })
    expect((await readLines(folder)).map(({ files }) => files.length)).toEqual([1, 2])
    await folder.write('b.mp3', noise(MB, 3))
    expect(await update()).toMatchObject({ made: 1, kept: 1, removed: 1 })

    await folder.damage('long.flac', () => undefined)
    const file = folder.file('long.flac')
    const damaged = [{ start: 0, end: 70 * MB }]
    expect(await repairFile(folder.root, file)).toEqual({ kind: 'restored', damaged })
    expect(runScript(folder, '--write', 'long.flac')).toMatchObject({ status: 0 })
    expect(await repairFile(folder.root, file)).toEqual({ kind: 'whole' })

    // Without one of its groups, a part of it is told as lost, and no more.
    const [first] = await readLines(folder)
    await folder.damage(`parity/${first!.name}`, () => undefined)
    await folder.damage('long.flac', () => undefined)
    const { offset = 0, length = 0 } = first!.files[0]!
    expect(await repairFile(folder.root, file)).toEqual({
      kind: 'beyond',
      damaged,
      lost: [{ start: offset, end: offset + length }],
    })
  })
})
