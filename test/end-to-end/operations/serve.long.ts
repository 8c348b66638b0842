import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Job } from '../../../src/api/contract.ts'
import { metricNames } from '../../../src/app/telemetry/metric-names.ts'
import { buildPage } from '../../page/support/build-page.ts'
import { startServing } from '../../page/support/serve.ts'
import { startOtlpCollector } from '../../support/hosts/otlp-collector.ts'
import { ask, askJson, awaitJob, readList, until } from '../../support/servers/page-server.ts'
import { makeWav } from '../../support/sound.ts'

/** Marks that are nowhere but in what is the user's: its names, paths, password and tokens. */
const marks = {
  title: 'Zirkonlied',
  artist: 'Markwartkapelle',
  list: 'Abendmarkierung',
  folder: 'heimatordner-q7',
  password: 'passwort-merkmal-31',
  token: 'token-merkmal-0123456789',
  owner: '203.0.113.77',
}

beforeAll(() => buildPage())

/** A folder with a library of two tracks and room for all else, all of it marked. */
async function makeMarkedHome(seconds: number) {
  const home = await mkdtemp(join(tmpdir(), `${marks.folder}-`))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  const library = join(home, 'music')
  await mkdir(library)
  const file = join(library, `${marks.artist} - ${marks.title}.wav`)
  await writeFile(file, makeWav(seconds, 1))
  await writeFile(join(library, `${marks.artist} - Broken ${marks.title}.wav`), 'no sound at all')
  return { home, library, into: join(home, marks.list) }
}

async function order(address: string, { library, into }: { library: string; into: string }) {
  const lines = [`${marks.artist} - ${marks.title}`, `${marks.artist} - Fehlt ${marks.title}`]
  const { inputs } = await readList(address, lines.join('\n'))
  const job = await askJson(address, '/api/jobs', 'POST', {
    ...{ kind: 'backup', inputs, libraries: [library], catalogues: [], into },
    ...{ format: 'mp3', quality: 'V2', id3: '2.4', offline: true },
  })
  return job.json as Job
}

test('metrics, log and traces tell of a run, and nothing of what is the user’s', async () => {
  const { home, library, into } = await makeMarkedHome(1)
  await using collector = await startOtlpCollector()
  const serving = await startServing(home, 0, {
    SONGKEEP_LOG: 'json',
    SONGKEEP_LOG_LEVEL: 'debug',
    SONGKEEP_METRICS: '1',
    SONGKEEP_METRICS_TOKEN: marks.token,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.address,
  })
  onTestFinished(() => serving.kill())
  const { address } = serving
  const { id } = await order(address, { library, into })
  const job = await awaitJob(address, id)
  expect(job.state).toBe('done')
  await ask(address, `/api/archives/${job.archive}/playlists/${marks.list}/history`)
  await ask(address, `/api/jobs/${marks.title}?name=${marks.artist}`)
  const authorization = { Authorization: `Bearer ${marks.token}` }
  const { text: metrics } = await ask(address, '/metrics', { headers: authorization })
  serving.child.kill('SIGTERM')
  await once(serving.child, 'close')
  expect(serving.child.exitCode).toBe(0)

  for (const name of metricNames) expect(metrics).toContain(`# TYPE ${name} `)
  expect(metrics).toMatch(/^songkeep_runs_total\{kind="backup",result="done"\} 1$/m)
  expect(metrics).toMatch(/^songkeep_entries_total\{outcome="kept"\} 1$/m)
  expect(metrics).toMatch(/^songkeep_entries_total\{outcome="not-found"\} 1$/m)
  expect(metrics).toMatch(/^songkeep_jobs\{state="done"\} 1$/m)
  expect(metrics).toMatch(/route="\/api\/jobs\/:job",method="GET",status="404"/)

  const said = serving.said()
  const lines = said.split('\n').filter((line) => line.startsWith('{'))
  const events = lines.map((line) => JSON.parse(line))
  expect(events).toContainEqual(expect.objectContaining({ event: 'run', result: 'done', job: id }))
  expect(events).toContainEqual(expect.objectContaining({ event: 'entry', outcome: 'kept' }))
  expect(events.at(-1)).toMatchObject({ event: 'process', state: 'stopped' })

  const names = collector.spans.map(({ name }) => name)
  for (const name of ['run', 'track', 'search', 'copy', 'encode', 'page'])
    expect(names).toContain(name)
  const find = (name: string) => collector.spans.find((span) => span.name === name)
  expect(find('encode')?.parentSpanId).toBe(find('copy')?.spanId)
  const track = collector.spans.find(({ spanId }) => spanId === find('copy')?.parentSpanId)
  expect(track?.name).toBe('track')
  expect(track?.parentSpanId).toBe(find('run')?.spanId)

  const told = [metrics, lines.join('\n'), ...collector.bodies].join('\n')
  expect(told.length).toBeGreaterThan(10_000)
  for (const mark of [...Object.values(marks), job.archive ?? '-'])
    expect(told.toLowerCase()).not.toContain(mark.toLowerCase())
})

test('SIGTERM ends it with 0 in time, and what ran is back in line', async () => {
  // Minutes of sound, so that the run is far from its end.
  const { home, library, into } = await makeMarkedHome(600)
  const serving = await startServing(home)
  onTestFinished(() => serving.kill())
  const { id } = await order(serving.address, { library, into })
  const listening = ask(serving.address, `/api/events?job=${id}`)
  await until(async () => {
    const { json } = await ask(serving.address, `/api/jobs/${id}/entries`)
    return json.entries?.some((row: { state?: string }) => row.state === 'encoding') || undefined
  })
  serving.child.kill('SIGTERM')
  await once(serving.child, 'close')
  // Where it takes longer than `docs/many.md` promises, it ends itself with 3.
  expect(serving.child.exitCode).toBe(0)
  await listening
  using database = new DatabaseSync(join(home, '.data/jobs.sqlite'))
  expect(database.prepare('SELECT state, runner FROM work').all()).toEqual([
    expect.objectContaining({ state: 'queued', runner: null }),
  ])
})
