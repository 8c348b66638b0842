import type { FileHandle } from 'node:fs/promises'
import { type Box, damagedBoxes, readBoxHeader } from './mp4-boxes.ts'

const MAX_BOXES = 10_000

/** The outermost boxes of a file. What follows the last one, and is none, is ignored. */
export async function readTopBoxes(file: FileHandle, size: number): Promise<Box[]> {
  const boxes: Box[] = []
  for (let at = 0; at < size; ) {
    const header = Buffer.alloc(16)
    const { bytesRead } = await file.read(header, 0, 16, at)
    const box = readBoxHeader(header.subarray(0, bytesRead), at, size)
    if (!box) break
    if (boxes.push(box) > MAX_BOXES) throw damagedBoxes()
    at = box.end
  }
  return boxes
}
