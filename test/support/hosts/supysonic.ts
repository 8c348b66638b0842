import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, onTestFinished } from 'vitest'

const PYTHON = '/usr/bin/python3'

/** Debian has the application without a server for it: Flask's own will do. */
const SERVE = `import sys
from werkzeug.serving import run_simple
from supysonic.web import create_application
run_simple('127.0.0.1', int(sys.argv[1]), create_application(), threaded=True)`

const isThere = (() => {
  const found = spawnSync(PYTHON, ['-c', 'import supysonic.web'], { stdio: 'ignore' }).status === 0
  if (!found) console.warn('SKIPPED, no supysonic (Debian): tests with a real Subsonic server')
  return found
})()

export const describeSupysonic = (name: string, tests: () => void) =>
  describe.skipIf(!isThere)(`${name} (supysonic)`, tests)

export const USER = 'ann'
export const PASSWORD = 'correct horse & battery'

export interface Supysonic {
  /** `http://127.0.0.1:4711` */
  readonly base: string
  /** What it answers to a method of its API. */
  ask(
    method: string,
    query: readonly (readonly [string, string])[],
  ): Promise<Readonly<Record<string, unknown>>>
  /** Takes in what has come into the folder. */
  scan(): void
}

/** A real Subsonic server on loopback with this folder of music, ended when the test ends. */
export async function startSupysonic(dir: string, music: string): Promise<Supysonic> {
  const home = join(dir, 'supysonic')
  await mkdir(home, { recursive: true })
  const config = [
    '[base]',
    `database_uri = sqlite:///${home}/supysonic.db`,
    '[webapp]',
    `cache_dir = ${home}/cache`,
    'mount_webui = off',
    '[daemon]',
    `socket = ${home}/daemon.sock`,
  ]
  await writeFile(join(home, 'supysonic.conf'), `${config.join('\n')}\n`)
  const options = { cwd: home, env: { ...process.env, HOME: home }, stdio: 'ignore' } as const
  const run = (...args: readonly string[]) => execFileSync('supysonic-cli', args, options)
  run('user', 'add', USER, '--password', PASSWORD)
  run('folder', 'add', 'music', music)
  run('folder', 'scan', 'music', '--foreground')
  const port = await findFreePort()
  const server = spawn(PYTHON, ['-c', SERVE, String(port)], options)
  onTestFinished(() => void server.kill('SIGKILL'))
  const base = `http://127.0.0.1:${port}`
  await untilAnswered(base)
  const ask: Supysonic['ask'] = async (method, query) => {
    const login = { u: USER, p: PASSWORD, c: 'test', v: '1.10.2', f: 'json' }
    const form = new URLSearchParams(login)
    for (const [name, value] of query) form.append(name, value)
    return JSON.parse(await fetchText(`${base}/rest/${method}.view?${form}`))['subsonic-response']
  }
  return { base, ask, scan: () => void run('folder', 'scan', 'music', '--foreground') }
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

async function untilAnswered(base: string): Promise<void> {
  for (let time = 0; time < 200; time++) {
    const answer = await fetchText(`${base}/rest/ping.view`).catch(() => undefined)
    if (answer !== undefined) return
    await setTimeout(100)
  }
  throw new Error('supysonic does not start')
}

const fetchText = (url: string) =>
  new Promise<string>((resolve, reject) => {
    get(url, async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      resolve(Buffer.concat(chunks).toString())
    }).on('error', reject)
  })
