import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { ArchivedPlaylist, Job, Preview } from '../../../src/api/contract.ts'
import type { Context } from '../../../src/app/context.ts'
import { readEnvironment } from '../../../src/app/environment.ts'
import { openContext } from '../../../src/app/open-context.ts'
import { type Server, type ServerOptions, startServer } from '../../../src/server/server.ts'
import { makeWav } from '../sound.ts'

export const pageText = `<!doctype html><title>Songkeep</title>${'<p>A page. '.repeat(100)}`

/** A folder with the page's files in it, and room for everything else. */
export async function makeHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'songkeep-server-'))
  await mkdir(join(home, 'web/assets'), { recursive: true })
  await writeFile(join(home, 'web/index.html'), pageText)
  await writeFile(
    join(home, 'web/assets/index-AbCd1234.js'),
    'console.log("the page")\n'.repeat(99),
  )
  return home
}

export interface Running extends AsyncDisposable {
  readonly server: Server
  readonly address: string
  readonly port: number
  /** All that was logged. */
  readonly log: string[]
}

/** A listening server on a port of its own. */
export async function serve(
  context: Context,
  home: string,
  options: Partial<ServerOptions> = {},
): Promise<Running> {
  const log: string[] = []
  const server = await startServer(context, {
    port: 0,
    host: '127.0.0.1',
    webDir: join(home, 'web'),
    log: (text) => log.push(text),
    ...options,
  })
  const { address } = server
  const close = () => server[Symbol.asyncDispose]()
  return { server, address, port: Number(new URL(address).port), log, [Symbol.asyncDispose]: close }
}

/** The context as `songkeep serve` opens it, with all its files below one folder, and no network. */
export function openReal(home: string): Promise<Context> {
  const environment = readEnvironment({
    ...process.env,
    SONGKEEP_CACHE: join(home, 'cache'),
    SONGKEEP_CONFIG: join(home, 'config'),
    SONGKEEP_DATA: join(home, 'data'),
    SONGKEEP_OFFLINE: '1',
  })
  return openContext(environment, { width: 1, folders: [join(home, 'music'), join(home, 'keep')] })
}

export interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: what it must be is what the test says.
  readonly json: any
}

/** Asks on a connection of its own; a path is sent as it stands. */
export function ask(address: string, path: string, asked: Asked = {}): Promise<Answer> {
  const { hostname, port } = new URL(address)
  const { method = 'GET', body } = asked
  const json = { 'Content-Type': 'application/json' }
  const headers = { ...(method === 'GET' || method === 'HEAD' ? {} : json), ...asked.headers }
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname: hostname.replace(/^\[|\]$/g, ''), port, path, method, headers, agent: false },
      async (response) => {
        try {
          const bytes = Buffer.concat(await response.toArray())
          const text = bytes.toString()
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes,
            text,
            get json() {
              return JSON.parse(text)
            },
          })
        } catch (error) {
          reject(error)
        }
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

export const askJson = (address: string, path: string, method: string, body?: unknown) =>
  ask(address, path, { method, body: body === undefined ? undefined : JSON.stringify(body) })

/** Sends bytes as they are, and gives what comes back until the other side closes. */
export function speak(port: number, bytes: string | Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (piece) => pieces.push(piece))
    socket.on('error', () => {})
    socket.on('close', () => resolve(Buffer.concat(pieces).toString('latin1')))
  })
}

/** Asks until it is so. */
export async function until<Found>(look: () => Promise<Found | undefined>): Promise<Found> {
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    await pause(20)
  }
}

const ended = ['done', 'failed', 'cancelled']

/** Waits for a job's end. */
export const awaitJob = (address: string, id: string): Promise<Job> =>
  until(async () => {
    const job: Job = (await ask(address, `/api/jobs/${id}`)).json
    return ended.includes(job.state) ? job : undefined
  })

export interface Backup {
  readonly job: Job
  readonly archive: string
  readonly playlist: ArchivedPlaylist
  /** Where it lies. */
  readonly into: string
}

/** The lines of the playlist that is backed up: the first two are in the library, one of them live alone. */
const evening = [
  'The Testers - Amber',
  'The Testers - Basalt',
  'The Testers - Cedar',
  '<script>alert(1)</script> - "><img src=x onerror=alert(2)>',
].join('\n')

/** Has a real playlist backed up, by what the page would ask for. */
export async function backUpEvening(address: string, home: string): Promise<Backup> {
  const library = join(home, 'music')
  const into = join(home, 'keep')
  await mkdir(library, { recursive: true })
  await mkdir(into, { recursive: true })
  await writeFile(join(library, 'The Testers - Amber.wav'), makeWav(1, 1))
  await writeFile(join(library, 'The Testers - Basalt (Live).wav'), makeWav(1, 2))
  const { inputs } = await readList(address, evening)
  const order = {
    kind: 'backup',
    inputs,
    libraries: [library],
    catalogues: [],
    into,
    format: 'mp3',
    quality: 'V2',
    id3: '2.4',
    offline: true,
  }
  const { id } = (await askJson(address, '/api/jobs', 'POST', order)).json
  const job = await awaitJob(address, id)
  const archive = job.archive ?? ''
  const { playlists } = (await ask(address, `/api/archives/${archive}`)).json
  return { job, archive, playlist: playlists[0], into }
}

/** Uploads a playlist and has it read. */
export async function readList(address: string, text: string): Promise<Preview> {
  const uploaded = await ask(address, '/api/uploads?name=Evening.txt', {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: text,
  })
  const { id, name } = uploaded.json
  const inputs = [{ kind: 'upload', id, name }]
  return (await askJson(address, '/api/preview', 'POST', { inputs })).json
}

export const removeHome = (home: string) => rm(home, { recursive: true, force: true })
