import { execFile } from 'node:child_process'
import { readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { reason } from '../../src/model/reason.ts'
import type { Recording } from '../../src/model/recording.ts'
import type { Library } from '../../src/source/library/library.ts'
import { english } from '../../src/words/english.ts'
import { UserError } from '../../src/words/user-error.ts'
import { testSource } from '../contract/source.ts'
import { describeShared, shared } from '../support/shared.ts'
import { flac, mp3, oggOpus, oggVorbis, wav } from './library/audio.ts'
import { TestFolder } from './library/folder.ts'

const { signal } = new AbortController()
const execute = promisify(execFile)

/** All that the library holds, by asking for each name. */
async function find(library: Library, title: string): Promise<Recording | undefined> {
  return (await library.search({ title, artists: [] }, signal))[0]
}

const contract = await TestFolder.make({
  'a/Blue Train.mp3': mp3({ title: 'Blue Train', artists: ['John Coltrane'] }),
  'b/So What.flac': flac({ title: 'So What', artists: ['Miles Davis'] }),
  'b/Naima.ogg': oggVorbis({ title: 'Naima (Live)', artists: ['John Coltrane'] }),
})
afterAll(() => contract[Symbol.asyncDispose]())
testSource('the library', () => contract.open(), {
  there: { title: 'BLUE TRAIN', artists: ['john coltrane'] },
  otherVersion: { title: 'Naima', artists: ['John Coltrane'] },
  missing: { title: 'Giant Steps', artists: ['John Coltrane'] },
})

describe('what a file says', () => {
  const facts = {
    title: 'Ünïcode Söng',
    artists: ['First', 'Second'],
    album: 'An Album',
    date: '1999-12-31',
    track: '3/12',
    isrc: 'gb-aye-06-01498',
    licence: 'http://creativecommons.org/licenses/by/3.0/',
    seconds: 7,
  }
  const told = {
    title: 'Ünïcode Söng',
    artists: ['First', 'Second'],
    album: 'An Album',
    year: 1999,
    trackNumber: 3,
    isrc: 'GBAYE0601498',
    licence: 'http://creativecommons.org/licenses/by/3.0/',
    source: 'library',
  }

  test.each([
    // 268 frames of 1152 samples: an MP3 has no other lengths.
    ['x.mp3', mp3(facts), 7001],
    ['x.flac', flac(facts), 7000],
    ['x.ogg', oggVorbis(facts), 7000],
    ['x.opus', oggOpus(facts), 7000],
    // The content tells where the name lies.
    ['flac.mp3', flac(facts), 7000],
    ['ogg.m4a', oggVorbis(facts), 7000],
  ])('is read from %s', async (name, content, durationMs) => {
    await using folder = await TestFolder.make({ [name]: content })
    await using library = await folder.open()
    const recording = await find(library, 'unicode song')
    expect(recording).toMatchObject({
      ...told,
      durationMs,
      id: folder.at(name),
      media: { kind: 'file', path: folder.at(name) },
    })
  })

  test('is completed from its place', async () => {
    await using folder = await TestFolder.make({
      'Artist/Album/03 Song.wav': wav(2),
      'Other - Tune.mp3': mp3(),
      'Half Tagged - Wrong.mp3': mp3({ title: 'Right' }),
    })
    await using library = await folder.open()
    expect(await find(library, 'Song')).toMatchObject({
      title: 'Song',
      artists: ['Artist'],
      album: 'Album',
      trackNumber: 3,
      durationMs: 2000,
    })
    expect(await find(library, 'Tune')).toMatchObject({ title: 'Tune', artists: ['Other'] })
    expect(await find(library, 'Right')).toMatchObject({ title: 'Right', artists: ['Half Tagged'] })
  })

  test('is named by its place whatever its number, where its folder counts', async () => {
    await using folder = await TestFolder.make({
      'Some Songs/09 Red Moon.mp3': mp3(),
      'Some Songs/10 Yellow Sun - Remastered 2011.mp3': mp3(),
      'Some Songs/11 Blue Star.mp3': mp3(),
      'Singles/99 Luftballons.mp3': mp3(),
      'Singles/Other.mp3': mp3(),
    })
    await using library = await folder.open()
    const title = 'Yellow Sun - Remastered 2011'
    expect(await find(library, 'Yellow Sun')).toMatchObject({ title, trackNumber: 10 })
    expect(await find(library, 'Luftballons')).toMatchObject({ title: '99 Luftballons' })
  })

  test('a copyright line stands in for a licence', async () => {
    await using folder = await TestFolder.make({
      'a.mp3': mp3({ title: 'Noted', copyright: '2012 Somebody. All rights reserved' }),
    })
    await using library = await folder.open()
    expect((await find(library, 'Noted'))?.licence).toBe('2012 Somebody. All rights reserved')
  })
})

describe('odd files', () => {
  test('are told with a reason, or taken by their names, and harm nobody', async () => {
    const whole = mp3({ title: 'Whole', artists: ['Somebody'] })
    const tagged = flac({ title: 'Cut', artists: ['Somebody'] })
    await using folder = await TestFolder.make({
      'whole.mp3': whole,
      'empty.mp3': '',
      'text.mp3': 'This is no music.\n'.repeat(1000),
      'text.flac': 'This is no music.\n'.repeat(1000),
      'cut.flac': tagged.subarray(0, 60),
      'cut.ogg': oggVorbis({ title: 'Cut' }).subarray(0, 40),
      'long.mp3': mp3({ title: 'L'.repeat(5000), artists: ['M'.repeat(5000)] }),
      'controls.flac': flac({ title: 'A\0B\u0007C\nD', artists: ['\u001b[31m'] }),
      'blank.flac': flac({ title: ' \0 ', artists: ['', ' '] }),
      // An ID3 tag that claims 256 MB.
      'claim.mp3': Buffer.concat([
        Buffer.from('ID3\x04\0\0\x7f\x7f\x7f\x7fTIT2\x7f\x7f\x7f\x7f\0\0', 'latin1'),
        whole,
      ]),
      'line\nbreak.mp3': mp3(),
      'notes.txt': 'no audio file',
      'cover.jpg': 'no audio file',
    })
    await using library = await folder.open()
    const { files, read, unreadable } = library.summary
    expect(read).toBe(11)
    expect(files + unreadable.length).toBe(11)
    const names = unreadable.map(({ path }) => path.slice(folder.music.length + 1)).sort()
    expect(names).toEqual(['claim.mp3', 'cut.ogg', 'empty.mp3', 'text.flac', 'text.mp3'])
    for (const { reason } of unreadable) expect(english(reason)).toMatch(/^\P{Cc}{10,}$/u)
    expect(await find(library, 'Whole')).toMatchObject({ title: 'Whole' })
    expect((await find(library, 'L'.repeat(1000)))?.title).toBe('L'.repeat(1000))
    expect(await find(library, 'A B C D')).toMatchObject({ title: 'A B C D', artists: ['[31m'] })
    expect(await find(library, 'cut')).toMatchObject({ title: 'cut', artists: [] })
    expect(await find(library, 'blank')).toMatchObject({ title: 'blank', artists: [] })
    expect(await find(library, 'line break')).toMatchObject({ title: 'line break' })
  })
})

describe('the folders', () => {
  test('one that is missing, or a file, is an error with a hint', async () => {
    await using folder = await TestFolder.make({ 'a.mp3': mp3() })
    const missing = folder.open({ folders: [folder.at('nowhere')] })
    await expect(missing).rejects.toThrow(/nowhere.*does not exist/)
    await expect(missing).rejects.toSatisfy(
      (error) => error instanceof UserError && error.hint !== undefined,
    )
    await expect(folder.open({ folders: [folder.at('a.mp3')] })).rejects.toThrow(/is a file/)
  })

  test('given twice, nested, or reached by links, each file counts once', async () => {
    await using folder = await TestFolder.make({
      'a/one.mp3': mp3({ title: 'One' }),
      'a/b/two.mp3': mp3({ title: 'Two' }),
    })
    await symlink(folder.music, folder.at('a/b/round'))
    await symlink(folder.at('a'), folder.at('again'))
    await symlink(folder.at('a/one.mp3'), folder.at('alias.mp3'))
    await symlink(folder.at('nothing.mp3'), folder.at('dangling.mp3'))
    await symlink(folder.at('self.mp3'), folder.at('self.mp3'))
    await using library = await folder.open({
      folders: [folder.at('a/b'), folder.music, folder.music, folder.at('again')],
    })
    expect(library.summary.files).toBe(2)
    const lost = library.summary.unreadable.map(({ path }) => path)
    expect(lost.sort()).toEqual([folder.at('dangling.mp3'), folder.at('self.mp3')])
  })

  test('hidden and system folders, and what is left out, are passed over', async () => {
    await using folder = await TestFolder.make({
      'a.mp3': mp3(),
      '.Trash/b.mp3': mp3(),
      '@eaDir/c.mp3': mp3(),
      'x/$RECYCLE.BIN/d.mp3': mp3(),
      '._a.mp3': mp3(),
      '.38 Special/...Baby One More Time.mp3': mp3(),
      'Keep/e.mp3': mp3(),
      'Keepsakes/f.mp3': mp3(),
      'folder.mp3/g.mp3': mp3(),
    })
    await symlink(folder.at('Keep/e.mp3'), folder.at('into-keep.mp3'))
    await using library = await folder.open({ exclude: [folder.at('Keep')] })
    expect(library.summary.files).toBe(4)
    await using hidden = await folder.open({ folders: [folder.at('.Trash')] })
    expect(hidden.summary.files).toBe(1)
    // What is asked for by name is not left out.
    const keep = folder.at('Keep')
    for (const exclude of [[keep], [folder.music]]) {
      await using kept = await folder.open({ folders: [keep], exclude })
      expect(kept.summary.files).toBe(1)
    }
  })

  test.skipIf(process.platform !== 'linux')('names that are not Unicode are told', async () => {
    await using folder = await TestFolder.make({ 'a.mp3': mp3() })
    const name = Buffer.concat([
      Buffer.from(`${folder.music}/`),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('.mp3'),
    ])
    await writeFile(name, mp3())
    await using library = await folder.open()
    expect(library.summary.files).toBe(1)
    expect(library.summary.unreadable).toMatchObject([{ reason: { code: 'source.file-missing' } }])
  })

  test('composed and decomposed names have one id, unless both are there', async () => {
    const [composed, decomposed] = ['é.mp3'.normalize('NFC'), 'é.mp3'.normalize('NFD')]
    await using one = await TestFolder.make({ [decomposed]: mp3() })
    await using library = await one.open()
    expect(await find(library, 'é')).toMatchObject({
      id: one.at(composed),
      media: { path: one.at(decomposed) },
    })
    await using two = await TestFolder.make({ [composed]: mp3(), [decomposed]: mp3() })
    await using both = await two.open()
    const found = await both.search({ title: 'é', artists: [] }, signal)
    expect(new Set(found.map(({ id }) => id)).size).toBe(both.summary.files)
  })

  test('a run that is stopped stops', async () => {
    await using folder = await TestFolder.make({ 'a.mp3': mp3() })
    await expect(folder.open({ signal: AbortSignal.abort() })).rejects.toThrow(/abort/i)
  })
})

describe('what is remembered', () => {
  const counts = ({ summary: { files, read, reused } }: Library) => [files, read, reused]

  test('is not read again until it changes, and forgotten when it is gone', async () => {
    await using folder = await TestFolder.make({
      'a.mp3': mp3({ title: 'Aaa' }),
      'b.mp3': mp3({ title: 'Bbb' }),
      'c.mp3': mp3({ title: 'Ccc' }),
      'broken.flac': 'no music',
    })
    expect(counts(await folder.open())).toEqual([3, 4, 0])
    const second = await folder.open()
    expect(counts(second)).toEqual([3, 0, 4])
    expect(second.summary.unreadable).toMatchObject([{ path: folder.at('broken.flac') }])

    await folder.write('a.mp3', mp3({ title: 'Longer than before' }))
    await utimes(folder.at('b.mp3'), 1, 1)
    await rm(folder.at('c.mp3'))
    const third = await folder.open()
    expect(counts(third)).toEqual([2, 2, 1])
    expect((await find(third, 'Longer than before'))?.title).toBe('Longer than before')
    expect(await find(third, 'Ccc')).toBeUndefined()
    expect(counts(await folder.open())).toEqual([2, 0, 3])
  })

  test('is believed: the same size and time, the same file', async () => {
    await using folder = await TestFolder.make({ 'a.mp3': mp3({ title: 'Before' }) })
    await utimes(folder.at('a.mp3'), 1, 1)
    await folder.open()
    await folder.write('a.mp3', mp3({ title: 'Behind' }))
    await utimes(folder.at('a.mp3'), 1, 1)
    expect((await find(await folder.open(), 'Before'))?.title).toBe('Before')
  })

  test('stays when another library is opened with the same index', async () => {
    await using folder = await TestFolder.make({ 'x/a.mp3': mp3(), 'xy/b.mp3': mp3() })
    await folder.open()
    expect(counts(await folder.open({ folders: [folder.at('x')] }))).toEqual([1, 0, 1])
    expect(counts(await folder.open({ folders: [folder.at('xy')] }))).toEqual([1, 0, 1])
    await rename(folder.at('x/a.mp3'), folder.at('x/c.mp3'))
    expect(counts(await folder.open())).toEqual([2, 1, 1])
  })

  test.each([
    ['damaged', (path: string) => writeFile(path, 'x'.repeat(5000))],
    ['empty', (path: string) => writeFile(path, '')],
    [
      'damaged in the middle',
      async (path: string) => {
        const bytes = await readFile(path)
        await writeFile(path, bytes.fill(0xee, 4096))
      },
    ],
    [
      'of another version',
      (path: string) => {
        const database = new DatabaseSync(path)
        database.exec('PRAGMA user_version = 999; ALTER TABLE file RENAME TO other')
        database.close()
      },
    ],
    [
      'with other columns',
      (path: string) => {
        const database = new DatabaseSync(path)
        database.exec('ALTER TABLE file RENAME stamp TO other')
        database.close()
      },
    ],
    [
      'with a row of something else',
      (path: string) => {
        const database = new DatabaseSync(path)
        database.exec(`UPDATE file SET reading = '{"kind":"read","facts":{"title":1}}'`)
        database.close()
      },
    ],
    [
      'with a row that makes no sense',
      (path: string) => {
        const database = new DatabaseSync(path)
        database.exec("UPDATE file SET reading = '{'")
        database.close()
      },
    ],
  ])('an index that is %s is made anew', async (_, damage) => {
    await using folder = await TestFolder.make({ 'a.mp3': mp3({ title: 'Aaa' }) })
    const indexFile = join(folder.path, 'index.sqlite')
    await folder.open({ indexFile })
    await damage(indexFile)
    expect(counts(await folder.open({ indexFile }))).toEqual([1, 1, 0])
    expect(counts(await folder.open({ indexFile }))).toEqual([1, 0, 1])
  })

  test('an index that cannot be written is done without', async () => {
    await using folder = await TestFolder.make({ 'a.mp3': mp3() })
    const indexFile = join(folder.at('a.mp3'), 'index.sqlite')
    expect(counts(await folder.open({ indexFile }))).toEqual([1, 1, 0])
    expect(counts(await folder.open({ indexFile }))).toEqual([1, 1, 0])
  })

  test('several processes may build one index at once', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 600 }, (_, at) => [
        `${at}.mp3`,
        mp3({ title: `Song ${at}`, seconds: 0.1 }),
      ]),
    )
    await using folder = await TestFolder.make(files)
    const indexFile = join(folder.path, 'index.sqlite')
    const library = join(import.meta.dirname, '../../src/source/library/library.ts')
    const script = `
      import { openLibrary } from ${JSON.stringify(pathToFileURL(library).href)}
      const library = await openLibrary({
        folders: [${JSON.stringify(folder.music)}],
        indexFile: ${JSON.stringify(indexFile)},
        width: 4,
        signal: new AbortController().signal,
      })
      console.log(library.summary.files)`
    const run = () => execute(process.execPath, ['--input-type=module', '--eval', script])
    const runs = await Promise.all([run(), run(), run()])
    expect(runs.map(({ stdout }) => stdout.trim())).toEqual(['600', '600', '600'])
    expect(counts(await folder.open({ indexFile }))).toEqual([600, 0, 600])
  })

  test('what is of another kind is counted by kind, and what lies beside music is not', async () => {
    const names = ['a.mid', 'b.MID', 'x/c.mod', 'cover.jpg', 'album.nfo', 'list.m3u8', 'song.lrc']
    const others = ['.DS_Store', '.hidden.xm', 'Thumbs.db', 'README', 'Mr. Blue Sky', 'notes.txt']
    const files = Object.fromEntries([...names, ...others].map((name) => [name, 'x']))
    await using folder = await TestFolder.make({ ...files, 'a.mp3': mp3() })
    const { summary } = await folder.open()
    const left = { files: 3, kinds: ['.mid 2', '.mod 1'], more: 0 }
    expect(summary.notes).toEqual([reason('source.kinds-left-out', left)])
    expect(english(reason('source.kinds-left-out', left))).toBe(
      '3 files of kinds that hold no music we can read: .mid 2, .mod 1',
    )
  })

  test('progress is told, to the end', async () => {
    await using folder = await TestFolder.make({ 'a.mp3': mp3(), 'b/c.mp3': mp3() })
    const told: (readonly [number, number | undefined])[] = []
    await folder.open({ onProgress: (done, total) => told.push([done, total]) })
    expect(told.at(0)?.[1]).toBeUndefined()
    expect(told.at(-1)).toEqual([2, 2])
  })
})

describeShared('real music', 'data/music', () => {
  test('20 files are read with their names and lengths, once', async () => {
    await using folder = await TestFolder.make()
    const folders = [shared('data/music')]
    await using library = await folder.open({ folders })
    const none = { unreadable: [], notes: [] }
    expect(library.summary).toEqual({ files: 20, read: 20, reused: 0, ...none })
    await using again = await folder.open({ folders })
    expect(again.summary).toEqual({ files: 20, read: 0, reused: 20, ...none })
    // Lengths as a count of all samples gives them.
    const lengths: Readonly<Record<string, readonly [artist: string, durationMs: number]>> = {
      'A New Journey': ['Maxstack', 327_273],
      Aberrations: ['Maxstack', 309_600],
      'Apex Aleph': ['Maxstack', 104_463],
      'By-Product': ['Maxstack', 291_556],
      'Chimes They Fade': ['Maxstack', 42_667],
      Armygeddon: ['Muldjord', 197_647],
      'Chaos God': ['Muldjord', 183_529],
      'Internal Degeneration (fof rhythm)': ['Muldjord', 223_579],
      'Mutilated Mime': ['Muldjord', 193_667],
    }
    for (const [title, [artist, durationMs]] of Object.entries(lengths)) {
      const recording = await find(again, title)
      expect(recording).toMatchObject({ title, artists: [artist], durationMs })
      expect(recording?.licence).toBe(
        artist === 'Maxstack' ? 'http://creativecommons.org/licenses/by-sa/3.0/' : undefined,
      )
    }
  })
})
