import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Job } from '../../src/api/contract.ts'
import { codeOf } from '../../src/base/file.ts'
import { type Asked, ask, readList } from '../../test/support/servers/page-server.ts'

export interface LoadFigures {
  jobs: number
  failed: number
  events: number
  ranges: number
  looks: number
  /** Requests whose connection broke, and which were sent again. */
  broken: number
}

export interface Target {
  readonly address: string
  readonly library: string
  /** Where archives go: each is used several times, then removed and made anew. */
  readonly archives: string
  readonly titles: readonly string[]
}

/** Runs that an archive sees before it is removed: one makes files, the others find them kept. */
const RUNS_AN_ARCHIVE = 5

/** Orders one small list after another, waits for its end, looks at what came of it, and forgets the job. */
export async function orderLists(
  target: Target,
  name: string,
  figures: LoadFigures,
  signal: AbortSignal,
): Promise<void> {
  const into = `${target.archives}/${name}`
  for (let round = 1; !signal.aborted; round++) {
    await again(() => orderOne(target, into, figures, signal), figures, signal)
    if (round % RUNS_AN_ARCHIVE === 0) await rm(into, { recursive: true, force: true })
  }
}

async function orderOne(
  { address, library, titles }: Target,
  into: string,
  figures: LoadFigures,
  signal: AbortSignal,
): Promise<void> {
  const text = titles.map((title) => `The Testers - ${title}`).join('\n')
  const { inputs } = await readList(address, text)
  const order = {
    ...{ kind: 'backup', inputs, libraries: [library], catalogues: [], into },
    ...{ format: 'mp3', quality: 'V2', id3: '2.4', offline: true },
  }
  const body = JSON.stringify(order)
  const { id } = (await must(address, '/api/jobs', { method: 'POST', body })).json
  const job = await awaitEnd(address, id, signal)
  if (!job) return
  figures.jobs++
  if (job.state !== 'done') figures.failed++
  else await listen(address, job.archive ?? '', figures)
  await must(address, `/api/jobs/${id}`, { method: 'DELETE' })
}

/** What is not answered as it should be ends the run: load that does nothing shows nothing. */
async function must(address: string, path: string, asked?: Asked) {
  const answer = await ask(address, path, asked)
  if (answer.status < 300) return answer
  throw new Error(`${asked?.method ?? 'GET'} ${path}: ${answer.status} ${answer.text}`)
}

/** Begins again where a connection breaks, as people and proxies do, and counts it: on a busy machine it may happen. */
async function again(
  act: () => Promise<void>,
  figures: LoadFigures,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted)
    try {
      return await act()
    } catch (error) {
      if (codeOf(error) !== 'ECONNRESET') throw error
      figures.broken++
      process.stderr.write(`A connection broke: ${error}\n`)
    }
}

async function awaitEnd(address: string, id: string, signal: AbortSignal) {
  while (!signal.aborted) {
    const job: Job = (await must(address, `/api/jobs/${id}`)).json
    if (['done', 'failed', 'cancelled'].includes(job.state)) return job
    await sleep(200)
  }
  return undefined
}

/** Opens the playlist, and reads parts of its first kept file as a player does that jumps. */
async function listen(address: string, archive: string, figures: LoadFigures) {
  const { playlists } = (await must(address, `/api/archives/${archive}`)).json
  const folder = encodeURIComponent(playlists[0].folder)
  const list = await must(address, `/api/archives/${archive}/playlists/${folder}/entries`)
  const path: string = list.json.entries.find((each: { file?: string }) => each.file).file
  const url = `/api/archives/${archive}/files/${path.split('/').map(encodeURIComponent).join('/')}`
  for (const from of [0, 1000, 5000]) {
    await must(address, url, { headers: { Range: `bytes=${from}-${from + 999}` } })
    figures.ranges++
  }
}

/** Follows events as the page does, and comes back after a while. */
export async function followEvents(address: string, figures: LoadFigures, signal: AbortSignal) {
  while (!signal.aborted) {
    const patience = AbortSignal.any([signal, AbortSignal.timeout(15_000)])
    try {
      const asked = get(`${address}/api/events`, { signal: patience })
      const [response] = (await once(asked, 'response')) as [IncomingMessage]
      for await (const _ of response) figures.events++
    } catch {
      // It was left, or the server was busy: it comes back.
      await sleep(200)
    }
  }
}

const looks = ['/', '/api/jobs', '/api/archives', '/api/settings', '/readyz', '/metrics']

/** Opens the page and reads metrics, as a browser and Prometheus do. */
export async function look(address: string, figures: LoadFigures, signal: AbortSignal) {
  while (!signal.aborted) {
    const lookOnce = async () => {
      for (const path of looks) await must(address, path)
    }
    await again(lookOnce, figures, signal)
    figures.looks++
    await sleep(2_000, undefined, { signal }).catch(() => {})
  }
}
