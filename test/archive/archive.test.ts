import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Archive, type ArchiveOptions, openArchive } from '../../src/archive/archive.ts'
import { findFaults } from './support/find-faults.ts'
import { readInventory, readTree } from './support/inspect.ts'
import {
  keep,
  mediaOf,
  options,
  playlistOf,
  recordingOf,
  sha256,
  trackOf,
  whyOf,
} from './support/sample.ts'
import { useTemporary } from './support/temporary.ts'

const place = useTemporary()

async function inArchive<Result>(
  work: (archive: Archive) => Promise<Result>,
  given: ArchiveOptions = {},
): Promise<Result> {
  await using archive = await openArchive(place.dir, given)
  return await work(archive)
}

const one = playlistOf('Mix', [trackOf('One')])
const three = playlistOf('Mix', [trackOf('One'), trackOf('Two'), trackOf('Three')])

describe('find', () => {
  test('what was put is found in the same run and in the next', async () => {
    const put = await inArchive(async (archive) => {
      expect(await archive.find(trackOf('One'), options)).toBeUndefined()
      const kept = await keep(archive, one, 1)
      expect(await archive.find(trackOf('One'), options)).toEqual(kept)
      return kept
    })
    expect(put).toMatchObject({
      path: 'Mix/01 Artist - One.mp3',
      sha256: sha256('content 1'),
      sha512: createHash('sha512').update('content 1').digest('hex'),
      bytes: 9,
    })
    await inArchive(async (archive) => {
      expect(await archive.find(trackOf('One'), options)).toEqual(put)
      expect(await archive.findRecording(recordingOf('1'), options)).toEqual(put)
      expect(await archive.findRecording(recordingOf('2'), options)).toBeUndefined()
    })
  })

  const long = 'spotify:track:1'
  const same: readonly [string, Parameters<typeof trackOf>, Parameters<typeof trackOf>, boolean][] =
    [
      ['the same text', ['A'], ['A'], true],
      ['another title', ['A'], ['B'], false],
      ['another artist', ['A'], ['A', { artists: ['Other'] }], false],
      ['another album', ['A'], ['A', { album: 'Other' }], false],
      [
        'another album of one address',
        ['A', { uri: long }],
        ['A', { uri: long, album: 'Other' }],
        true,
      ],
      ['another title of one address', ['A', { uri: long }], ['B', { uri: long }], false],
      [
        'another album of one ISRC',
        ['A', { isrc: 'X' }],
        ['A', { isrc: 'X', album: 'Other' }],
        true,
      ],
      ['one text, two ISRCs', ['A', { isrc: 'X' }], ['A', { isrc: 'Y' }], false],
      ['one text, two addresses', ['A', { uri: long }], ['A', { uri: 'spotify:track:2' }], true],
      ['one length, rounded', ['A', { durationMs: 200_400 }], ['A', { durationMs: 200_000 }], true],
      ['two interludes', ['A', { durationMs: 30_000 }], ['A', { durationMs: 45_000 }], false],
      ['two places on the album', ['A', { trackNumber: 3 }], ['A', { trackNumber: 9 }], false],
      ['a length that one does not say', ['A', { durationMs: 30_000 }], ['A'], true],
    ]
  test.each(same)('%s', async (_, kept, asked, found) => {
    await inArchive(async (archive) => {
      const put = await keep(archive, playlistOf('Mix', [trackOf(...kept)]), 1)
      expect(await archive.find(trackOf(...asked), options)).toEqual(found ? put : undefined)
    })
  })

  test('another format or quality is not what was asked for', async () => {
    await inArchive(async (archive) => {
      await keep(archive, one, 1)
      expect(await archive.find(trackOf('One'), { format: 'mp3', quality: 'V2' })).toBeUndefined()
      expect(await archive.find(trackOf('One'), { format: 'keep', quality: 'V0' })).toBeUndefined()
    })
  })

  test('what was never encoded serves every quality', async () => {
    await inArchive(async (archive) => {
      const stem = archive.plan(one, 1, trackOf('One'), recordingOf('1'))
      const path = join(archive.workDir, 'x')
      await writeFile(path, 'an MP3 already')
      const why = whyOf(trackOf('One'), recordingOf('1'))
      const kept = await archive.put(mediaOf(path, { how: 'copied' }), stem, why)
      expect(kept.quality).toBeUndefined()
      expect(await archive.find(trackOf('One'), { format: 'mp3', quality: '192' })).toEqual(kept)
    })
  })
})

describe('a file that was harmed', () => {
  const harms: readonly [string, (path: string) => Promise<unknown>][] = [
    ['changed in place', (path) => writeFile(path, 'content X')],
    ['cut', (path) => writeFile(path, 'cont')],
    ['emptied', (path) => writeFile(path, '')],
    ['deleted', (path) => rm(path)],
    ['become a folder', (path) => rm(path).then(() => mkdir(path))],
  ]
  test.each(harms)('%s: it is made again under its name', async (_, harm) => {
    await inArchive((archive) => keep(archive, three, 2))
    await harm(join(place.dir, 'Mix/02 Artist - Two.mp3'))
    await inArchive(async (archive) => {
      expect(await archive.find(trackOf('Two'), options)).toBeUndefined()
      const again = await keep(archive, three, 2, 'made again')
      expect(again.path).toBe('Mix/02 Artist - Two.mp3')
      expect(await archive.find(trackOf('Two'), options)).toEqual(again)
      await archive.checkpoint()
    })
    expect(await readInventory(place.dir)).toMatchObject([{ sha256: sha256('made again') }])
    expect((await readTree(place.dir)).get('Mix/02 Artist - Two.mp3')).toBe(sha256('made again'))
  })

  test('what lay under the name is moved away, not destroyed', async () => {
    await inArchive((archive) => keep(archive, one, 1))
    await writeFile(join(place.dir, 'Mix/01 Artist - One.mp3'), 'tagged anew by its owner')
    await inArchive(async (archive) => {
      await archive.find(trackOf('One'), options)
      await keep(archive, one, 1)
    })
    const replaced = join(place.dir, '.songkeep/replaced')
    const [stamp = ''] = await readdir(replaced)
    expect(await readFile(join(replaced, stamp, '01 Artist - One.mp3'), 'utf8')).toBe(
      'tagged anew by its owner',
    )
  })

  test('it may come back with another ending; the old line goes', async () => {
    const given = { format: 'keep', quality: 'V0' } as const
    const put = (archive: Archive, content: string, extension: string) => {
      const stem = archive.plan(one, 1, trackOf('One'), recordingOf('1'))
      const path = join(archive.workDir, 'x')
      const why = whyOf(trackOf('One'), recordingOf('1'), given)
      return writeFile(path, content).then(() =>
        archive.put(mediaOf(path, { extension, how: 'kept' }), stem, why),
      )
    }
    await inArchive((archive) => put(archive, 'flac', 'flac'))
    await writeFile(join(place.dir, 'Mix/01 Artist - One.flac'), 'bad')
    await inArchive(async (archive) => {
      await archive.find(trackOf('One'), given)
      await put(archive, 'ogg', 'OGG')
      await archive.checkpoint()
    })
    expect((await readInventory(place.dir)).map(({ path }) => path)).toEqual([
      'Mix/01 Artist - One.ogg',
    ])
    expect([...(await readTree(place.dir)).keys()]).not.toContain('Mix/01 Artist - One.flac')
  })
})

describe('plan', () => {
  test('names that some system takes for one are numbered', async () => {
    const tracks = ['Café', 'CAFE\u0301', 'café', 'Straße', 'STRASSE'].map((title) =>
      trackOf(title),
    )
    const list = playlistOf('Mix', tracks)
    const stems = await inArchive(
      async (archive) =>
        tracks.map((track, at) => archive.plan(list, at + 1, track, recordingOf(String(at)))),
      { names: '{title}' },
    )
    expect(stems).toEqual(['Café', 'CAFÉ (2)', 'café (3)', 'Straße', 'STRASSE (2)'])
  })

  test('asked again for one entry, it gives the former name back first', async () => {
    await inArchive(async (archive) => {
      const ask = (position: number) =>
        archive.plan(three, position, trackOf('X'), recordingOf('1'))
      expect([ask(1), ask(1), ask(2), ask(1)]).toEqual([
        'Mix/01 Artist - X',
        'Mix/01 Artist - X',
        'Mix/02 Artist - X',
        'Mix/01 Artist - X',
      ])
    })
  })

  test('files of others keep their names, whatever their ending or case', async () => {
    await mkdir(join(place.dir, 'Artist'), { recursive: true })
    await writeFile(join(place.dir, 'Artist/ONE.flac'), 'theirs')
    await writeFile(join(place.dir, 'Artist/two'), 'theirs')
    const names = '{artist}/{title}'
    const paths = await inArchive(
      async (archive) =>
        [await keep(archive, three, 1), await keep(archive, three, 2)].map(({ path }) => path),
      { names },
    )
    expect(paths).toEqual(['Artist/One (2).mp3', 'Artist/Two (2).mp3'])
    expect((await readTree(place.dir)).get('Artist/ONE.flac')).toBe(sha256('theirs'))
  })

  test('one folder for all spellings, and another where a file has the name', async () => {
    await mkdir(place.dir)
    await writeFile(join(place.dir, 'muse'), 'a file')
    const tracks = ['ABBA', 'Abba', 'Muse'].map((artist) => trackOf('X', { artists: [artist] }))
    const list = playlistOf('Mix', tracks)
    const stems = await inArchive(
      async (archive) =>
        tracks.map((track, at) => archive.plan(list, at + 1, track, recordingOf('1'))),
      { names: '{artist}/{position}' },
    )
    expect(stems).toEqual(['ABBA/01', 'ABBA/02', 'Muse (2)/03'])
  })

  test('a file that appears meanwhile is left as it is, and fails that track alone', async () => {
    await inArchive(async (archive) => {
      const stem = archive.plan(one, 1, trackOf('One'), recordingOf('1'))
      await mkdir(join(place.dir, 'Mix'))
      await writeFile(join(place.dir, `${stem}.mp3`), 'theirs')
      const path = join(archive.workDir, 'x')
      await writeFile(path, 'ours')
      const put = archive.put(mediaOf(path), stem, whyOf(trackOf('One'), recordingOf('1')))
      await expect(put).rejects.toThrow(/appeared while/)
      expect(await archive.find(trackOf('One'), options)).toBeUndefined()
      await archive.checkpoint()
    })
    expect(await readInventory(place.dir)).toEqual([])
    expect((await readTree(place.dir)).get('Mix/01 Artist - One.mp3')).toBe(sha256('theirs'))
  })

  test('an ending is not believed', async () => {
    const track = trackOf('One')
    await inArchive(async (archive) => {
      const put = async (position: number, extension: string) => {
        const stem = archive.plan(three, position, track, recordingOf('1'))
        const path = join(archive.workDir, String(position))
        await writeFile(path, 'x')
        const media = mediaOf(path, { extension })
        return (await archive.put(media, stem, whyOf(track, recordingOf('1')))).path
      }
      expect(await put(1, '/../../x')).toBe('Mix/01 Artist - One.x')
      expect(await put(2, '\u202e')).toBe('Mix/02 Artist - One.bin')
    })
  })

  test('nor does it make a report of a track', async () => {
    const names = '{title}'
    const kept = await inArchive(
      async (archive) => {
        const track = trackOf('report')
        const stem = archive.plan(one, 1, track, recordingOf('1'))
        const path = join(archive.workDir, 'x')
        await writeFile(path, 'x')
        const media = mediaOf(path, { extension: 'html' })
        return await archive.put(media, stem, whyOf(track, recordingOf('1')))
      },
      { names },
    )
    expect(kept.path).toBe('report.bin')
  })

  test('more text than a line may hold fails that track alone', async () => {
    await inArchive(async (archive) => {
      const track = trackOf('One', { album: 'x'.repeat(2 ** 20) })
      const stem = archive.plan(one, 1, track, recordingOf('1'))
      const path = join(archive.workDir, 'x')
      await writeFile(path, 'x')
      const put = archive.put(mediaOf(path), stem, whyOf(track, recordingOf('1')))
      await expect(put).rejects.toMatchObject({ reason: { code: 'archive.track-too-long' } })
      expect(await archive.find(track, options)).toBeUndefined()
    })
    expect(await readInventory(place.dir)).toEqual([])
  })

  test('only a planned path can be written', async () => {
    await inArchive(async (archive) => {
      const path = join(archive.workDir, 'x')
      await writeFile(path, 'x')
      const put = archive.put(mediaOf(path), '../x', whyOf(trackOf('One'), recordingOf('1')))
      await expect(put).rejects.toThrow(/Not a planned path/)
    })
  })
})

describe('folders and texts', () => {
  test('a playlist has one folder, the same in every run', async () => {
    const first = await inArchive(async (archive) => {
      const folders = ['Mix: 1', 'Mix- 1', 'Mix - 1', '', '../..', 'CON'].map((name) =>
        archive.folderOf({ name }),
      )
      await archive.writeText(archive.folderOf({ name: 'Mix: 1' }), 'playlist.m3u8', 'one')
      return folders
    })
    expect(first).toEqual(['Mix - 1', 'Mix- 1', 'Mix - 1 (2)', 'Playlist', '_', 'CON_'])
    const second = await inArchive(async (archive) =>
      ['Mix - 1', 'Mix: 1'].map((name) => archive.folderOf({ name })),
    )
    expect(second).toEqual(['Mix - 1 (2)', 'Mix - 1'])
  })

  test('a text is replaced by the next run', async () => {
    const write = (text: string) =>
      inArchive((archive) =>
        archive.writeText(archive.folderOf({ name: 'Mix' }), 'report.html', text),
      )
    expect(await write('first')).toBe('Mix/report.html')
    await write('second')
    expect(await readFile(join(place.dir, 'Mix/report.html'), 'utf8')).toBe('second')
    expect(await readdir(join(place.dir, 'Mix'))).toEqual(['report.html'])
  })

  test('a folder of somebody else is left alone', async () => {
    await mkdir(join(place.dir, 'Mix'), { recursive: true })
    await writeFile(join(place.dir, 'Mix/report.html'), 'theirs')
    await inArchive(async (archive) => {
      expect((await keep(archive, one, 1)).path).toBe('Mix (2)/01 Artist - One.mp3')
      await archive.writeText(archive.folderOf({ name: 'Mix' }), 'report.html', 'ours')
    })
    expect((await readTree(place.dir)).get('Mix/report.html')).toBe(sha256('theirs'))
  })

  test('with its state thrown away an archive is still itself', async () => {
    await inArchive(async (archive) => {
      await keep(archive, one, 1)
      await archive.writeText('Mix', 'report.html', 'first')
    })
    await rm(join(place.dir, '.songkeep'), { recursive: true })
    await inArchive(async (archive) => {
      expect(await archive.find(trackOf('One'), options)).toBeDefined()
      expect(archive.folderOf({ name: 'Mix' })).toBe('Mix')
      await archive.writeText('Mix', 'report.html', 'second')
    })
    expect(await readFile(join(place.dir, 'Mix/report.html'), 'utf8')).toBe('second')
  })

  test.each(['../x', 'a/b', '..', '', 'x\0', '/etc/passwd'])(
    'a text cannot be named %j',
    async (name) => {
      await inArchive(async (archive) => {
        await expect(archive.writeText('Mix', name, 'x')).rejects.toThrow(/^Not a/)
        const folder = archive.writeText(name, '../x', 'x')
        await expect(folder).rejects.toThrow(/^Not a/)
      })
      expect(await readdir(place.root)).toEqual(['Keep'])
    },
  )
})

describe('checkpoint and verify', () => {
  test('inventory and manifest are sorted, whatever the order of the work', async () => {
    const checkpoint = (order: readonly number[]) =>
      inArchive(async (archive) => {
        await Promise.all(order.map((position) => keep(archive, three, position)))
        await archive.checkpoint()
      })
    await checkpoint([3, 1, 2])
    const paths = [
      'Mix/01 Artist - One.mp3',
      'Mix/02 Artist - Two.mp3',
      'Mix/03 Artist - Three.mp3',
    ]
    expect((await readInventory(place.dir)).map(({ path }) => path)).toEqual(paths)
    expect(await readFile(join(place.dir, 'manifest-sha256.txt'), 'utf8')).toBe(
      paths.map((path, at) => `${sha256(`content ${at + 1}`)}  ${path}\n`).join(''),
    )
  })

  test('many at once, and checkpoints in between', async () => {
    const tracks = Array.from({ length: 200 }, (_, at) => trackOf(`Track ${at}`))
    const list = playlistOf('Many', tracks)
    await inArchive(async (archive) => {
      const puts = tracks.map((_, at) => keep(archive, list, at + 1))
      const checkpoints = [archive.checkpoint(), archive.checkpoint()]
      puts.push(keep(archive, playlistOf('Later', tracks), 1))
      await Promise.all([...puts, ...checkpoints])
    })
    const lines = await readInventory(place.dir)
    const tree = await readTree(place.dir)
    expect(lines).toHaveLength(201)
    for (const { path, sha256 } of lines) expect(tree.get(path)).toBe(sha256)
  })

  test('verify tells what is missing, damaged and unknown', async () => {
    await inArchive(async (archive) => {
      for (const position of [1, 2, 3]) await keep(archive, three, position)
      await archive.writeText('Mix', 'playlist.m3u8', '')
      await archive.checkpoint()
      await rm(join(place.dir, 'Mix/01 Artist - One.mp3'))
      await writeFile(join(place.dir, 'Mix/02 Artist - Two.mp3'), 'content X')
      await writeFile(join(place.dir, 'Mix/cover.jpg'), '')
      const found: string[][] = []
      for (const { kind, path } of await findFaults(archive)) found.push([kind, path])
      expect(found).toEqual([
        ['missing', 'Mix/01 Artist - One.mp3'],
        ['damaged', 'Mix/02 Artist - Two.mp3'],
        ['unknown', 'Mix/cover.jpg'],
      ])
    })
  })
})

describe('reading only', () => {
  test('nothing is made where there is nothing', async () => {
    await inArchive(
      async (archive) => {
        expect(await archive.find(trackOf('One'), options)).toBeUndefined()
        expect(archive.plan(one, 1, trackOf('One'), recordingOf('1'))).toBe('Mix/01 Artist - One')
        await expect(archive.checkpoint()).rejects.toThrow(/reading only/)
        await expect(archive.writeText('Mix', 'x', 'x')).rejects.toThrow(/reading only/)
      },
      { readOnly: true },
    )
    expect(await readdir(place.root)).toEqual([])
  })

  test('what is kept is found, while another run is at work', async () => {
    await inArchive(async (archive) => {
      const kept = await keep(archive, one, 1)
      await using other = await openArchive(place.dir, { readOnly: true })
      expect(await other.find(trackOf('One'), options)).toEqual(kept)
      await expect(openArchive(place.dir)).rejects.toThrow(/Another run is at work/)
    })
  })
})

test('a file is no place for an archive', async () => {
  await writeFile(place.dir, '')
  await expect(openArchive(place.dir)).rejects.toMatchObject({ name: 'UserError' })
  await expect(openArchive(place.dir, { readOnly: true })).rejects.toMatchObject({
    name: 'UserError',
  })
  await expect(openArchive(join(place.dir, 'below'))).rejects.toMatchObject({ name: 'UserError' })
})
