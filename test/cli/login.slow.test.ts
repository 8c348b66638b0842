import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { CLIENT_ID } from '../support/hosts/spotify.ts'
import { listFiles, makeTempDir } from '../support/program.ts'
import { visit } from '../support/visit.ts'

const bin = join(import.meta.dirname, '../../bin/songkeep.js')

/** The real program, until it shows where to say yes. Nothing is asked of Spotify before the user has answered. */
async function startLogin() {
  const dir = await makeTempDir()
  const child = spawn(process.execPath, [bin, 'login', 'spotify'], {
    env: {
      PATH: process.env.PATH,
      SONGKEEP_CONFIG: join(dir, 'config'),
      SONGKEEP_CACHE: join(dir, 'cache'),
      SONGKEEP_SPOTIFY_CLIENT_ID: CLIENT_ID,
    },
  })
  onTestFinished(() => void child.kill())
  let said = ''
  const shown = Promise.withResolvers<URL>()
  const hear = (chunk: Buffer) => {
    said += chunk
    const address = /https:\/\/accounts\.spotify\.com\S+(?=\s)/.exec(said)?.[0]
    if (address) shown.resolve(new URL(address))
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const { searchParams } = await shown.promise
  const answer = new URL(searchParams.get('redirect_uri') ?? '')
  const query = { error: 'access_denied', state: searchParams.get('state') ?? '' }
  answer.search = new URLSearchParams(query).toString()
  return { child, ended, answer: answer.href, said: () => said, dir }
}

test('an answer that is pasted ends it, and other lines are told to be none', async () => {
  const { child, ended, answer, said, dir } = await startLogin()
  child.stdin.write(`what?\n${answer.replace('state=', 'state=x')}\n${answer}\n`)
  expect(await ended).toBe(2)
  expect(said().match(/not the right address/g)).toHaveLength(2)
  expect(said()).toMatch(/songkeep: The login was refused in the browser\.\n$/)
  // The program's own code, compiled, is all that is remembered.
  const remembered = (await listFiles(dir)).filter((path) => !path.startsWith('cache/compiled/'))
  expect(remembered).toEqual([])
})

test('an answer from a browser on this machine ends it, with standard input still open or closed', async () => {
  for (const isOpen of [true, false]) {
    const { child, ended, answer, said } = await startLogin()
    if (!isOpen) child.stdin.end()
    expect((await visit(answer)).status).toBe(200)
    expect(await ended).toBe(2)
    expect(said()).toMatch(/refused in the browser/)
  }
})

test('Ctrl-C ends it', async () => {
  const { child, ended } = await startLogin()
  child.kill('SIGINT')
  expect(await ended).toBe(130)
})
