import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startBackup } from '../support/backup.ts'
import { describeSupysonic, PASSWORD, startSupysonic, USER } from '../support/hosts/supysonic.ts'
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
})
