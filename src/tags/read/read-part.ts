import type { ByteSource } from './file-bytes.ts'

/** Tags, even with large covers, take less. */
const MAX_PART_BYTES = 32 * 1024 * 1024

/** What stands between these places. A size that cannot be of a tag must not claim the memory: the rest is left out. */
export const readPart = (file: ByteSource, start: number, end: number) =>
  file.read(start, Math.min(end - start, MAX_PART_BYTES))
