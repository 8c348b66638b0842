import { copyFile, open, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { newReplacedFolder, setAside } from '../../archive/files/inside.ts'
import { appendLine } from '../../archive/journal/append.ts'
import { writeAtomic } from '../../base/file.ts'
import { look } from '../../base/inside.ts'
import type { CheckLine } from '../../fixity/audit/check-line.ts'
import { beginsAs, spareOf } from '../verify/growing-records.ts'

/** A copy of a record that begins as the last check has read it; undefined where there is none. */
export async function findRecord(
  root: string,
  name: string,
  last: CheckLine,
  copies: readonly string[],
): Promise<string | undefined> {
  for (const place of [spareOf(root, name), ...copies.map((folder) => join(folder, name))])
    if (await beginsAs(place, last)) return place
  return undefined
}

/**
 * Puts a record that only grows back to what the last check has read, from a copy that `findRecord` has found. Lines
 * that were added since stay behind it, those too that others add meanwhile. The damaged record is set aside.
 */
export async function repairRecord(
  root: string,
  name: string,
  { bytes = 0 }: CheckLine,
  copy: string,
): Promise<void> {
  const path = join(root, name)
  const state = join(root, '.songkeep')
  const copied = await readFile(copy)
  const found = await look(path)
  if (!found?.isFile()) {
    if (found) await setAside(path, state)
    return await writeAtomic(path, copied)
  }
  await using damaged = await open(path, 'r')
  await copyFile(path, join(await newReplacedFolder(state), basename(path)))
  const own = await damaged.readFile()
  // What is longer than it was has new lines at its end; of what is shorter the copy may have more.
  const isLonger = own.length > bytes
  const whole = isLonger ? Buffer.concat([copied.subarray(0, bytes), own.subarray(bytes)]) : copied
  await writeAtomic(path, whole)
  const late = await damaged.readFile()
  if (late.length > 0) await appendLine(path, late.toString())
}
