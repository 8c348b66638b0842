import { reason } from '../../../model/reason.ts'
import { definedOnly } from '../../defined.ts'
import { moveInto } from '../../file.ts'
import { tellMoment } from '../../telemetry/span.ts'
import { checkUrl } from '../allow/check-url.ts'
import { UnavailableError } from '../errors.ts'
import type { Downloaded, DownloadRequest } from '../http.ts'
import { BadBodyError, TooLongError, WrongContentError } from '../send/body.ts'
import { retry } from '../send/retry.ts'
import { type ReceivedResponse, type SendContext, send } from '../send/send.ts'
import { checkFile } from './checksum.ts'
import * as part from './part.ts'

const MAX_BYTES = 4 * 2 ** 30
/** A file may take its time; a connection that brings next to nothing ends much earlier. */
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
  context: SendContext,
  signal: AbortSignal,
): Promise<Downloaded> {
  const host = checkUrl(request.url, context.rules).url.hostname
  const unfinished = `${request.to}.part`
  const attempt = async () => {
    try {
      const arrived = await fetchPart(request, unfinished, context, signal)
      if (arrived.status >= 300) return { ...arrived, sum: undefined }
      return { ...arrived, sum: await checkWhole(unfinished, request, signal) }
    } catch (error) {
      if (error instanceof TooLongError) await part.discardPart(unfinished)
      throw error
    }
  }
  const persistence = { host, clock: context.clock, repeatable: true }
  const { status, sum, finalUrl, contentType } = await retry(attempt, persistence, signal)
  if (!sum) throw new UnavailableError(host, reason('network.no-file', { host, status }))
  tellMoment('received', { bytes: sum.bytes })
  await part.onDisk(moveInto(unfinished, request.to))
  await part.forgetNote(unfinished)
  return { ...sum, finalUrl, contentType }
}

/** What is whole and yet wrong is thrown away: nothing of it can be gone on with. */
async function checkWhole(unfinished: string, request: DownloadRequest, signal: AbortSignal) {
  try {
    return await checkFile(unfinished, request, signal)
  } catch (error) {
    if (error instanceof BadBodyError) await part.discardPart(unfinished)
    throw error
  }
}

async function fetchPart(
  { url, bytes, maxBytes = MAX_BYTES, onProgress }: DownloadRequest,
  unfinished: string,
  context: SendContext,
  signal: AbortSignal,
): Promise<Arrived> {
  const have = await part.findBeginning(unfinished, url)
  if (have && have.size === bytes) return { status: 200, finalUrl: url }
  const headers = definedOnly({
    accept: '*/*',
    // Packed, a range would be one of the packed bytes.
    'accept-encoding': 'identity',
    range: have ? `bytes=${have.size}-` : undefined,
    'if-range': have?.validator,
  })
  const sent = { url, method: 'GET', headers, timeoutMs: TIMEOUT_MS } as const
  return send(sent, context, signal, async (received) => {
    const { status } = received
    const arrived = { status, finalUrl: received.url.href, ...describe(received) }
    if (status === 416 && have) {
      // All of it was there already; or what was there is not a beginning of it, and it is begun anew.
      if (wholeLength(received) === have.size) return { ...arrived, status: 200 }
      await part.discardPart(unfinished)
      return { ...arrived, status: 503 }
    }
    if (status !== 200 && status !== 206) return arrived
    const { from, total } = await checkBeginning(received, have, unfinished, { bytes, maxBytes })
    if (from === 0) await part.beginPart(unfinished, url, validatorOf(received))
    await part.writePart(unfinished, from, received.body, {
      maxBytes: bytes ?? maxBytes,
      clock: context.clock,
      onProgress: (done) => onProgress?.(done, total),
    })
    if (total !== undefined && (await part.sizeOf(unfinished)) !== total)
      throw new BadBodyError(reason('network.file-cut-short'))
    return arrived
  })
}

/** Where the bytes that come belong, and how many there are in all; throws where they are not those asked for. */
async function checkBeginning(
  received: ReceivedResponse,
  have: part.Beginning | undefined,
  unfinished: string,
  { bytes, maxBytes }: { readonly bytes: number | undefined; readonly maxBytes: number },
) {
  if (!/^(?:identity)?$/i.test(received.headers['content-encoding']?.trim() ?? ''))
    throw new WrongContentError(reason('network.packed'))
  const from = received.status === 206 ? (have?.size ?? 0) : 0
  if (received.status === 206 && !isRestOf(received, have)) {
    await part.discardPart(unfinished)
    throw new WrongContentError(reason('network.other-part'))
  }
  const total = lengthOf(received, from) ?? bytes
  if ((total ?? 0) > maxBytes) throw part.tooLong(maxBytes)
  if (bytes !== undefined && total !== bytes)
    throw new WrongContentError(reason('network.wrong-length', { bytes: total, promised: bytes }))
  return { from, total }
}

const describe = ({ headers }: ReceivedResponse) => ({
  retryAfter: headers['retry-after'],
  contentType: headers['content-type'],
})

function validatorOf({ headers }: ReceivedResponse): string | undefined {
  const { etag, 'last-modified': lastModified } = headers
  // A weak validator does not vouch for bytes (RFC 9110, 13.1.5).
  return etag !== undefined && !etag.startsWith('W/') ? etag : lastModified
}

/** Begins where it should, and is of the same file, even where the host does not heed If-Range. */
function isRestOf({ headers }: ReceivedResponse, have: part.Beginning | undefined): boolean {
  const start = /^bytes (\d+)-/.exec(headers['content-range'] ?? '')?.[1]
  if (Number(start) !== (have?.size ?? 0)) return false
  return !have?.validator.startsWith('"') || !headers.etag || headers.etag === have.validator
}

const wholeLength = ({ headers }: ReceivedResponse) =>
  Number(/\/(\d+)$/.exec(headers['content-range'] ?? '')?.[1] ?? Number.NaN)

/** Of the whole file, where the host says it. */
function lengthOf(received: ReceivedResponse, from: number): number | undefined {
  const whole = wholeLength(received)
  if (received.status === 206 && !Number.isNaN(whole)) return whole
  const length = /^\d+$/.exec(received.headers['content-length'] ?? '')?.[0]
  return length === undefined ? undefined : from + Number(length)
}
