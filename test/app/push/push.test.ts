import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type PushOptions, pushArchive } from '../../../src/app/push/push-archive.ts'
import type { PushedList } from '../../../src/app/push/push-list.ts'
import { BEN, guid, JELLYFIN, JELLYFIN_KEY, makeJellyfin } from '../../support/hosts/jellyfin.ts'
import { makeListenBrainz, mbidOf, TOKEN } from '../../support/hosts/listenbrainz.ts'
import { refusalOf } from '../../support/hosts/own-server.ts'
import { makeClock, type Say } from '../../support/hosts/replay.ts'
import { startStrictReplay } from '../../support/hosts/strict.ts'
import { ANN, type MadeSubsonic, makeSubsonic, SUBSONIC } from '../../support/hosts/subsonic.ts'
import { listFiles, makeTempDir } from '../../support/program.ts'

const { signal } = new AbortController()

interface Entry {
  readonly title: string
  readonly artist?: string
  readonly isrc?: string
  readonly uri?: string
  /** Of a kept file, below the archive. */
  readonly kept?: string
  /** The user's own file that was kept. */
  readonly source?: string
  readonly mbid?: string
}

/** An archive of reports alone: nothing else of it is read. */
async function makeArchive(lists: Readonly<Record<string, readonly Entry[]>>, uri?: string) {
  const dir = await makeTempDir()
  await writeFile(join(dir, 'inventory.jsonl'), '')
  for (const [name, entries] of Object.entries(lists)) {
    await mkdir(join(dir, name))
    const outcomes = entries.map(({ title, artist, isrc, uri: link, kept, source, mbid }, at) => ({
      position: at + 1,
      kind: kept === undefined ? 'not-found' : 'kept',
      track: { title, artists: artist === undefined ? [] : [artist], isrc, uri: link },
      kept: kept && { path: kept, chosen: { source: 'library', id: source ?? '/x/y.mp3' } },
      known: mbid && { recording: { id: mbid } },
    }))
    const report = { playlist: { name, format: 'csv', uri, entries: outcomes.length }, outcomes }
    await writeFile(join(dir, name, 'report.json'), JSON.stringify(report))
  }
  return dir
}

async function push(archive: string, say: Say, options: Partial<PushOptions> = {}) {
  const replay = await startStrictReplay(say)
  onTestFinished(() => replay[Symbol.asyncDispose]())
  const environment = {
    cacheDir: join(archive, 'cache'),
    processors: 1,
    network: replay.network,
    clock: makeClock(),
    keys: { SONGKEEP_LISTENBRAINZ_TOKEN: TOKEN },
  }
  const to = { kind: 'subsonic', base: SUBSONIC, credentials: ANN } as const
  const pushed: PushedList[] = []
  const all = { archive, to, isWritten: true, ...options }
  for await (const list of pushArchive(all, environment, signal)) pushed.push(list)
  return { pushed, first: pushed[0], asked: replay.asked }
}

const WRITES = ['createPlaylist', 'updatePlaylist']
const writesOf = (methods: readonly string[]) => methods.filter((each) => WRITES.includes(each))

const songs = [
  { id: 'by-path', title: 'track 7', path: 'Evening/01 Mira - Amber.mp3' },
  { id: 'by-source', title: 'track 8', path: 'music/Mira/Harbour/03.flac' },
  { id: 'by-isrc', title: 'Shore', artist: 'Mira', isrc: ['QZTST1400003'] },
  { id: 'by-mbid', title: 'Bay', artist: 'Mira', musicBrainzId: mbidOf(4) },
  { id: 'by-names', title: 'Tide', artist: 'The Lanterns', album: 'Harbour' },
  { id: 'live', title: 'Wave (Live)', artist: 'The Lanterns' },
  { id: 'twin-1', title: 'Twin', artist: 'Mira', duration: 100 },
  { id: 'twin-2', title: 'Twin', artist: 'Mira', duration: 300 },
  { id: 'other', title: 'My own', artist: 'Somebody' },
]
const entries: readonly Entry[] = [
  { title: 'Amber', artist: 'Mira', kept: 'Evening/01 Mira - Amber.mp3' },
  {
    title: 'Bell',
    artist: 'Mira',
    kept: 'Evening/02 x.mp3',
    source: '/m/music/Mira/Harbour/03.flac',
  },
  { title: 'Shore', artist: 'Mira', isrc: 'QZTST1400003' },
  { title: 'Bay', artist: 'Mira', mbid: mbidOf(4) },
  { title: 'Tide', artist: 'The Lanterns' },
  { title: 'Wave', artist: 'The Lanterns' },
  { title: 'Not there', artist: 'Nobody' },
]
const found = ['by-path', 'by-source', 'by-isrc', 'by-mbid', 'by-names']

const subsonic = (more: Partial<MadeSubsonic> = {}) => makeSubsonic({ songs, ...more })

describe('at a Subsonic server', () => {
  test('a list is made of what is there, found by path, number and names; the rest is told', async () => {
    const archive = await makeArchive({ Evening: entries })
    const before = await listFiles(archive)
    const { say, lists } = subsonic()
    const { first } = await push(archive, say)
    expect(lists).toMatchObject([{ name: 'Evening', owner: 'ann', songs: found }])
    expect(first).toMatchObject({
      action: 'made',
      added: 5,
      others: 0,
      notes: [],
      found: { path: 2, isrc: 1, mbid: 1, names: 1 },
    })
    // Another version is not the song, whether or not it is told as a doubt.
    expect(first?.missing.map(({ position }) => position)).toEqual([6, 7])
    expect(first?.missing[1]?.why.code).toBe('app.push-not-there')
    expect(await listFiles(archive)).toEqual(before)
  })

  test('without --write all of it is told, and nothing changed', async () => {
    const archive = await makeArchive({ Evening: entries })
    const { say, lists, methods } = subsonic()
    const { first } = await push(archive, say, { isWritten: false })
    expect(first).toMatchObject({ action: 'made', added: 5 })
    expect(first?.missing).toHaveLength(2)
    expect(lists).toEqual([])
    expect(writesOf(methods)).toEqual([])
  })

  test('the user’s own list of that name is given what it lacks, and loses nothing', async () => {
    const archive = await makeArchive({ Evening: entries })
    const mine = { id: 'p1', name: 'Evening', owner: 'ann', songs: ['other', 'by-path', 'live'] }
    const { say, lists, methods } = subsonic({ lists: [mine] })
    const { first } = await push(archive, say)
    expect(first).toMatchObject({ action: 'changed', added: 4, songs: 5, others: 2, notes: [] })
    expect(lists[0]?.songs).toEqual(['other', 'by-path', 'live', ...found.slice(1)])
    expect(writesOf(methods)).toEqual(['updatePlaylist'])
    const again = await push(archive, say)
    expect(again.first).toMatchObject({ action: 'same', added: 0 })
    expect(writesOf(methods)).toEqual(['updatePlaylist'])
  })

  test('a song in the middle is put there by giving the whole list at once', async () => {
    const archive = await makeArchive({ Evening: entries })
    const rest = [...found.slice(0, 2), 'other', ...found.slice(3)]
    const mine = { id: 'p1', name: 'Evening', owner: 'ann', songs: rest }
    const { say, lists } = subsonic({ lists: [mine] })
    const { first } = await push(archive, say)
    expect(first).toMatchObject({ action: 'changed', added: 1, notes: [] })
    expect(lists[0]?.songs).toEqual(['by-path', 'by-source', 'by-isrc', 'other', ...found.slice(3)])
  })

  test.each([
    ['of another', [{ id: 'p1', name: 'Evening', owner: 'bob', songs: ['other'] }]],
    ['of another name', [{ id: 'p1', name: 'Morning', owner: 'ann', songs: ['other'] }]],
  ])('a list %s is left alone', async (_, lists) => {
    const archive = await makeArchive({ Evening: entries })
    const double = subsonic({ lists })
    const { first } = await push(archive, double.say)
    expect(first?.action).toBe('made')
    expect(double.lists[0]?.songs).toEqual(['other'])
    expect(double.lists).toHaveLength(2)
  })

  test('of two lists of one name neither is touched', async () => {
    const archive = await makeArchive({ Evening: entries })
    const lists = ['p1', 'p2'].map((id) => ({ id, name: 'Evening', owner: 'ann', songs: [] }))
    const { say, methods } = subsonic({ lists })
    const { first } = await push(archive, say)
    expect(first).toMatchObject({
      action: 'refused',
      notes: [{ code: 'app.push-several-lists' }],
    })
    expect(writesOf(methods)).toEqual([])
  })

  test('what the server refuses of one list is told of it, and the others go on', async () => {
    const archive = await makeArchive({ Evening: entries, Morning: entries })
    const mine = { id: 'p1', name: 'Evening', owner: '', songs: ['other'] }
    const { say, lists } = subsonic({ lists: [mine] })
    const { pushed } = await push(archive, say)
    expect(pushed).toMatchObject([
      { name: 'Evening', action: 'refused', notes: [{ code: 'playlist.server-not-allowed' }] },
      { name: 'Morning', action: 'made', added: 5 },
    ])
    expect(lists[0]?.songs).toEqual(['other'])
  })

  test('a list that came from there goes back there, whatever it is called, song by song', async () => {
    const entry = { title: 'Another name', uri: `subsonic:${SUBSONIC}/?song=live` }
    const elsewhere = { title: 'Nothing', uri: 'subsonic:https://evil.example/?song=other' }
    const archive = await makeArchive(
      { Renamed: [entry, elsewhere] },
      `subsonic:${SUBSONIC}/?list=p1`,
    )
    const mine = { id: 'p1', name: 'Evening', owner: 'ann', songs: ['other'] }
    const { say, lists } = subsonic({ lists: [mine] })
    const { first } = await push(archive, say)
    expect(lists).toMatchObject([{ name: 'Evening', songs: ['other', 'live'] }])
    expect(first).toMatchObject({ found: { song: 1 }, missing: [{ position: 2 }] })
  })

  test('a song that several fit is not guessed; another version is not taken', async () => {
    const archive = await makeArchive({
      Evening: [
        { title: 'Twin', artist: 'Mira' },
        { title: 'Wave', artist: 'The Lanterns' },
      ],
    })
    const { first } = await push(archive, subsonic().say)
    expect(first?.action).toBe('same')
    expect(first?.missing).toHaveLength(2)
    expect(first?.missing[0]?.why.code).toBe('app.push-unsure')
  })

  test('a folder that says little decides nothing against the names', async () => {
    const far = [{ id: 'x', title: 'Something else', artist: 'Other', path: 'CD1/01.mp3' }]
    const entry = { title: 'Amber', artist: 'Mira', kept: 'E/1.mp3', source: '/m/Mira/CD1/01.mp3' }
    const archive = await makeArchive({ Evening: [entry] })
    const { first } = await push(archive, subsonic({ songs: far }).say)
    expect(first?.missing).toHaveLength(1)
  })

  test('a server that does not give all songs is asked for each', async () => {
    const archive = await makeArchive({ Evening: [entries[4] ?? { title: '' }] })
    const { say, lists } = subsonic({ givesAll: false })
    await push(archive, say)
    expect(lists).toMatchObject([{ songs: ['by-names'] }])
  })

  test('only the playlist of that name; one that is not there is told', async () => {
    const archive = await makeArchive({ Evening: entries, Morning: entries })
    const { pushed } = await push(archive, subsonic().say, { only: 'Morning' })
    expect(pushed.map(({ name }) => name)).toEqual(['Morning'])
    const gone = push(archive, subsonic().say, { only: 'Noon' })
    expect((await refusalOf(gone)).reason.code).toBe('archive.no-such-playlist')
  })

  test('what does not stand there afterwards is told', async () => {
    const archive = await makeArchive({ Evening: entries })
    const ok = { body: JSON.stringify({ 'subsonic-response': { status: 'ok' } }) }
    const instead = (method: string) => (WRITES.includes(method) ? ok : undefined)
    const none = await push(archive, subsonic({ instead }).say)
    expect(none.first?.notes).toMatchObject([{ code: 'app.push-not-made' }])
    const mine = { id: 'p1', name: 'Evening', owner: 'ann', songs: ['other'] }
    const lost = await push(archive, subsonic({ instead, lists: [mine] }).say)
    expect(lost.first?.notes).toMatchObject([{ code: 'app.push-lost', params: { songs: 5 } }])
  })

  test('a long list goes in one form', async () => {
    const many = Array.from({ length: 1200 }, (_, at) => ({
      id: `song-${at}`,
      title: `Number ${at}`,
      artist: `Artist ${at}`,
    }))
    const archive = await makeArchive({ Long: many.slice(0, 900) })
    const { say, lists, methods } = subsonic({ songs: many })
    const { first } = await push(archive, say)
    expect(first).toMatchObject({ added: 900, missing: [] })
    expect(lists[0]?.songs).toHaveLength(900)
    expect(writesOf(methods)).toHaveLength(1)
  })
})

describe('at a Jellyfin server', () => {
  const items = [1, 2, 3, 4].map((number) => ({
    Id: guid(number + 10),
    Name: `Song ${number}`,
    Type: 'Audio',
    Artists: ['Mira'],
    Path: `/music/Mira/0${number}.flac`,
  }))
  const wanted = [1, 2, 3].map((number) => ({ title: `Song ${number}`, artist: 'Mira' }))
  const to = { kind: 'jellyfin', base: JELLYFIN } as const
  const byPassword = { to: { ...to, credentials: BEN } }
  const byKey = { to: { ...to, credentials: { user: 'Ben', apiKey: JELLYFIN_KEY } } }

  test.each([
    ['a password', byPassword],
    ['an API key', byKey],
  ])('a list is made with %s; a song that is wanted twice stands once', async (_, options) => {
    const archive = await makeArchive({ Evening: [...wanted, wanted[0] ?? { title: '' }] })
    const { say, lists, sessions } = makeJellyfin(items)
    const { first } = await push(archive, say, options)
    expect(lists).toMatchObject([{ name: 'Evening', items: [guid(11), guid(12), guid(13)] }])
    expect(first).toMatchObject({ action: 'made', notes: [], missing: [] })
    expect(sessions.size).toBe(1)
  })

  test('a song goes to its place among those that are there', async () => {
    const archive = await makeArchive({ Evening: wanted })
    const mine = { id: guid(50), name: 'Evening', items: [guid(11), guid(14), guid(13)] }
    const { say, lists } = makeJellyfin(items, [mine])
    const { first } = await push(archive, say, byPassword)
    expect(lists[0]?.items).toEqual([guid(11), guid(12), guid(14), guid(13)])
    expect(first).toMatchObject({ action: 'changed', added: 1, others: 1, notes: [] })
  })

  test('by a key it stays at the end, and that is told', async () => {
    const archive = await makeArchive({ Evening: wanted })
    const mine = { id: guid(50), name: 'Evening', items: [guid(11), guid(13)] }
    const { say, lists } = makeJellyfin(items, [mine])
    const { first } = await push(archive, say, byKey)
    expect(lists[0]?.items).toEqual([guid(11), guid(13), guid(12)])
    expect(first?.notes).toMatchObject([{ code: 'app.push-order' }])
  })

  test('many are added by fifty', async () => {
    const many = Array.from({ length: 130 }, (_, at) => ({
      ...items[0],
      Id: guid(at + 2000),
      Name: `Number ${at}`,
      Type: 'Audio',
      Path: `/music/x/${at}.flac`,
    }))
    const list = many.map(({ Name }) => ({ title: Name, artist: 'Mira' }))
    const archive = await makeArchive({ Long: list })
    const { say, lists } = makeJellyfin(many)
    const { first } = await push(archive, say, byPassword)
    expect(first).toMatchObject({ added: 130, missing: [], notes: [] })
    expect(lists[0]?.items).toEqual(many.map(({ Id }) => Id))
  })
})

describe('at ListenBrainz', () => {
  const to = { to: 'listenbrainz' } as const

  test('a private list is made of what has an MBID', async () => {
    const archive = await makeArchive({
      Evening: [
        { title: 'Bay', mbid: mbidOf(1) },
        { title: 'Shore', uri: `https://musicbrainz.org/recording/${mbidOf(2)}` },
        { title: 'Without' },
      ],
    })
    const { say, lists } = makeListenBrainz()
    const { first } = await push(archive, say, to)
    expect(lists).toMatchObject([
      { title: 'Evening', isPublic: false, songs: [mbidOf(1), mbidOf(2)] },
    ])
    expect(first).toMatchObject({ action: 'made', missing: [{ position: 3 }], notes: [] })
  })

  test('each goes to its place in the user’s own list, a hundred at a time', async () => {
    const all = Array.from({ length: 250 }, (_, at) => ({ title: `${at}`, mbid: mbidOf(at) }))
    const archive = await makeArchive({ Evening: all })
    const mine = { id: mbidOf(800), title: 'Evening', songs: [mbidOf(0), mbidOf(999), mbidOf(249)] }
    const { say, lists } = makeListenBrainz([mine])
    const { first } = await push(archive, say, to)
    const ids = all.map(({ mbid }) => mbid)
    expect(lists[0]?.songs).toEqual([...ids.slice(0, 249), mbidOf(999), mbidOf(249)])
    expect(first).toMatchObject({ action: 'changed', added: 248, others: 1, notes: [] })
  })

  test('a list that came from there goes back there', async () => {
    const uri = `https://listenbrainz.org/playlist/${mbidOf(800)}`
    const archive = await makeArchive({ Renamed: [{ title: 'Bay', mbid: mbidOf(1) }] }, uri)
    const { say, lists } = makeListenBrainz([{ id: mbidOf(800), title: 'Evening', songs: [] }])
    await push(archive, say, to)
    expect(lists).toMatchObject([{ title: 'Evening', songs: [mbidOf(1)] }])
  })
})

test('offline nothing is asked', async () => {
  const archive = await makeArchive({ Evening: entries })
  const environment = { cacheDir: archive, processors: 1, offline: true }
  const options = { archive, to: 'listenbrainz', isWritten: true } as const
  const run = pushArchive(options, environment, signal).next()
  expect((await refusalOf(run)).reason.code).toBe('app.push-offline')
  const keyless = pushArchive(options, { ...environment, offline: false }, signal).next()
  expect((await refusalOf(keyless)).reason.code).toBe('app.push-needs-token')
})
