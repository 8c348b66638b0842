import type { ByteSource } from '../read/file-bytes.ts'
import { readPart } from '../read/read-part.ts'
import { type Box, readBoxHeader } from './mp4-boxes.ts'

/** Real lists are not longer; a fragmented film has some thousands. */
const MAX_BOXES = 100_000

/** The boxes of this part of a file, of which the headers alone are read. One that cannot be ends the list. */
export async function* walkBoxes(file: ByteSource, from: number, to: number): AsyncGenerator<Box> {
  for (let [at, count] = [from, 0]; at < to && count < MAX_BOXES; count++) {
    const header = await file.read(at, Math.min(16, to - at))
    const box = readBoxHeader(header, at, to) ?? cutBox(header, at, to)
    if (!box) return
    yield box
    at = box.end
  }
}

/** The last box of a file that was cut short ends with it. */
function cutBox(header: Buffer, start: number, limit: number): Box | undefined {
  if (header.length < 8 || header.readUInt32BE() < 8) return undefined
  const name = header.toString('latin1', 4, 8)
  return /^[\x20-\x7e\xa9]{4}$/.test(name)
    ? { name, start, content: start + 8, end: limit }
    : undefined
}

export async function boxesIn(file: ByteSource, box: Pick<Box, 'content' | 'end'>): Promise<Box[]> {
  return await Array.fromAsync(walkBoxes(file, box.content, box.end))
}

/** The first box at the end of this path. */
export async function findBox(
  file: ByteSource,
  parent: Pick<Box, 'content' | 'end'>,
  ...path: readonly string[]
): Promise<Box | undefined> {
  let found: Pick<Box, 'content' | 'end'> | undefined = parent
  for (const name of path) {
    if (!found) return undefined
    found = (await boxesIn(file, found)).find((box) => box.name === name)
  }
  return found as Box | undefined
}

export const readContent = (file: ByteSource, { content, end }: Pick<Box, 'content' | 'end'>) =>
  readPart(file, content, end)
