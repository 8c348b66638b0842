import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { getMimeType } from 'hono/utils/mime'
import { codeOf } from '../../base/file.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

export type Encoding = 'br' | 'gzip'

/** One file of the page, as it is held in memory. */
export interface PageFile {
  readonly type: string
  readonly etag: string
  readonly bytes: Buffer
  /** Smaller forms, for whoever takes them. */
  readonly packed: ReadonlyMap<Encoding, Buffer>
  /** Its name tells its content: it never changes. */
  readonly isHashed: boolean
}

const endings = { br: '.br', gzip: '.gz' } as const satisfies Record<Encoding, string>
const text = /^(?:text\/|application\/(?:json|manifest\+json|javascript)|image\/svg)/
const hashed = /[.-][\w-]{8,}\.\w+$/
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Reads the page as it was built, by its paths (`/assets/index-Bx3.js`). Throws UserError where there is none. */
export async function readPage(dir: string): Promise<ReadonlyMap<string, PageFile>> {
  const raw = new Map<string, Buffer>()
  for (const path of await listFiles(dir)) raw.set(path, await readFile(join(dir, path)))
  if (!raw.has('/index.html'))
    throw new UserError(reason('server.no-page', { dir }), reason('server.build-page'))
  const page = new Map<string, PageFile>()
  for (const [path, bytes] of raw)
    if (!isPacked(path, raw)) page.set(path, await describe(path, bytes, raw))
  return page
}

async function listFiles(dir: string): Promise<readonly string[]> {
  try {
    const found = await readdir(dir, { recursive: true, withFileTypes: true })
    return found
      .filter((entry) => entry.isFile())
      .map((entry) => `/${relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return []
    throw error
  }
}

const isPacked = (path: string, raw: ReadonlyMap<string, Buffer>) =>
  Object.values(endings).some(
    (ending) => path.endsWith(ending) && raw.has(path.slice(0, -ending.length)),
  )

async function describe(
  path: string,
  bytes: Buffer,
  raw: ReadonlyMap<string, Buffer>,
): Promise<PageFile> {
  const type = getMimeType(path) ?? 'application/octet-stream'
  const etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  const packed = new Map<Encoding, Buffer>()
  for (const encoding of ['br', 'gzip'] as const) {
    const given = raw.get(path + endings[encoding])
    const made = given ?? (text.test(type) ? await pack(bytes, encoding) : undefined)
    if (made && made.length < bytes.length) packed.set(encoding, made)
  }
  return { type, etag, bytes, packed, isHashed: path.startsWith('/assets/') && hashed.test(path) }
}

// A little less than the most that is possible: at start somebody waits for it.
const pack = (bytes: Buffer, encoding: Encoding) =>
  encoding === 'br'
    ? brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
    : zip(bytes, { level: 9 })
