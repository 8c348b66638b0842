import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { askServices, type ServiceFinding } from '../../../src/app/services/ask-services.ts'
import { examineServices } from '../../../src/app/services/examine-services.ts'
import { recordService } from '../../../src/app/services/record.ts'
import { redact } from '../../../src/app/services/redact.ts'
import { reason } from '../../../src/model/reason.ts'
import { StorageError } from '../../../src/words/user-error.ts'
import { sayToProbe } from '../../support/hosts/probe-answers.ts'
import { type Say, startReplay } from '../../support/hosts/replay.ts'
import { environmentWithKeys, SERVICE_KEY } from '../../support/hosts/services.ts'
import { listFiles, makeTempDir } from '../../support/program.ts'

const { signal } = new AbortController()
const environment = { ...environmentWithKeys('nowhere'), password: 'open sesame' }

test.each([
  [`the key ${SERVICE_KEY} is unknown`, 'the key [secret] is unknown'],
  [`?client_id=${encodeURIComponent(SERVICE_KEY)}&x`, '?client_id=[secret]&x'],
  ['Songkeep/1 (me@songkeep.example)', 'Songkeep/1 ([secret])'],
  ['"open sesame"', '"[secret]"'],
  [JSON.stringify(SERVICE_KEY).replaceAll('/', '\\/'), '"[secret]"'],
  ['ask somebody.else+x@mail.example.org', 'ask [e-mail]'],
  ['Your IP: 198.51.100.23.', 'Your IP: [address].'],
  ['from 2001:db8::23 and ::ffff:198.51.100.23', 'from [address] and [address]'],
  [
    '{"accessToken":"BQabc-_1","clientId":"d8a5"}',
    '{"accessToken":"[secret]","clientId":"[secret]"}',
  ],
  ['at 12:34:56 on 2026-11-28T12:34:56Z', 'at 12:34:56 on 2026-11-28T12:34:56Z'],
  ['version 1.2.3, ISRC GBDUW0000059', 'version 1.2.3, ISRC GBDUW0000059'],
  ['00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000011'],
])('%j becomes %j', (text, clean) => {
  expect(redact(text, environment)).toBe(clean)
})

const finding = (body: string | Uint8Array, headers = {}): ServiceFinding => ({
  name: 'jamendo',
  title: 'Jamendo',
  hasKey: true,
  status: 'other-shape',
  text: reason('app.service-other-shape', { missing: 'results' }),
  missing: 'results',
  worthReporting: true,
  exchanges: [
    {
      method: 'GET',
      url: 'https://api.jamendo.com/v3.0/tracks/?format=json',
      answer: { status: 200, headers, body: Buffer.from(body) },
    },
    { method: 'GET', url: 'https://api.jamendo.com/', error: 'it hung up' },
  ],
})

test('a record says what was asked and answered, and nothing of who asked', () => {
  const headers = {
    'content-type': 'application/json',
    'retry-after': '5',
    'set-cookie': 'session=1',
    'x-client-ip': '198.51.100.23',
  }
  const { file, text } = recordService(finding(`{"for":"${SERVICE_KEY}"}`, headers), environment)
  expect(file).toBe('jamendo.json')
  expect(JSON.parse(text)).toEqual({
    songkeep: expect.any(String),
    node: process.version,
    service: 'Jamendo',
    status: 'other-shape',
    text: expect.stringContaining('“results” is missing'),
    missing: 'results',
    answers: [
      {
        method: 'GET',
        url: 'https://api.jamendo.com/v3.0/tracks/?format=json',
        status: 200,
        headers: { 'content-type': 'application/json', 'retry-after': '5' },
        bytes: 24,
        body: '{"for":"[secret]"}',
      },
      { method: 'GET', url: 'https://api.jamendo.com/', error: 'it hung up' },
    ],
  })
})

test('a picture is told by its length', () => {
  const { text } = recordService(finding(Buffer.from('ffd8ffe0', 'hex')), environment)
  expect(JSON.parse(text).answers[0]).toMatchObject({ bytes: 4 })
  expect(JSON.parse(text).answers[0]).not.toHaveProperty('body')
})

async function examine(say: Say, options: { readonly record?: string } = {}) {
  const home = await makeTempDir()
  await using replay = await startReplay(say)
  const full = environmentWithKeys(join(home, 'cache'), replay.network)
  const record = options.record && join(home, options.record)
  return { home, ...(await examineServices(full, { record }, signal)) }
}

test('all answers are kept where a folder is named, and no key in any', async () => {
  const { home, services, allWork } = await examine(sayToProbe, { record: 'some/answers' })
  expect(allWork).toBe(true)
  const files = await listFiles(join(home, 'some/answers'))
  expect(files).toEqual(services.map(({ name }) => `${name}.json`).toSorted())
  for (const file of files) {
    const text = await readFile(join(home, 'some/answers', file), 'utf8')
    expect(text).not.toContain('hush')
    expect(text).not.toContain('songkeep.example')
    for (const { status, bytes } of JSON.parse(text).answers) {
      expect(status).toBe(200)
      expect(bytes).toBeGreaterThan(0)
    }
  }
})

test('else those alone that are worth a report, and the sentence names the file', async () => {
  const { home, services, allWork } = await examine((url) =>
    url.hostname === 'api.deezer.com' ? { body: '{"moved":true}' } : sayToProbe(url),
  )
  expect(allWork).toBe(false)
  expect(await listFiles(join(home, 'cache/doctor'))).toEqual(['deezer.json'])
  const deezer = services.find(({ name }) => name === 'deezer')
  expect(deezer?.advice).toMatchObject({
    code: 'app.report-service',
    params: { file: join(home, 'cache/doctor/deezer.json') },
  })
})

test('a service that needs a key does not count where all others work', async () => {
  const { allWork } = await examine((url) =>
    url.hostname === 'api.acoustid.org' ? { status: 403 } : sayToProbe(url),
  )
  expect(allWork).toBe(true)
})

test('a folder that cannot be written to is a sentence', async () => {
  await using replay = await startReplay(sayToProbe)
  const home = await makeTempDir()
  const asking = examineServices(
    environmentWithKeys(home, replay.network),
    { record: '/dev/null/answers' },
    signal,
  )
  await expect(asking).rejects.toBeInstanceOf(StorageError)
})

test('what is asked for a second time is asked again: nothing is remembered', async () => {
  await using replay = await startReplay(sayToProbe)
  const full = environmentWithKeys(await makeTempDir(), replay.network)
  await askServices(full, {}, signal)
  const once = replay.asked.length
  await askServices(full, {}, signal)
  expect(replay.asked.length).toBe(2 * once)
})
