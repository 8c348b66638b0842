import { appendFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { syncFile, writeAtomic } from '../../base/file.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import type { PackEvent } from '../packer.ts'
import { refuseOccupied, Staging } from '../staging.ts'
import { compareReleases, type RowChange } from './changes.ts'
import { describeRelease } from './describe.ts'
import { GzipLines } from './gzip-lines.ts'
import type { Release } from './release.ts'
import type { MetadataRow } from './row.ts'
import { DIGESTS, readDigests, writeRows } from './write-rows.ts'

const LATEST = 'latest.json'
const CHANGELOG = 'changelog.jsonl'
const RELEASES = 'releases'
/** How often it is told how far it is. */
const TELL_EVERY_MS = 500
const CHANGES = 'changes.jsonl.gz'

export interface ReleaseRequest {
  readonly out: string
  readonly rows: AsyncIterable<MetadataRow> | Iterable<MetadataRow>
  /** How many there are, about. */
  readonly total: number
  /** Leave out rows whose text and data mining is reserved. */
  readonly withoutReserved?: boolean
  readonly rowsAGroup?: number
  readonly signal: AbortSignal
}

/**
 * Adds a release to a folder of releases, or begins one. Each has all rows as Parquet and as JSON lines, a data
 * dictionary, and what differs from the release before, by ids that last. Where nothing differs, none is added. A release
 * is there whole or not at all; `latest.json` is replaced last.
 */
export async function* writeRelease(request: ReleaseRequest): AsyncGenerator<PackEvent> {
  const { out, withoutReserved, signal, total } = request
  const latest = await readLatest(out)
  if (!latest) await refuseOccupied(out)
  await mkdir(join(out, RELEASES), { recursive: true })
  const release = await nextName(out)
  const goal = join(out, RELEASES, release)
  await using staging = await Staging.open(goal)
  const folder = staging.dir
  let done = 0
  const rows = withoutReserved ? withoutReservedRows(request.rows) : request.rows
  const work = `${folder}-work`
  const { rowsAGroup } = request
  const writing = writeRows(rows, { folder, work, rowsAGroup, signal, onRow: () => done++ })
  for (let isDone = false; !isDone; ) {
    isDone = await Promise.race([writing.then(() => true), setTimeout(TELL_EVERY_MS, false)])
    yield { kind: 'progress', unit: 'rows', done, total }
  }
  const written = await writing
  if (latest?.sha256 === written.sha256) {
    yield await describePacked(join(out, RELEASES, latest.release))
    return
  }
  const counts = await writeChanges(folder, latest && join(out, RELEASES, latest.release))
  const described: Release = { release, ...written, previous: latest?.release, ...counts }
  await write(join(folder, 'release.json'), `${JSON.stringify(described)}\n`)
  await write(join(folder, 'README.md'), describeRelease(described))
  await staging.moveTo(goal)
  await appendFile(join(out, CHANGELOG), `${JSON.stringify(described)}\n`)
  await syncFile(join(out, CHANGELOG))
  await writeAtomic(join(out, LATEST), `${JSON.stringify(described)}\n`)
  yield await describePacked(goal)
}

async function describePacked(path: string): Promise<PackEvent> {
  const names = await readdir(path)
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(path, name))).size))
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  return { kind: 'packed', path, files: names.length, bytes }
}

async function* withoutReservedRows(rows: AsyncIterable<MetadataRow> | Iterable<MetadataRow>) {
  for await (const row of rows) if (!row.tdmReserved) yield row
}

async function readLatest(out: string): Promise<Release | undefined> {
  const text = await readFile(join(out, LATEST), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    const { release, sha256, rows } = JSON.parse(text)
    if (/^\d{4,}$/.test(release) && typeof sha256 === 'string' && typeof rows === 'number')
      return JSON.parse(text)
  } catch {
    // It is said below.
  }
  throw new UserError(
    reason('package.not-empty', { path: out }),
    reason('package.name-another-folder'),
  )
}

/** A release that a killed run finished and did not tell of keeps its number. */
async function nextName(out: string): Promise<string> {
  const names = await readdir(join(out, RELEASES))
  const numbers = names.filter((name) => /^\d{4,}$/.test(name)).map(Number)
  return String(Math.max(0, ...numbers) + 1).padStart(4, '0')
}

async function writeChanges(folder: string, previous: string | undefined) {
  const counts: Record<RowChange['kind'], number> = { added: 0, changed: 0, removed: 0 }
  const lines = new GzipLines(join(folder, CHANGES))
  const before = previous === undefined ? none() : readDigests(join(previous, DIGESTS))
  for await (const change of compareReleases(before, readDigests(join(folder, DIGESTS)))) {
    counts[change.kind]++
    // A first release is all of it: its rows say so already.
    const pending = previous === undefined ? undefined : lines.add(JSON.stringify(change))
    if (pending) await pending
  }
  await lines.close()
  return counts
}

async function* none(): AsyncGenerator<never> {}

async function write(path: string, text: string) {
  await writeFile(path, text, { flag: 'wx' })
  await syncFile(path)
}
