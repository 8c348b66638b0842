import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, open, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file system of its own in memory, as a disk that may be full, or be pulled out. */
export interface SmallDisk extends AsyncDisposable {
  readonly dir: string
  /** `64m` */
  resize(size: string): void
  /** Pulled out while it is in use: an empty folder is left in its place. */
  detach(): void
  attach(): void
  /** Leaves so many bytes free, at most; returns how to make room again. */
  fill(freeBytes: number): Promise<() => Promise<void>>
}

/** Undefined, and that is said aloud, where none may be mounted; `untested` names what is left out then. */
export async function mountSmallDisk(
  size: string,
  untested: string,
): Promise<SmallDisk | undefined> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'songkeep-disk-')))
  const held = join(root, 'held')
  const dir = join(root, 'disk')
  await mkdir(held)
  await mkdir(dir)
  let isAttached = false
  const attach = () => {
    run('mount', '--bind', held, dir)
    isAttached = true
  }
  try {
    run('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', held)
    attach()
  } catch {
    console.warn(`SKIPPED, no small file system may be mounted here: ${untested}`)
    await rm(root, { recursive: true })
    return undefined
  }
  const detach = () => {
    run('umount', '--lazy', dir)
    isAttached = false
  }
  return {
    dir,
    resize: (to) => run('mount', '-o', `remount,size=${to}`, held),
    detach,
    attach,
    fill: (freeBytes) => fill(join(held, 'filler'), freeBytes),
    async [Symbol.asyncDispose]() {
      if (isAttached) detach()
      run('umount', '--lazy', held)
      await rm(root, { recursive: true })
    },
  }
}

const run = (program: string, ...args: readonly string[]) =>
  void execFileSync(program, args, { stdio: 'ignore' })

async function fill(path: string, freeBytes: number) {
  await using file = await open(path, 'w')
  let size = 0
  for (const bytes of [1 << 20, 1 << 12]) {
    const piece = Buffer.alloc(bytes)
    for (;;) {
      const written = await file.write(piece, 0, bytes, size).catch(() => undefined)
      if (!written) break
      size += written.bytesWritten
    }
  }
  await file.truncate(Math.max(0, size - freeBytes))
  return () => rm(path)
}
