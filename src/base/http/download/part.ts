import { open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { reason } from '../../../model/reason.ts'
import { StorageError } from '../../../words/user-error.ts'
import { codeOf } from '../../file.ts'
import { asStorageError } from '../../storage.ts'
import type { Clock } from '../limit/rate-limiter.ts'
import { BadBodyError, TooLongError } from '../send/body.ts'

/** What an unfinished file is the beginning of, so that only the same file is gone on with. */
export interface Beginning {
  readonly size: number
  /** A strong ETag or a Last-Modified date, for If-Range. */
  readonly validator: string
}

interface ResumeNote {
  readonly url: string
  readonly validator: string
}

const noteOf = (part: string) => `${part}.json`

/** What an earlier attempt left of the file at `url`. What is left of anything else is thrown away. */
export async function findBeginning(part: string, url: string): Promise<Beginning | undefined> {
  const size = await sizeOf(part)
  const text = size > 0 ? await readFile(noteOf(part), 'utf8').catch(() => '') : ''
  try {
    const { url: noted, validator } = JSON.parse(text) as ResumeNote
    if (noted === url && typeof validator === 'string') return { size, validator }
  } catch {
    // No note, or half of one: the part is of nothing that could be named.
  }
  await discardPart(part)
  return undefined
}

/** Empties the file first: a note must never stand beside what it does not speak of. */
export async function beginPart(part: string, url: string, validator: string | undefined) {
  await onDisk(rm(noteOf(part), { force: true }))
  await using _ = await onDisk(open(part, 'w'))
  if (validator === undefined) return
  await onDisk(writeFile(noteOf(part), JSON.stringify({ url, validator } satisfies ResumeNote)))
}

export interface PartLimits {
  readonly maxBytes: number
  readonly clock: Clock
  readonly onProgress: (done: number) => void
}

/** Slower than that, a host holds its place for nothing. */
const SLOWEST = { bytes: 32 * 1024, perMs: 60_000 }

/** Writes each piece as it comes, so that what has arrived stays, however this ends. */
export async function writePart(
  part: string,
  from: number,
  body: Readable,
  { maxBytes, clock, onProgress }: PartLimits,
): Promise<void> {
  await using file = await onDisk(open(part, 'r+'))
  let done = from
  let mark = { at: clock.now(), done }
  for await (const chunk of body) {
    if (done + chunk.length > maxBytes) throw tooLong(maxBytes)
    await onDisk(file.write(chunk, 0, chunk.length, done))
    done += chunk.length
    onProgress(done)
    const now = clock.now()
    if (now - mark.at < SLOWEST.perMs) continue
    if (done - mark.done < SLOWEST.bytes) throw new BadBodyError(reason('network.too-slow'))
    mark = { at: now, done }
  }
}

export const tooLong = (maxBytes: number) =>
  new TooLongError(reason('network.file-too-long', { maxBytes }))

export async function discardPart(part: string): Promise<void> {
  await onDisk(rm(part, { force: true }))
  await forgetNote(part)
}

export const forgetNote = (part: string) => onDisk(rm(noteOf(part), { force: true }))

export const sizeOf = (path: string) =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

/** What goes wrong here is not the host's fault, and no second attempt mends it. */
export async function onDisk<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work
  } catch (thrown) {
    const error = asStorageError(thrown)
    if (error instanceof StorageError) throw error
    throw new StorageError(
      reason('storage.part-not-kept', { why: codeOf(error) ?? String(error) }),
      reason('storage.check-part-folder'),
      { cause: error },
    )
  }
}
