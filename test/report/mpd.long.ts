import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createConnection, type Socket } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startBackup } from '../support/backup.ts'
import { makeTempDir } from '../support/program.ts'
import { makeTune } from '../support/sound.ts'

const isThere = (() => {
  try {
    execFileSync('mpd', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    console.warn('SKIPPED, no mpd (Debian): a player plays the list with its missing entries')
    return false
  }
})()

describe.skipIf(!isThere)('MPD', () => {
  test('plays the list that the archive has, passing over what is missing', async () => {
    const dir = await makeTempDir()
    await mkdir(join(dir, 'Music'))
    const titles = ['Amber', 'Basalt', 'Cedar', 'Dune', 'Ember']
    for (const [at, title] of titles.entries())
      if (at % 2 === 1)
        await writeFile(join(dir, `Music/The Testers - ${title}.wav`), makeTune(4, at))
    await writeFile(join(dir, 'list.csv'), listOf(titles))
    for await (const _ of startBackup(dir)) void _

    await using mpd = await startMpd(dir)
    await mpd.ask('update')
    while ((await mpd.ask('status')).includes('updating_db: ')) await sleep(50)
    const listed = await mpd.ask('listplaylist "list/playlist.m3u8"')
    expect(listed.filter((line) => line.startsWith('file: '))).toEqual([
      'file: list/02 The Testers - Basalt.mp3',
      'file: list/04 The Testers - Dune.mp3',
    ])
    await mpd.ask('load "list/playlist.m3u8"')
    expect(await mpd.ask('status')).toContain('playlistlength: 2')
    const played = new Set<string>()
    await mpd.ask('play 0')
    for (let at = 0; at < 300 && played.size < 2; at++) {
      const current = await mpd.ask('currentsong')
      const status = await mpd.ask('status')
      const elapsed = Number(status.find((line) => line.startsWith('elapsed: '))?.slice(9))
      const title = current.find((line) => line.startsWith('Title: '))
      if (status.includes('state: play') && elapsed > 0 && title) played.add(title)
      await sleep(50)
    }
    expect([...played]).toEqual(['Title: Basalt', 'Title: Dune'])
    expect((await mpd.ask('status')).filter((line) => line.startsWith('error'))).toEqual([])
  })
})

const listOf = (titles: readonly string[]) =>
  ['Title,Artist', ...titles.map((title) => `${title},The Testers`), ''].join('\n')

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A player that makes no noise, for this archive alone, behind a socket in the test's own folder. */
async function startMpd(dir: string) {
  const socketPath = join(dir, 'mpd.socket')
  const settings = {
    music_directory: join(dir, 'Keep'),
    playlist_directory: join(dir, 'Keep'),
    db_file: join(dir, 'mpd.database'),
    state_file: join(dir, 'mpd.state'),
    bind_to_address: socketPath,
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} "${value}"`)
  const output = 'audio_output {\ntype "null"\nname "silence"\n}'
  await writeFile(join(dir, 'mpd.conf'), [...lines, output, ''].join('\n'))
  const child = spawn('mpd', ['--no-daemon', '--stderr', join(dir, 'mpd.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said: string[] = []
  child.stderr.on('data', (data) => said.push(String(data)))
  const socket = await connect(socketPath, said)
  return {
    ask: (command: string) => ask(socket, command),
    async [Symbol.asyncDispose]() {
      socket.destroy()
      child.kill()
      await once(child, 'exit')
    },
  }
}

async function connect(path: string, said: readonly string[]): Promise<Socket> {
  for (let at = 0; at < 100; at++) {
    const socket = createConnection(path)
    const opened = await Promise.race([
      once(socket, 'data').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false)
    if (opened) return socket
    await sleep(50)
  }
  throw new Error(`MPD does not answer: ${said.join('')}`)
}

/** The lines of an answer, without its end; throws what MPD complains of. */
async function ask(socket: Socket, command: string): Promise<readonly string[]> {
  socket.write(`${command}\n`)
  let text = ''
  while (!/^(?:OK|ACK .*)\n$/m.test(text)) text += String((await once(socket, 'data'))[0])
  if (/^ACK /m.test(text)) throw new Error(`${command}: ${text}`)
  return text.split('\n').slice(0, -2)
}
