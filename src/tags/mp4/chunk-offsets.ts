import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { type Box, damagedBoxes, readBoxes } from './mp4-boxes.ts'

/**
 * Corrects the tables of where the audio's chunks begin, counted from the file's start, once the box that they stand in
 * ends later by `shift`. Chunks before its old `end` stay.
 */
export function moveChunks(moov: Buffer, end: number, shift: number) {
  for (const table of tablesIn(moov)) {
    const wide = table.name === 'co64'
    for (const [index, was] of chunkOffsets(moov, table).entries()) {
      const at = table.content + 8 + index * (wide ? 8 : 4)
      if (was < end) continue
      if (wide) moov.writeBigUInt64BE(BigInt(was + shift), at)
      else if (was + shift > 0xffffffff) throw new UserError(reason('media.tags-too-large-for-m4a'))
      else moov.writeUInt32BE(was + shift, at)
    }
  }
}

/** ISO/IEC 14496-12, section 8.7.5: version and flags, a count, and offsets of 32 bits, or 64 in `co64`. */
export function chunkOffsets(moov: Buffer, { name, content, end }: Box): number[] {
  const [wide, count] = [name === 'co64', moov.readUInt32BE(content + 4)]
  const width = wide ? 8 : 4
  if (count * width > end - content - 8) throw damagedBoxes()
  return Array.from({ length: count }, (_, i) => {
    const at = content + 8 + i * width
    return wide ? Number(moov.readBigUInt64BE(at)) : moov.readUInt32BE(at)
  })
}

/** By their path, since boxes may be nested as deeply as a file is long. */
function tablesIn(moov: Uint8Array): Box[] {
  let boxes = readBoxes(moov, 0, moov.length)
  for (const name of ['trak', 'mdia', 'minf', 'stbl', ''])
    boxes = boxes
      .flatMap(({ content, end }) => readBoxes(moov, content, end))
      .filter((box) => (name ? box.name === name : /^(stco|co64)$/.test(box.name)))
  return boxes.filter(({ content, end }) => end - content >= 8)
}
