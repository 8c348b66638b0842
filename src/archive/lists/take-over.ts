import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { look } from '../../base/inside.ts'
import { asRecord, asText, type JsonObject } from '../../base/json.ts'
import { MAX_TEXT_BYTES } from '../files/paths.ts'
import { isSafePath } from '../naming/clean.ts'
import type { ListLine } from './list-line.ts'
import type { ListLog } from './list-log.ts'

const FOLDERS = 'folders.json'
/**
 * The lists that no line names: those of an archive from before lists had ids, or whose `lists.jsonl` is lost. They
 * are known by their reports, and by what an older Songkeep noted of its folders.
 */
export async function findUnlisted(
  root: string,
  owners: ReadonlyMap<string, string>,
  log: ListLog,
): Promise<readonly ListLine[]> {
  const folders = (await look(root))?.isDirectory()
    ? await readdir(root, { withFileTypes: true })
    : []
  const found: ListLine[] = []
  for (const { name: folder } of folders.filter((each) => each.isDirectory())) {
    if (!isSafePath(folder) || log.ownerOf(folder) !== undefined) continue
    const line =
      readHead(folder, await readText(join(root, folder, 'report.json'))) ??
      lineOfOwner(folder, owners.get(folder))
    if (line) found.push(line)
  }
  return giveIds(found.toSorted(byFolder), log)
}

const byFolder = ({ folder: a = '' }: ListLine, { folder: b = '' }: ListLine) => (a < b ? -1 : 1)

async function readText(path: string): Promise<string> {
  const found = await look(path)
  return found?.isFile() && found.size <= MAX_TEXT_BYTES ? await readFile(path, 'utf8') : ''
}

/** Who an older Songkeep knew a folder by, where no run has come to its end. */
const lineOfOwner = (folder: string, name: string | undefined): ListLine | undefined =>
  name === undefined ? undefined : { id: '', at: START, name, by: 'input', folder }

const START = new Date(0).toISOString()

/** For a list from before lists had ids: the same whenever the archive is looked at. */
const idOfFolder = (folder: string) => createHash('sha256').update(folder).digest('hex').slice(0, 8)

function readHead(folder: string, text: string): ListLine | undefined {
  const { schema, playlist, finishedAt } = parse(text)
  const { id, name, uri } = asRecord(playlist)
  if (!asText(schema).startsWith('songkeep-report/') || typeof name !== 'string') return undefined
  return {
    id: typeof id === 'string' ? id : '',
    at: typeof finishedAt === 'string' && Date.parse(finishedAt) ? finishedAt : START,
    name,
    by: 'input',
    folder,
    uri: typeof uri === 'string' && uri !== '' ? uri : undefined,
  }
}

/** An address is the id of the list that was read from it last; an older one of that address has its folder's. */
function giveIds(found: readonly ListLine[], log: ListLog): readonly ListLine[] {
  const latestFirst = found.toSorted((a, b) => (a.at < b.at ? 1 : -1))
  const taken = new Set(log.list().flatMap(({ id, uris }) => [id, ...uris]))
  const given = new Map<ListLine, ListLine>()
  for (const line of latestFirst) {
    const { folder = '', uri } = line
    const isOwn = uri !== undefined && !taken.has(uri)
    const ids = [line.id, isOwn ? uri : '', idOfFolder(folder), `folder:${folder}`]
    const id = ids.find((each) => each && !taken.has(each)) ?? `folder:${folder}`
    taken.add(id)
    if (isOwn) taken.add(uri)
    given.set(line, { ...line, id, uri: isOwn ? uri : undefined })
  }
  return found.flatMap((line) => given.get(line) ?? [])
}

/** Which playlist each folder is, as an older Songkeep noted it. */
export async function readOwners(state: string): Promise<ReadonlyMap<string, string>> {
  const noted = parse(await readText(join(state, FOLDERS)))
  return new Map(
    Object.entries(noted).flatMap(([folder, name]) =>
      typeof name === 'string' ? [[folder, name] as const] : [],
    ),
  )
}

function parse(text: string): JsonObject {
  try {
    return asRecord(JSON.parse(text))
  } catch {
    return {}
  }
}
