import { mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Archive, openArchive } from '../../src/archive/archive.ts'
import { readInventory } from './support/inspect.ts'
import { keep, mediaOf, playlistOf, recordingOf, trackOf, whyOf } from './support/sample.ts'
import { useTemporary } from './support/temporary.ts'

const place = useTemporary()

const tracks = [trackOf('Amber'), trackOf('Basalt'), trackOf('Cedar')]
const playlist = playlistOf('Evening', tracks)
const gone = { name: 'StorageError', reason: { code: 'archive.root-gone' } }

/** Puts a finished file, which lies elsewhere, where the second track belongs. */
async function put(archive: Archive) {
  const path = join(place.root, 'made.mp3')
  await writeFile(path, 'content')
  const stem = archive.plan(playlist, 2, trackOf('Basalt'), recordingOf('2'))
  return await archive.put(mediaOf(path), stem, whyOf(trackOf('Basalt'), recordingOf('2')))
}

test.each(['nothing', 'an empty folder'])(
  'an archive that was moved away ends the run, and %s under its old name stays as it is',
  async (left) => {
    const elsewhere = `${place.dir} elsewhere`
    {
      await using archive = await openArchive(place.dir)
      await keep(archive, playlist, 1)
      await rename(place.dir, elsewhere)
      if (left === 'an empty folder') await mkdir(place.dir)
      await expect(archive.checkRoot()).rejects.toMatchObject(gone)
      await expect(put(archive)).rejects.toMatchObject(gone)
      await expect(archive.writeText('Evening', 'report.json', '{}')).rejects.toMatchObject(gone)
      await expect(archive.appendText('Evening', 'history.jsonl', '{}\n')).rejects.toMatchObject(
        gone,
      )
      await expect(archive.addFile('Evening', 'cover.jpg', Buffer.of(1))).rejects.toMatchObject(
        gone,
      )
      await expect(archive.prune(archive.list())).rejects.toMatchObject(gone)
      await expect(archive.checkpoint()).rejects.toMatchObject(gone)
    }
    expect(await readdir(place.dir).catch(() => [])).toEqual([])
    if (left === 'an empty folder') await rename(place.dir, `${place.dir} empty`)
    await rename(elsewhere, place.dir)
    await using archive = await openArchive(place.dir)
    await keep(archive, playlist, 3)
    expect(archive.list()).toHaveLength(2)
    expect(await readInventory(place.dir)).toHaveLength(2)
  },
)
