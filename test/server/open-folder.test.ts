import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { Archives } from '../../src/app/archives/archives.ts'
import { archiveId, rememberArchive } from '../../src/app/archives/known-archives.ts'
import type { Context } from '../../src/app/context.ts'
import { readEnvironment } from '../../src/app/environment.ts'
import { AllowedFolders } from '../../src/app/settings/allowed-folders.ts'
import type { ServerOptions } from '../../src/server/server.ts'
import { makeCorrectTools } from '../support/correct-tools.ts'
import { openMemory } from '../support/memory-context.ts'
import { ask, askJson, makeHome, removeHome, serve, until } from '../support/servers/page-server.ts'

let home: string
let context: Context
let dir: string
let opened: string

beforeAll(async () => {
  home = await makeHome()
  // A shell would take this name apart.
  dir = join(home, 'My $(touch x); "Keep" & more')
  opened = join(home, 'opened')
  await mkdir(dir)
  const environment = { ...readEnvironment({}), dataDir: join(home, 'data') }
  await rememberArchive(environment, dir)
  const folders = new AllowedFolders([dir])
  const archives = new Archives(environment, folders, makeCorrectTools(environment, folders))
  context = { ...openMemory(home).context, archives }
})

afterEach(() => vi.unstubAllEnvs())
afterAll(() => removeHome(home))

/** A file manager that writes down what it is asked to show, and ends so. */
async function installOpener(code: number) {
  const bin = join(home, `bin-${code}`)
  await mkdir(bin, { recursive: true })
  const program = join(bin, 'xdg-open')
  await writeFile(program, `#!/bin/sh\nprintf '%s\\n' "$#" "$@" > '${opened}'\nexit ${code}\n`)
  await chmod(program, 0o755)
  vi.stubEnv('PATH', `${bin}${delimiter}${process.env.PATH}`)
  await rm(opened, { force: true })
}

async function open(options: Partial<ServerOptions>, id = archiveId(dir)) {
  await using running = await serve(context, home, options)
  const headers = { Authorization: 'Bearer long enough' }
  const path = `/api/archives/${id}/open`
  const { status, json } = await ask(running.address, path, { method: 'POST', headers })
  const session = (await ask(running.address, '/api/session', { headers })).json
  return { status, code: json.reason?.code, canOpenFolders: session.canOpenFolders }
}

test.runIf(process.platform === 'linux')(
  'a folder is shown, by its own name and no other',
  async () => {
    await installOpener(0)
    expect(await open({})).toEqual({ status: 200, code: undefined, canOpenFolders: true })
    const told = await until(async () => await readFile(opened, 'utf8').catch(() => undefined))
    expect(told).toBe(`1\n${dir}\n`)
  },
)

test.runIf(process.platform === 'linux')('where no program shows it, that is told', async () => {
  await installOpener(3)
  expect(await open({})).toMatchObject({ status: 404, code: 'app.folder-not-shown' })
  vi.stubEnv('PATH', join(home, 'nowhere'))
  expect(await open({})).toMatchObject({ status: 404, code: 'app.folder-not-shown' })
})

test.each([
  ['others on the network can reach', { host: '0.0.0.0', password: 'long enough' }],
  ['stands behind a proxy', { hostNames: ['music.home'] }],
])('nobody has a folder shown by a server that %s', async (_, options) => {
  await installOpener(0)
  expect(await open(options)).toEqual({
    status: 403,
    code: 'server.only-on-this-machine',
    canOpenFolders: false,
  })
  expect(await readFile(opened, 'utf8').catch(() => 'nothing')).toBe('nothing')
})

test('only what is an archive of this machine is shown, and only for our own page', async () => {
  await installOpener(0)
  expect(await open({}, 'abcdef0123456789')).toMatchObject({ status: 404, code: 'archive.unknown' })
  await using running = await serve(context, home)
  const foreign = { Origin: 'https://elsewhere.example' }
  const path = `/api/archives/${archiveId(dir)}/open`
  expect((await ask(running.address, path, { method: 'POST', headers: foreign })).status).toBe(403)
  expect((await askJson(running.address, path, 'GET')).status).toBe(405)
  expect(await readFile(opened, 'utf8').catch(() => 'nothing')).toBe('nothing')
})
