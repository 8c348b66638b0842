import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Archive, openArchive } from '../../src/archive/archive.ts'
import type { ArchivedFile } from '../../src/model/archived-file.ts'
import { keep, options, playlistOf, recordingOf, sha256, trackOf } from './support/sample.ts'
import { useTemporary } from './support/temporary.ts'

const place = useTemporary()
const tracks = [
  trackOf('One', { uri: 'spotify:track:1' }),
  trackOf('Two', { isrc: 'GBAYE0000002' }),
  trackOf('Three'),
  trackOf('Four'),
]
const list = playlistOf('Mix', tracks)

const inKeep = (path: string) => join(place.dir, path)
const INDEX = '.songkeep/inventory.index'

let kept: ArchivedFile[]

beforeEach(async () => {
  await using archive = await openArchive(place.dir)
  kept = []
  for (const position of [1, 2, 3]) kept.push(await keep(archive, list, position))
  await archive.checkpoint()
  kept.push(await keep(archive, list, 4))
  await archive.checkpoint()
})

interface Index {
  readonly head: Record<string, unknown>
  readonly numbers: Uint8Array
}

/** Changes the index as somebody may who knows how it is made. */
async function change(work: (index: Index) => object | undefined) {
  const file = await readFile(inKeep(INDEX))
  const end = file.indexOf('\n')
  const numbers = file.subarray(end + 1)
  const head = JSON.parse(file.toString('utf8', 0, end))
  const changed = work({ head, numbers })
  const whole = { ...head, numbers: sha256(numbers), ...changed }
  await writeFile(
    inKeep(INDEX),
    Buffer.concat([Buffer.from(`${JSON.stringify(whole)}\n`), numbers]),
  )
}

/** The first four bytes of a line's numbers are its length; the hashes of its keys follow. */
const invertHashes = ({ numbers }: Index) => {
  for (let at = 4; at < 28; at++) numbers[at] = 255 - (numbers[at] ?? 0)
  return undefined
}

const HARM: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['as it was left', async () => {}],
  ['removed', () => rm(inKeep(INDEX))],
  ['empty', () => writeFile(inKeep(INDEX), '')],
  ['cut', async () => writeFile(inKeep(INDEX), (await readFile(inKeep(INDEX))).subarray(0, -8))],
  ['of another inventory', () => change(() => ({ sha256: sha256('another') }))],
  ['of another format', () => change(() => ({ format: 'songkeep-index/0' }))],
  ['made for lines of other lengths', () => change(({ numbers }) => void numbers.fill(0, 0, 4))],
  ['wrong in where its files are found', () => change(invertHashes)],
]

describe.each(HARM)('An index of the inventory that is %s', (_name, harm) => {
  test.each([true, false])(
    'changes nothing of what is known (reading only: %s)',
    async (readOnly) => {
      await harm()
      await using archive = await openArchive(place.dir, { readOnly })
      expect(archive.notes).toEqual([])
      expect(archive.list()).toEqual(kept.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    },
  )
})

/** Each opens the archive anew, so that this is the first that is asked. */
const ASKED: readonly (readonly [string, (archive: Archive, file: ArchivedFile) => unknown])[] = [
  ['path', (archive, { path }) => archive.at(path)],
  ['track', (archive, { track }) => archive.listFor(track)[0]],
  ['address', (archive, { track }) => archive.listFor({ ...track, album: 'Another' })[0]],
  ['recording', (archive, { chosen }) => archive.findRecording(recordingOf(chosen.id), options)],
  ['folder', (archive, { path }) => archive.listIn('Mix').find((file) => file.path === path)],
]

test.each(ASKED)('Finds a file by its %s before all lines are read', async (kind, ask) => {
  for (const file of kind === 'address' ? kept.slice(0, 2) : kept) {
    await using archive = await openArchive(place.dir, { readOnly: true })
    expect(await ask(archive, file)).toEqual(file)
  }
})

test('Gives the later line of a file that was made anew since all lines were sorted', async () => {
  const [first] = kept as [ArchivedFile]
  {
    await using archive = await openArchive(place.dir)
    const temporary = join(archive.workDir, 'retagged.mp3')
    await writeFile(temporary, 'new tags')
    await archive.retag(first, temporary)
    await archive.checkpoint()
  }
  await using archive = await openArchive(place.dir, { readOnly: true })
  expect(archive.listFor(first.track).map((file) => file.sha256)).toEqual([sha256('new tags')])
})

test('Keeps a line that cannot be read when it is asked for, and tells of it at the next opening', async () => {
  const text = await readFile(inKeep('inventory.jsonl'), 'utf8')
  const [first = '', ...others] = text.split('\n')
  const unreadable = '#'.repeat(Buffer.byteLength(first))
  const changed = [unreadable, ...others].join('\n')
  await writeFile(inKeep('inventory.jsonl'), changed)
  await writeFile(inKeep('.songkeep/settled'), `${Buffer.byteLength(changed)} ${sha256(changed)}\n`)
  await change(() => ({ sha256: sha256(changed) }))
  {
    await using archive = await openArchive(place.dir)
    expect(archive.notes).toEqual([])
    expect(archive.list()).toHaveLength(kept.length - 1)
    await archive.rewriteRecords()
  }
  expect(await readFile(inKeep('inventory.jsonl'), 'utf8')).toContain(`\n${unreadable}\n`)
  await using archive = await openArchive(place.dir)
  const [note] = archive.notes
  expect(note).toMatchObject({ code: 'archive.inventory-mended', params: { damaged: 1 } })
})
