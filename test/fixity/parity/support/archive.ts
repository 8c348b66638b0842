import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ProtectedFile } from '../../../../src/fixity/parity/parity.ts'

/** A folder with files that parity is made of; it goes when the test ends. */
export class Folder implements AsyncDisposable {
  readonly root: string
  /** What each file is to hold. */
  readonly contents = new Map<string, Uint8Array>()

  private constructor(root: string) {
    this.root = root
  }

  static async make(contents: Readonly<Record<string, Uint8Array>>): Promise<Folder> {
    const folder = new Folder(await mkdtemp(join(tmpdir(), 'songkeep-parity-')))
    for (const [path, bytes] of Object.entries(contents)) await folder.write(path, bytes)
    return folder
  }

  get files(): ProtectedFile[] {
    return [...this.contents].map(([path, bytes]) => describeFile(path, bytes))
  }

  file(path: string): ProtectedFile {
    return describeFile(path, this.contents.get(path) ?? new Uint8Array())
  }

  place(path: string): string {
    return join(this.root, path)
  }

  /** A new file, or another content. */
  async write(path: string, bytes: Uint8Array): Promise<void> {
    this.contents.set(path, bytes)
    await this.damage(path, () => bytes)
  }

  /** Changes what lies there, and not what should be there; `undefined` removes it. */
  async damage(path: string, change: (bytes: Uint8Array) => Uint8Array | undefined) {
    const now = await this.read(path)
    const bytes = change(now ?? new Uint8Array())
    await mkdir(dirname(this.place(path)), { recursive: true })
    if (bytes) await writeFile(this.place(path), bytes)
    else await rm(this.place(path), { force: true })
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    return await readFile(this.place(path)).catch(() => undefined)
  }

  async [Symbol.asyncDispose]() {
    await rm(this.root, { recursive: true, force: true })
  }
}

const describeFile = (path: string, bytes: Uint8Array): ProtectedFile => ({
  path,
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})

/** Bytes that look random and are always the same. */
export function noise(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length)
  for (let at = 0, state = seed * 2654435761 + 1; at < length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    bytes[at] = state >>> 24
  }
  return bytes
}
