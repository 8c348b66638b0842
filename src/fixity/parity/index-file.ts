import { lstat, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, syncFolder, writeAtomic } from '../../base/file.ts'
import { asRecord, findExcess } from '../../base/json.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { matrixOf } from './arithmetic/reed-solomon.ts'
import { fileBytes, ParityFile } from './container.ts'
import { type Group, GroupLayout } from './group.ts'
import { DIGEST_BYTES, describeGroup, nameOf, ParityFormatError, readGroup } from './head.ts'
import { PARITY_FOLDER } from './parity.ts'
import { MAX_MEMBERS } from './plan.ts'

export const INDEX = 'index.jsonl'
const MAX_INDEX_BYTES = 512 * 2 ** 20
const NAME = /^[0-9a-f]{16}\.parity$/
const bounds = { maxDepth: 4, maxValues: 8 * MAX_MEMBERS }

/** A group and its parity file. The name follows from the group, so that no other content can bear it. */
export interface NamedGroup extends Group {
  readonly name: string
  /** Size of the parity file, when it is whole. */
  readonly fileBytes: number
}

const matrices = new Map<string, readonly Uint8Array[]>()

export function nameGroup({ shape, blockBytes, members }: Group): NamedGroup {
  const key = `${shape.data}+${shape.parity}`
  const matrix = matrices.get(key) ?? matrixOf(shape)
  matrices.set(key, matrix)
  const description = describeGroup({ shape, blockBytes, members }, matrix)
  const { blocks, rows, shardBytes } = new GroupLayout({ shape, blockBytes, members })
  const digestBytes = (blocks + shape.parity * rows) * DIGEST_BYTES
  const headBytes = Buffer.byteLength(description) + 1 + digestBytes
  const name = nameOf(description)
  return {
    shape,
    blockBytes,
    members,
    name,
    fileBytes: fileBytes(headBytes, shape.parity * shardBytes),
  }
}

/** What an archive's `parity/` holds. */
export interface ParityIndex {
  readonly folder: string
  readonly groups: readonly NamedGroup[]
  /** The index is not there, or has lines that cannot be read; the parity files themselves told their groups. */
  readonly isDamaged: boolean
}

/**
 * Reads the index. Parity files that it does not name describe themselves, so a lost index costs nothing but time. An
 * archive without parity has no groups.
 */
export async function readIndex(root: string): Promise<ParityIndex> {
  const folder = join(root, PARITY_FOLDER)
  const names = await listFolder(folder)
  if (!names) return { folder, groups: [], isDamaged: false }
  const { groups, isDamaged } = await readLines(join(folder, INDEX))
  const count = groups.length
  const known = new Set(groups.map(({ name }) => name))
  const unnamed = names.filter((name) => NAME.test(name) && !known.has(name))
  for (const name of unnamed) {
    const group = await readUnnamed(folder, name)
    if (group) groups.push(group)
  }
  // Without any group it may be that parity was never made.
  return { folder, groups, isDamaged: groups.length > count || (isDamaged && count > 0) }
}

async function readLines(path: string): Promise<{ groups: NamedGroup[]; isDamaged: boolean }> {
  const found = await lstat(path).catch(() => undefined)
  if (!found?.isFile() || found.size > MAX_INDEX_BYTES) return { groups: [], isDamaged: true }
  const groups = new Map<string, NamedGroup>()
  let isDamaged = false
  for (const line of (await readFile(path, 'utf8')).split('\n')) {
    if (line === '') continue
    const group = readLine(line)
    if (group) groups.set(group.name, group)
    else isDamaged = true
  }
  return { groups: [...groups.values()], isDamaged }
}

/** Undefined where the line does not tell the group that bears its name. */
function readLine(line: string): NamedGroup | undefined {
  if (findExcess(line, bounds)) return undefined
  try {
    const value = asRecord(JSON.parse(line))
    const group = nameGroup(readGroup(value))
    return group.name === value.name ? group : undefined
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ParityFormatError) return undefined
    throw error
  }
}

async function readUnnamed(folder: string, name: string): Promise<NamedGroup | undefined> {
  try {
    await using file = await ParityFile.open(folder, name)
    const group = nameGroup(file.head.layout.group)
    return group.name === name ? group : undefined
  } catch (error) {
    if (error instanceof ParityFormatError || codeOf(error)) return undefined
    throw error
  }
}

/** Undefined where there is none. Throws where a link or a file has its name. */
async function listFolder(folder: string): Promise<readonly string[] | undefined> {
  const found = await lstat(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
  if (!found) return undefined
  if (!found.isDirectory())
    throw new UserError(reason('fixity.parity-in-the-way', { path: folder }))
  return await readdir(folder)
}

/** Makes the folder where there is none, and writes the index anew. */
export async function writeIndex(folder: string, groups: readonly NamedGroup[]): Promise<void> {
  try {
    await mkdir(folder)
    await syncFolder(join(folder, '..'))
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  const temporary = join(folder, `${INDEX}.part`)
  // Of a run that was killed.
  await rm(temporary, { force: true })
  await writeAtomic(join(folder, INDEX), linesOf(groups), temporary)
}

function* linesOf(groups: readonly NamedGroup[]): Generator<string> {
  for (const { name, fileBytes: bytes, shape, blockBytes, members } of groups) {
    const files = members.map(({ path, sha256, ...size }) =>
      size.length === size.bytes
        ? { path, bytes: size.bytes, sha256 }
        : { path, bytes: size.bytes, sha256, offset: size.offset, length: size.length },
    )
    yield `${JSON.stringify({ name, bytes, shards: shape, blockBytes, files })}\n`
  }
}
