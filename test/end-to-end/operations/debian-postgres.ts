import { spawn, spawnSync } from 'node:child_process'
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

export interface DebianPostgres extends AsyncDisposable {
  /** Where its `pg_dump` and `pg_restore` lie. */
  readonly bin: string
  url(database: string): string
  create(database: string): void
}

/**
 * A server of this machine's own PostgreSQL with the tools of its version: what comes from npm has no `pg_dump`.
 * Undefined where there is none.
 */
export async function startDebianPostgres(): Promise<DebianPostgres | undefined> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => [])
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0]
  const bin = `/usr/lib/postgresql/${newest}/bin`
  if (spawnSync(join(bin, 'postgres'), ['--version']).error) return undefined
  // It does not run as root.
  const user = userInfo().uid === 0 ? idsOf('postgres') : undefined
  const dir = await mkdtemp(join(tmpdir(), 'songkeep-postgres-'))
  if (user) await chown(dir, user.uid, user.gid)
  const data = join(dir, 'data')
  const run = (name: string, ...args: string[]) => {
    const { status, stderr } = spawnSync(join(bin, name), args, {
      encoding: 'utf8',
      cwd: dir,
      ...user,
    })
    if (status !== 0) throw new Error(`${name}: ${stderr}`)
  }
  run('initdb', '-D', data, '-U', 'songkeep', '--auth=trust', '--no-sync', '--encoding=UTF8')
  const port = await findFreePort()
  const args = ['-D', data, '-h', '127.0.0.1', '-p', `${port}`, '-k', '', '-c', 'fsync=off']
  const server = spawn(join(bin, 'postgres'), args, { cwd: dir, stdio: 'ignore', ...user })
  const at = ['-h', '127.0.0.1', '-p', `${port}`, '-U', 'songkeep']
  while (spawnSync(join(bin, 'pg_isready'), at).status !== 0)
    if (server.exitCode !== null) throw new Error('PostgreSQL does not start.')
  return {
    bin,
    url: (database) => `postgres://songkeep@127.0.0.1:${port}/${database}`,
    create: (database) => run('createdb', ...at, database),
    async [Symbol.asyncDispose]() {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
      await rm(dir, { recursive: true, force: true })
    },
  }
}

function idsOf(name: string) {
  const id = (flag: string) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}
