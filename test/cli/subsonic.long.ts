import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startBackup } from '../support/backup.ts'
import {
  describeSupysonic,
  PASSWORD,
  type Supysonic,
  startSupysonic,
  USER,
} from '../support/hosts/supysonic.ts'
import { listFiles, makeTempDir, startProgram } from '../support/program.ts'
import { makeWav } from '../support/sound.ts'

/** A server that plays an archive of three songs, and has a list of its own. */
async function open() {
  const dir = await makeTempDir()
  await mkdir(join(dir, 'Music'))
  const names = [1, 2, 3].map((number) => `Song ${number}`)
  for (const [at, name] of names.entries())
    await writeFile(join(dir, 'Music', `The Testers - ${name}.wav`), makeWav(1, at))
  const rows = names.map((name) => `${name},The Testers,Sketches`)
  await writeFile(join(dir, 'list.csv'), `${['Title,Artist,Album', ...rows].join('\n')}\n`)
  for await (const _ of startBackup(dir, { format: 'flac' }));
  const server = await startSupysonic(dir, join(dir, 'Keep'))
  const run = (args: readonly string[], variables: NodeJS.ProcessEnv = {}) =>
    startProgram(args, join(dir, 'cache'), '', {
      SONGKEEP_OFFLINE: '',
      SONGKEEP_SUBSONIC_USER: USER,
      SONGKEEP_SUBSONIC_PASSWORD: PASSWORD,
      ...variables,
    }).ended
  return { dir, server, run, address: `subsonic:${server.base}` }
}

interface Found {
  readonly song: readonly { readonly id: string; readonly title: string }[]
}

describeSupysonic('a server of the user’s own', () => {
  test('gives its lists to the command line', async () => {
    const { dir, server, run, address } = await open()
    const { searchResult3 } = await server.ask('search3', [['query', '']])
    const { song } = searchResult3 as Found
    const ids = ['Song 3', 'Song 1', 'Song 3'].map(
      (wanted) => song.find(({ title }) => title === wanted)?.id ?? '',
    )
    const songId = ids.map((id) => ['songId', id] as const)
    await server.ask('createPlaylist', [['name', 'Evening'], ...songId])
    const rest = ['-l', join(dir, 'Music'), '-i', join(dir, 'Back')]
    const { code, stdout, stderr } = await run(['backup', '--from', address, ...rest])
    expect(stdout + stderr).not.toContain(PASSWORD)
    expect(code, stderr).toBe(0)
    expect(await listFiles(join(dir, 'Back'))).toEqual(
      expect.arrayContaining([
        'Evening/01 The Testers - Song 3.mp3',
        'Evening/02 The Testers - Song 1.mp3',
      ]),
    )
    const wrong = await run(['backup', '--from', address, ...rest], {
      SONGKEEP_SUBSONIC_PASSWORD: 'wrong',
    })
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toContain('127.0.0.1')
  })

  test('takes the lists of an archive, gives them back, and keeps what is its own', async () => {
    const { dir, server, run, address } = await open()
    const keep = join(dir, 'Keep')
    const push = (...more: readonly string[]) => run(['push', keep, '--to', address, ...more])
    const dry = await push('--json')
    expect(dry.code, dry.stderr).toBe(0)
    expect(JSON.parse(dry.stdout)).toMatchObject({ action: 'made', added: 3, found: { path: 3 } })
    expect(await listsOf(server)).toEqual([])

    const written = await push('--write')
    expect(written.code, written.stderr).toBe(0)
    expect(written.stdout + written.stderr).not.toContain(PASSWORD)
    const [list] = await listsOf(server)
    expect(list).toMatchObject({ name: 'list', songCount: 3 })
    expect(await titlesOf(server, list?.id)).toEqual(['Song 1', 'Song 2', 'Song 3'])
    const same = await push('--write', '--json')
    expect(JSON.parse(same.stdout)).toMatchObject({ action: 'same', added: 0 })

    // Somebody takes one out and puts another in: the one comes back to its place, the other stays.
    const [, , third = ''] = await idsOf(server, list?.id)
    const change = [
      ['playlistId', list?.id ?? ''],
      ['songIndexToRemove', '1'],
      ['songIdToAdd', third],
    ] as const
    await server.ask('updatePlaylist', change)
    expect(await titlesOf(server, list?.id)).toEqual(['Song 1', 'Song 3', 'Song 3'])
    const mended = await push('--write', '--json')
    expect(JSON.parse(mended.stdout)).toMatchObject({ action: 'changed', added: 1, others: 1 })
    expect(await titlesOf(server, list?.id)).toEqual(['Song 1', 'Song 2', 'Song 3', 'Song 3'])

    const rest = ['-l', keep, '-i', join(dir, 'Back'), '--dry-run', '--json']
    const back = await run(['backup', '--from', address, '--playlist', 'list', ...rest])
    expect(back.code, back.stderr).toBe(0)
    const events = back.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const outcomes = events.filter(({ kind }) => kind === 'outcome')
    expect(outcomes.map(({ outcome }) => outcome.kind)).toEqual(Array(4).fill('would-keep'))
  })
})

const listsOf = async (server: Supysonic) => {
  const { playlists } = await server.ask('getPlaylists', [])
  return (playlists as { playlist?: { id: string; name: string }[] }).playlist ?? []
}

const songsOf = async (server: Supysonic, id = '') => {
  const { playlist } = await server.ask('getPlaylist', [['id', id]])
  return (playlist as { entry: { id: string; title: string }[] }).entry
}

const titlesOf = async (server: Supysonic, id?: string) =>
  (await songsOf(server, id)).map(({ title }) => title)

const idsOf = async (server: Supysonic, id?: string) =>
  (await songsOf(server, id)).map((song) => song.id)
