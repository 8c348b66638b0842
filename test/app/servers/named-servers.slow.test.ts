import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { backUpInput } from '../../../src/app/backups/back-up.ts'
import type { Environment } from '../../../src/app/environment.ts'
import { previewInputs } from '../../../src/app/playlists/preview.ts'
import { nameInputs } from '../../../src/app/servers/accounts.ts'
import { joinServers, readServers } from '../../../src/app/servers/settings.ts'
import { AllowedFolders } from '../../../src/app/settings/allowed-folders.ts'
import { openSettings, withSavedKeys } from '../../../src/app/settings/settings.ts'
import { completeRequest } from '../../../src/model/backup/request.ts'
import type { Progress } from '../../../src/model/progress.ts'
import { readServerLink } from '../../../src/playlist/servers/server-link.ts'
import { refusalOf } from '../../support/hosts/own-server.ts'
import { makeClock } from '../../support/hosts/replay.ts'
import { startStrictReplay } from '../../support/hosts/strict.ts'
import { ANN, makeSubsonic, SUBSONIC } from '../../support/hosts/subsonic.ts'
import { listFiles, makeTempDir, readJson } from '../../support/program.ts'
import { makeWav } from '../../support/sound.ts'

const { signal } = new AbortController()

const settled = {
  SONGKEEP_SUBSONIC_SERVER: `${SUBSONIC}/`,
  SONGKEEP_SUBSONIC_USER: ANN.user,
  SONGKEEP_SUBSONIC_PASSWORD: ANN.password,
}

/** A server with one list, whose one song lies in a library too. */
async function open(variables: Readonly<Record<string, string>> = {}) {
  const dir = await makeTempDir()
  const songs = [{ id: 's1', title: 'Song 1', artist: 'The Testers' }]
  const lists = [{ id: 'p1', name: 'Evening', owner: 'ann', songs: ['s1'] }]
  const replay = await startStrictReplay(makeSubsonic({ songs, lists }).say)
  onTestFinished(() => replay[Symbol.asyncDispose]())
  await mkdir(join(dir, 'Music'))
  await writeFile(join(dir, 'Music', 'The Testers - Song 1.wav'), makeWav(1, 1))
  const environment: Environment = {
    cacheDir: join(dir, 'cache'),
    processors: 2,
    network: replay.network,
    clock: makeClock(),
    servers: readServers(variables),
  }
  const request = (input: string) =>
    completeRequest({ inputs: [input], libraries: [join(dir, 'Music')], into: join(dir, 'Keep') })
  const run = async (input: string, accounts = [] as readonly never[]) => {
    const events: Progress[] = []
    for await (const event of backUpInput(request(input), environment, signal, { accounts }))
      events.push(event)
    return events
  }
  return { dir, environment, run, asked: replay.asked }
}

const kindsOf = (events: readonly Progress[]) =>
  events.flatMap((event) => (event.kind === 'outcome' ? [event.outcome.kind] : []))

const name = (given: readonly string[], environment: Environment, said?: string) =>
  nameInputs(
    given,
    (each) => readServerLink(each) !== undefined || !each.includes('.'),
    environment,
    said === undefined ? undefined : async () => said,
  )

test('a list of a settled server is kept, and read again by its own address', async () => {
  const { dir, run, asked } = await open(settled)
  const events = await run(`subsonic:${SUBSONIC}`)
  const files = await listFiles(join(dir, 'Keep'))
  expect(files).toContain('Evening/01 The Testers - Song 1.mp3')
  const report = await readJson<{ playlist: { uri: string }; hosts: string[] }>(
    join(dir, 'Keep/Evening/report.json'),
  )
  expect(report.playlist.uri).toBe(`subsonic:${SUBSONIC}/?list=p1`)
  expect(report.hosts).toContain('music.example')
  expect(inspect(events, { depth: 20 })).not.toContain(ANN.password)
  expect(kindsOf(await run(report.playlist.uri))).toEqual(['already-kept'])
  expect(asked.filter(({ url }) => url.host === 'music.example').length).toBeGreaterThan(2)
})

describe('whatever else names a server is held to those of the settings', () => {
  test.each([
    ['another host', 'subsonic:https://evil.example'],
    ['another port', 'subsonic:https://music.example:8443'],
    ['another path', 'subsonic:https://music.example/other'],
    ['plain HTTP', 'subsonic:http://music.example'],
    ['another kind', 'jellyfin:https://music.example'],
    ['another user', 'subsonic:https://bob@music.example'],
    ['this machine', 'subsonic:http://127.0.0.1:22'],
    ['what clouds tell', 'subsonic:http://169.254.169.254'],
    ['a list there', 'subsonic:https://evil.example/?list=p1'],
  ])('%s', async (_, input) => {
    const { run, asked, environment } = await open(settled)
    expect((await refusalOf(run(input))).reason.code).toBe('playlist.server-not-named')
    const tools = { environment } as Parameters<typeof previewInputs>[2]
    const preview = previewInputs([{ kind: 'link', link: input }], {}, tools, signal)
    expect((await refusalOf(preview)).reason.code).toBe('playlist.server-not-named')
    expect(asked).toEqual([])
  })

  test('where none is settled, none is asked', async () => {
    const { run, asked } = await open()
    const { reason, advice } = await refusalOf(run(`subsonic:${SUBSONIC}`))
    expect(reason.code).toBe('playlist.server-not-named')
    expect(advice?.code).toBe('playlist.name-server')
    expect(asked).toEqual([])
  })
})

describe('on the command line', () => {
  const { SONGKEEP_SUBSONIC_SERVER: _, ...unbound } = settled

  test('what the environment says is for its own server alone', async () => {
    const { environment } = await open(settled)
    const [own, other] = [`subsonic:${SUBSONIC}`, 'subsonic:https://other.example']
    const { accounts } = await name([own], environment)
    expect(accounts).toEqual([
      { kind: 'subsonic', base: SUBSONIC, credentials: expect.objectContaining(ANN) },
    ])
    const { reason } = await refusalOf(name([other], environment))
    expect(reason.code).toBe('playlist.server-needs-login')
    const asked = await name([other], environment, 'typed')
    expect(asked.accounts[0]?.credentials).toEqual({ user: 'typed', password: 'typed' })
  })

  test('a password without a server is for whichever is named; not for another user', async () => {
    const { environment } = await open(unbound)
    const named = await name(['subsonic:https://other.example'], environment)
    expect(named.accounts[0]?.credentials.password).toBe(ANN.password)
    const { accounts } = await name(['subsonic:https://bob@other.example'], environment, 'typed')
    expect(accounts[0]?.credentials).toEqual({ user: 'bob', password: 'typed' })
  })

  test('a bare name is the settled server', async () => {
    const { environment } = await open(settled)
    expect((await name(['subsonic'], environment)).inputs).toEqual([`subsonic:${SUBSONIC}`])
    const { reason } = await refusalOf(name(['jellyfin'], environment))
    expect(reason.code).toBe('playlist.server-address')
  })

  test.each([
    ['subsonic:https://ann:word@music.example', 'playlist.server-password-told'],
    ['subsonic:music.example', 'playlist.server-address'],
    ['plex', 'playlist.no-server-named'],
  ])('%s', async (input, code) => {
    const { environment } = await open(settled)
    expect((await refusalOf(name([input], environment))).reason.code).toBe(code)
  })
})

describe('the settings', () => {
  const inAddress = `${SUBSONIC.replace('//', '//ann:a%20secret%20%26%20more@')}/`

  test('may hold the address with user and password, which is read again', async () => {
    const { dir, environment, run } = await open()
    const withConfig = { ...environment, configDir: join(dir, 'config') }
    const settings = openSettings(withConfig, new AllowedFolders([dir]))
    const { settings: now } = await settings.read()
    const saved = await settings.write(now, { SONGKEEP_SUBSONIC_SERVER: inAddress })
    expect(saved.keys).toContainEqual(
      expect.objectContaining({ variable: 'SONGKEEP_SUBSONIC_SERVER', setIn: 'settings' }),
    )
    expect(inspect(saved, { depth: 9 })).not.toContain('secret')
    const { servers } = await withSavedKeys(withConfig)
    expect(servers).toContainEqual(
      expect.objectContaining({ kind: 'subsonic', address: `${SUBSONIC}/`, ...ANN }),
    )
    const source = `subsonic:${SUBSONIC}`
    expect((await refusalOf(run(source))).reason.code).toBe('playlist.server-not-named')
    Object.assign(environment, { servers })
    expect(kindsOf(await run(source))).toEqual(['kept'])
  })

  test.each(['music.example', 'https://music.example', 'https://ann@music.example', 'ftp://a:b@c'])(
    '%s is none',
    async (address) => {
      const { dir, environment } = await open()
      const withConfig = { ...environment, configDir: join(dir, 'config') }
      const settings = openSettings(withConfig, new AllowedFolders([dir]))
      const { settings: now } = await settings.read()
      const writing = settings.write(now, { SONGKEEP_SUBSONIC_SERVER: address })
      expect((await refusalOf(writing)).reason.code).toBe('app.server-unusable')
    },
  )

  test('what the environment names of a kind is not mixed with them', () => {
    const servers = readServers({ SONGKEEP_SUBSONIC_SERVER: 'https://other.example' })
    const joined = joinServers(servers, { SONGKEEP_SUBSONIC_SERVER: inAddress })
    expect(joined).toContainEqual(
      expect.objectContaining({ address: 'https://other.example/', password: undefined }),
    )
    expect(JSON.stringify(joined)).not.toContain('secret')
  })
})
