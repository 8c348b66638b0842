import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ServiceInfo } from '../../src/api/contract.ts'
import { sayToProbe } from '../support/hosts/probe-answers.ts'
import { type Say, startReplay } from '../support/hosts/replay.ts'
import { listFiles, makeTempDir, startProgram, variablesOfReplay } from '../support/program.ts'

/** The real program, whose every host is one that answers so. */
async function runDoctor(say: Say, args: readonly string[], variables: NodeJS.ProcessEnv = {}) {
  const dir = await makeTempDir()
  await using replay = await startReplay(say)
  const all = { ...variablesOfReplay(replay.port), ...variables }
  const here = args.map((each) => each.replace('DIR', dir))
  const { ended } = startProgram(['doctor', ...here], join(dir, 'cache'), '', all)
  return { dir, asked: replay.asked, ...(await ended) }
}

test('nothing is asked unless it is told to', async () => {
  const { code, asked, stdout } = await runDoctor(sayToProbe, [])
  expect([code, asked]).toEqual([0, []])
  expect(stdout).toMatch(/^✓ Node /)
  expect(stdout).not.toContain('works (')
})

test('each service works, in a line each, and its answers are kept without keys', async () => {
  const key = 'a-key-of-mine'
  const args = ['--online', '--record', 'DIR/seen']
  const { dir, code, stdout, stderr } = await runDoctor(sayToProbe, args, {
    SONGKEEP_LISTENBRAINZ_TOKEN: key,
  })
  expect(code, stderr).toBe(0)
  expect(stdout).toMatch(/^✓ Internet Archive +works \(2 questions, [\d,]+ ms\)$/m)
  expect(stdout).toMatch(
    /^· Jamendo +is not asked without a key\n {23}\S.* and set SONGKEEP_JAMENDO_CLIENT_ID\.$/m,
  )
  expect(stdout.match(/ works \(/g)).toHaveLength(13)
  expect(stdout).toContain(join(dir, 'seen'))
  const files = await listFiles(join(dir, 'seen'))
  expect(files).toContain('listenbrainz.json')
  expect(files).toHaveLength(13)
  for (const file of files)
    expect(await readFile(join(dir, 'seen', file), 'utf8')).not.toContain(key)
})

test('one that refuses, and one that has changed, end with 1 and say what to do', async () => {
  const { dir, code, stdout } = await runDoctor(
    (url) => {
      if (url.hostname === 'itunes.apple.com') return { body: '{"moved":true}' }
      if (url.hostname === 'www.loc.gov') return { status: 403, body: 'Not from here.' }
      return sayToProbe(url)
    },
    ['--online', '--lang', 'de'],
  )
  expect(code).toBe(1)
  expect(stdout).toMatch(/^! Library of Congress +lehnt ab: .*„Not from here\.“/m)
  expect(stdout).toMatch(/^! iTunes +antwortet in einer Form, .* „results“ fehlt\.$/m)
  const file = join(dir, 'cache/doctor/itunes.json')
  expect(stdout).toContain(file)
  expect(await readFile(file, 'utf8')).toContain('moved')
})

test('for programs as JSON, with the code of each sentence', async () => {
  const say: Say = (url) => (url.hostname === 'api.deezer.com' ? { status: 403 } : sayToProbe(url))
  const { code, stdout } = await runDoctor(say, ['--online', '--json'])
  const { findings, services } = JSON.parse(stdout)
  expect(code).toBe(1)
  expect(findings[0]).toMatchObject({ what: 'Node', state: 'good' })
  expect(services.find(({ name }: ServiceInfo) => name === 'deezer')).toEqual({
    name: 'deezer',
    title: 'Deezer',
    hasKey: false,
    status: 'refused',
    text: expect.stringMatching(/^refuses: /),
    textCode: expect.objectContaining({ code: 'app.service-refuses' }),
    advice: expect.any(String),
    adviceCode: { code: 'app.ask-from-elsewhere', params: {} },
  })
})

test.each([
  [['--record', 'DIR/seen'], {}],
  [['--online'], { SONGKEEP_OFFLINE: '1' }],
])('%j with %j is wrong use, and asks nothing', async (args, variables) => {
  const { code, asked, stderr } = await runDoctor(sayToProbe, args, variables)
  expect([code, asked]).toEqual([2, []])
  expect(stderr).toMatch(/songkeep: .*online|SONGKEEP_OFFLINE/)
})
