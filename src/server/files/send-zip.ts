import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import yazl from 'yazl'
import type { ZipMember } from '../../app/archives/files/sendable.ts'
import type { RequestContext } from '../auth/principal.ts'
import { isClientGone } from '../client-gone.ts'
import { dispose } from './disposition.ts'
import { openPlain } from './send-file.ts'

const texts = /\.(?:m3u8?|xspf|jspf|csv|txt|json|jsonl|html)$/i
const NOTE = 'NOT IN THIS ZIP.txt'

/**
 * Sends files as one zip, read one after the other as fast as the client takes it. What has gone meanwhile is
 * told in a note of its own; where something breaks, the zip ends without its directory, and no reader takes it.
 */
export async function sendZip(
  c: RequestContext,
  name: string,
  members: readonly ZipMember[],
): Promise<Response> {
  const { incoming, outgoing } = c.env
  outgoing.writeHead(200, {
    'Content-Type': 'application/zip',
    'Content-Disposition': dispose('attachment', `${name}.zip`),
  })
  if (incoming.method === 'HEAD') {
    outgoing.end()
    return RESPONSE_ALREADY_SENT
  }
  const zip = new yazl.ZipFile()
  const broken = new AbortController()
  const signal = AbortSignal.any([c.var.principal.gone, broken.signal])
  zip.on('error', (error) => broken.abort(error))
  const sent = pipeline(zip.outputStream, outgoing, { signal })
  // Looked at below; a client that leaves before the last file was added must not count as unhandled.
  sent.catch((error) => broken.abort(error))
  try {
    await fill(zip, members, signal)
    zip.end()
    await sent
  } catch (error) {
    // Which ends the connection too.
    broken.abort(error)
    // What broke first says why; the rest only ended with it.
    const cause = signal.reason ?? error
    if (!isClientGone(cause)) throw cause
  }
  return RESPONSE_ALREADY_SENT
}

async function fill(zip: yazl.ZipFile, members: readonly ZipMember[], signal: AbortSignal) {
  const names = new Set<string>()
  const missing: string[] = []
  for (const member of members) {
    const { name } = member
    signal.throwIfAborted()
    const isAdded = isZipName(name) && !names.has(name) && (await add(zip, member, signal))
    if (!isAdded) missing.push(name)
    names.add(name)
  }
  if (missing.length > 0) zip.addBuffer(Buffer.from(tellMissing(missing)), NOTE)
}

/** False where it is not there any more. */
async function add(zip: yazl.ZipFile, member: ZipMember, signal: AbortSignal): Promise<boolean> {
  const { name } = member
  if ('path' in member) {
    await using file = await openPlain(member.path)
    if (!file) return false
    const { mtime } = await file.stat()
    await addStream(zip, name, file.createReadStream({ autoClose: false }), mtime, signal)
    return true
  }
  const remote = await member.find(signal)
  if (!remote) return false
  const bytes = Readable.from(remote.read({ start: 0, end: remote.bytes }, signal))
  await addStream(zip, name, bytes, new Date(), signal)
  return true
}

async function addStream(
  zip: yazl.ZipFile,
  name: string,
  bytes: Readable,
  mtime: Date,
  signal: AbortSignal,
) {
  try {
    zip.addReadStream(bytes, name, { compress: texts.test(name), mtime, mode: 0o100644 })
    await finished(bytes, { signal, writable: false })
  } finally {
    bytes.destroy()
  }
}

/** Whoever unpacks a zip must not be led out of the folder. */
const isZipName = (name: string) =>
  !/[\\\p{Cc}]|^[a-z]:/iu.test(name) &&
  name.split('/').every((part) => part !== '' && part !== '.' && part !== '..')

const tellMissing = (names: readonly string[]) =>
  `These files could not be read when the zip was made:\n\n${names.join('\n')}\n`
