import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

/** A box of ISO/IEC 14496-12: its name, and where it and its content stand. */
export interface Box {
  readonly name: string
  readonly start: number
  readonly content: number
  readonly end: number
}

export const damagedBoxes = () => new UserError(reason('media.m4a-boxes-damaged'))

/** What a header says; a size of 0 means up to `limit`. Nothing where it cannot be. */
export function readBoxHeader(header: Uint8Array, start: number, limit: number): Box | undefined {
  if (header.length < 8) return undefined
  const view = Buffer.from(header.buffer, header.byteOffset, header.byteLength)
  const small = view.readUInt32BE(0)
  const large = small === 1
  if (large && header.length < 16) return undefined
  const size = large ? Number(view.readBigUInt64BE(8)) : small === 0 ? limit - start : small
  const content = start + (large ? 16 : 8)
  const end = start + size
  if (!Number.isSafeInteger(end) || end < content || end > limit) return undefined
  return { name: view.toString('latin1', 4, 8), start, content, end }
}

/** The boxes that fill this part of the bytes. QuickTime ends some lists with four bytes of zero. */
export function readBoxes(bytes: Uint8Array, from: number, to: number): Box[] {
  const { boxes, end } = readWholeBoxes(bytes, from, to)
  const isTerminator = to - end === 4 && bytes.subarray(end, to).every((byte) => byte === 0)
  if (end < to && !isTerminator) throw damagedBoxes()
  return boxes
}

/** The boxes at the beginning of this part of the bytes, and where what is none begins. */
export function readWholeBoxes(bytes: Uint8Array, from: number, to: number) {
  const boxes: Box[] = []
  let end = from
  for (; end < to; ) {
    const box = readBoxHeader(bytes.subarray(end, end + 16), end, to)
    if (!box) break
    boxes.push(box)
    end = box.end
  }
  return { boxes, end }
}

export function writeBox(name: string, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const header = Buffer.alloc(8)
  header.writeUInt32BE(8 + content.length, 0)
  header.write(name, 4, 'latin1')
  return Buffer.concat([header, content])
}
