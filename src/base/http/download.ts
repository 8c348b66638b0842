import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { moveInto } from '../file.ts'
import { asStorageError } from '../storage.ts'
import { BadBody } from './body.ts'
import { checkUrl } from './check-url.ts'
import { Unavailable } from './errors.ts'
import { exchange, type Received, type Way } from './exchange.ts'
import type { Downloaded, DownloadRequest } from './http.ts'
import type { Clock } from './pace.ts'
import { persist } from './persist.ts'

const MAX_BYTES = 4 * 2 ** 30
/** A file may take its time; a connection that brings nothing ends much earlier. */
const TIMEOUT_MS = 6 * 3600_000

interface Arrived {
  readonly status: number
  readonly retryAfter?: string | undefined
  readonly finalUrl: string
  readonly contentType?: string
}

/** Fetches a file, from where an earlier attempt was cut off, and checks it before it gets its name. */
export async function downloadFile(
  request: DownloadRequest,
  way: Way & { readonly clock: Clock },
  signal: AbortSignal,
): Promise<Downloaded> {
  const { rule, url } = checkUrl(request.url, way.rules)
  const host = url.hostname
  const part = `${request.to}.part`
  const attempt = async () => {
    const arrived = await fetchPart(request, part, way, signal)
    if (arrived.status >= 300) return { ...arrived, sum: undefined }
    return { ...arrived, sum: await checkFile(part, request) }
  }
  const persistence = { host, pace: way.paceOf(rule), clock: way.clock, repeatable: true }
  const { status, sum, finalUrl, contentType } = await persist(attempt, persistence, signal)
  if (!sum) throw new Unavailable(host, `${host} answers ${status} instead of the file.`)
  await moveInto(part, request.to)
  await rm(noteOf(part), { force: true })
  return { ...sum, finalUrl, ...(contentType !== undefined && { contentType }) }
}

/** What the beginning of the file was, so that only the same one is gone on with. */
interface Note {
  readonly url: string
  readonly validator: string
}

const noteOf = (part: string) => `${part}.json`

async function fetchPart(
  { url, bytes, maxBytes = MAX_BYTES, onProgress }: DownloadRequest,
  part: string,
  way: Way,
  signal: AbortSignal,
): Promise<Arrived> {
  const have = await findBeginning(part, url)
  if (have && have.size === bytes) return { status: 200, finalUrl: url }
  const headers = {
    accept: '*/*',
    // Packed, a range would be one of the packed bytes.
    'accept-encoding': 'identity',
    ...(have && { range: `bytes=${have.size}-`, 'if-range': have.validator }),
  }
  const sent = { url, method: 'GET', headers, timeoutMs: TIMEOUT_MS } as const
  return exchange(sent, way, signal, async (received) => {
    const { status } = received
    const arrived = { status, finalUrl: received.url.href, ...describe(received) }
    if (status === 416) {
      // What is there is not a beginning of it (any more): the next attempt starts anew.
      await discard(part)
      return { ...arrived, status: have ? 503 : 416 }
    }
    if (status !== 200 && status !== 206) return arrived
    const from = status === 206 ? (have?.size ?? 0) : 0
    if (status === 206 && startOf(received) !== from) {
      await discard(part)
      throw new BadBody('it sends another part than was asked for')
    }
    const total = lengthOf(received, from) ?? bytes
    if ((total ?? 0) > maxBytes) throw new BadBody(`the file is longer than ${maxBytes} bytes`)
    await writeNote(part, url, received)
    await writePart(received, part, from, maxBytes, (done) => onProgress?.(done, total))
    if (total !== undefined && (await sizeOf(part)) !== total)
      throw new BadBody('the file was cut short')
    return arrived
  })
}

async function findBeginning(part: string, url: string) {
  const size = await sizeOf(part)
  const text = size > 0 ? await readFile(noteOf(part), 'utf8').catch(() => '') : ''
  try {
    const note = JSON.parse(text) as Note
    if (note.url === url && typeof note.validator === 'string') return { size, ...note }
  } catch {
    // No note, or half of one: the part is of nothing that could be named.
  }
  await discard(part)
  return undefined
}

async function writeNote(part: string, url: string, { headers }: Received): Promise<void> {
  const { etag = '', 'last-modified': lastModified = '' } = headers
  // A weak validator does not vouch for bytes (RFC 9110, 13.1.5).
  const validator = etag !== '' && !etag.startsWith('W/') ? etag : lastModified
  if (validator === '') await rm(noteOf(part), { force: true })
  else await writeFile(noteOf(part), JSON.stringify({ url, validator } satisfies Note))
}

async function writePart(
  { body }: Received,
  part: string,
  from: number,
  maxBytes: number,
  onProgress: (done: number) => void,
): Promise<void> {
  await using file = await open(part, from > 0 ? 'r+' : 'w')
  let done = from
  // Each piece is written as it comes, so that what has arrived stays, however this ends.
  for await (const chunk of body) {
    if (done + chunk.length > maxBytes)
      throw new BadBody(`the file is longer than ${maxBytes} bytes`)
    const { bytesWritten } = await file.write(chunk, 0, chunk.length, done).catch((error) => {
      throw asStorageError(error)
    })
    done += bytesWritten
    onProgress(done)
  }
}

/** Its checksum, once everything that was promised of it agrees; else it is gone and the error says why. */
async function checkFile(part: string, { bytes, md5, sha1 }: DownloadRequest) {
  const hashes = { sha256: createHash('sha256'), md5: createHash('md5'), sha1: createHash('sha1') }
  let size = 0
  for await (const chunk of createReadStream(part, { highWaterMark: 2 ** 20 })) {
    size += chunk.length
    for (const hash of Object.values(hashes)) hash.update(chunk)
  }
  const sums = {
    sha256: hashes.sha256.digest('hex'),
    md5: hashes.md5.digest('hex'),
    sha1: hashes.sha1.digest('hex'),
  }
  const wrong =
    bytes !== undefined && bytes !== size
      ? `it has ${size} bytes where ${bytes} were promised`
      : [
          { name: 'MD5', promised: md5, found: sums.md5 },
          { name: 'SHA-1', promised: sha1, found: sums.sha1 },
        ]
          .filter(({ promised, found }) => promised !== undefined && promised !== found)
          .map(({ name }) => `its ${name} is not the one that was promised`)[0]
  if (wrong === undefined) return { bytes: size, sha256: sums.sha256 }
  await discard(part)
  throw new BadBody(wrong)
}

async function discard(part: string): Promise<void> {
  await rm(part, { force: true })
  await rm(noteOf(part), { force: true })
}

const sizeOf = (path: string) =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

function describe({ headers }: Received) {
  return {
    retryAfter: headers['retry-after'],
    ...(headers['content-type'] !== undefined && { contentType: headers['content-type'] }),
  }
}

const startOf = ({ headers }: Received) =>
  Number(/^bytes (\d+)-/.exec(headers['content-range'] ?? '')?.[1] ?? Number.NaN)

/** Of the whole file, where the host says it. */
function lengthOf({ headers, status }: Received, from: number): number | undefined {
  const length = /^\d+$/.exec(headers['content-length'] ?? '')?.[0]
  const whole = /\/(\d+)$/.exec(headers['content-range'] ?? '')?.[1]
  if (status === 206 && whole !== undefined) return Number(whole)
  return length === undefined ? undefined : from + Number(length)
}
