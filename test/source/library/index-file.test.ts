import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { textReason } from '../../../src/model/reason.ts'
import { IndexFile } from '../../../src/source/library/index-file.ts'
import type { FileReading } from '../../../src/source/library/read-file.ts'
import { isLibraryReading } from '../../../src/source/library/reading.ts'
import type { FoundFile } from '../../../src/source/library/walk-folder.ts'
import { TestFolder } from './folder.ts'

const reading: FileReading = { kind: 'read', facts: { title: 'Song', artists: [] } }
const file = (path: string, size = 1, mtimeNs = 1_795_000_000_123_456_789n) => ({
  path,
  root: '/m',
  size,
  mtimeNs,
})

/** As a run does whose folder holds this file alone. */
const find = (index: IndexFile<FileReading>, one: FoundFile) =>
  index.recall([dirname(one.path)], [one]).readings.get(one.path)

test('a file is known again by path, size and time to the nanosecond', async () => {
  await using folder = await TestFolder.make()
  const path = join(folder.path, 'deep', 'down', 'index.sqlite')
  {
    using index = new IndexFile<FileReading>(path, isLibraryReading)
    index.remember([{ file: file('/m/é\n.mp3'), reading }])
  }
  using index = new IndexFile<FileReading>(path, isLibraryReading)
  expect(find(index, file('/m/é\n.mp3'))).toEqual(reading)
  expect(find(index, file('/m/é\n.mp3', 2))).toBeUndefined()
  expect(find(index, file('/m/é\n.mp3', 1, 1_795_000_000_123_456_788n))).toBeUndefined()
  expect(find(index, file('/m/e.mp3'))).toBeUndefined()
})

test('only what would end the same is remembered of what failed', async () => {
  await using folder = await TestFolder.make()
  using index = new IndexFile<FileReading>(join(folder.path, 'index.sqlite'), isLibraryReading)
  const failed = (lasting: boolean): FileReading => ({
    kind: 'unreadable',
    reason: textReason('why'),
    lasting,
  })
  index.remember([
    { file: file('/m/broken.mp3'), reading: failed(true) },
    { file: file('/m/busy.mp3'), reading: failed(false) },
  ])
  expect(find(index, file('/m/broken.mp3'))).toEqual(failed(true))
  expect(find(index, file('/m/busy.mp3'))).toBeUndefined()
})

test('what is gone from a folder is forgotten, and nothing else', async () => {
  await using folder = await TestFolder.make()
  using index = new IndexFile<FileReading>(join(folder.path, 'index.sqlite'), isLibraryReading)
  const paths = ['/m/a.mp3', '/m/b.mp3', '/m/shut/c.mp3', '/m/shutters/d.mp3', '/mm/e.mp3', '/m']
  index.remember(paths.map((path) => ({ file: file(path), reading })))
  const { readings, gone } = index.recall(['/m'], [file('/m/a.mp3')])
  expect([...readings.keys()]).toEqual(['/m/a.mp3'])
  index.forget(gone, ['/m/shut'])
  expect(paths.filter((path) => find(index, file(path)))).toEqual([
    '/m/a.mp3',
    '/m/shut/c.mp3',
    '/mm/e.mp3',
    '/m',
  ])
})

test('what a link leads to outside of the folders is remembered too', async () => {
  await using folder = await TestFolder.make()
  using index = new IndexFile<FileReading>(join(folder.path, 'index.sqlite'), isLibraryReading)
  const files = ['/m/a.mp3', '/elsewhere/b.mp3'].map((path) => file(path))
  index.remember(files.map((each) => ({ file: each, reading })))
  expect(index.recall(['/m'], files).readings.size).toBe(2)
})
