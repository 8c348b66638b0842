import { execFileSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { ArchivedFile } from '../../src/model/archived-file.ts'
import { useTemporary } from './support/temporary.ts'

const place = useTemporary()

const namespaces = 'unshare'

/** Mounts a file system of 400 kB at a folder, for one command alone. */
const mounted = (folder: string, ...command: string[]) =>
  execFileSync(
    namespaces,
    [
      '--map-root-user',
      '--mount',
      'sh',
      '-c',
      'mount -t tmpfs -o size=400k none "$0" && exec "$@"',
      folder,
      ...command,
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  )

const canMount = (() => {
  try {
    mounted('/mnt', 'true')
    return true
  } catch {
    console.warn('SKIPPED, no small file system can be mounted here: full and read-only disks')
    return false
  }
})()

interface Seen {
  readonly keptWhileFull: readonly string[]
  readonly errors: readonly unknown[]
  readonly lines: readonly ArchivedFile[]
  readonly tree: Readonly<Record<string, string>>
  readonly readOnly: readonly unknown[]
  readonly decided: readonly string[]
  readonly readBack: readonly string[]
}

test.skipIf(!canMount)('a full or read-only disk loses nothing and says what to do', async () => {
  await mkdir(place.dir)
  const script = fileURLToPath(new URL('./support/full-disk.ts', import.meta.url))
  const seen: Seen = JSON.parse(mounted(place.dir, process.execPath, script, place.dir))

  expect(seen.errors.length).toBeGreaterThan(3)
  for (const error of seen.errors)
    expect(error).toEqual({
      name: 'StorageError',
      message: expect.stringMatching(/^There is no space left for the archive/),
      hint: expect.stringContaining('Make room'),
    })
  expect(seen.keptWhileFull.length).toBeGreaterThan(0)
  const paths = seen.lines.map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining([...seen.keptWhileFull]))
  for (const { path, sha256 } of seen.lines) expect(seen.tree[path]).toBe(sha256)
  expect(Object.keys(seen.tree).filter((path) => path.endsWith('.mp3'))).toEqual(paths.toSorted())

  expect(seen.decided.length).toBeGreaterThan(1)
  expect(seen.decided.length).toBeLessThan(40)
  expect(seen.readBack.toSorted()).toEqual(seen.decided.toSorted())

  expect(seen.readOnly).toHaveLength(2)
  for (const error of seen.readOnly)
    expect(error).toMatchObject({
      name: 'StorageError',
      message: expect.stringMatching(/may not be written to|cannot be reached/),
    })
})
