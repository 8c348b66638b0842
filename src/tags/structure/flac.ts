import { FileStart } from '../file-start.ts'
import { tagSize } from '../id3/id3v2-tags.ts'
import { STREAM_INFO_BYTES } from '../xiph/stream-info.ts'

const MARK = 'fLaC'
const STREAMINFO = 0
const [VORBIS_COMMENT, INVALID] = [4, 127]

/** RFC 9639, section 8 and 9.1: the chain of blocks leads to the first frame. */
export async function findFlacFault(path: string): Promise<string | undefined> {
  await using file = await FileStart.open(path)
  await file.load(Math.min(10, file.size))
  let at = tagSize(file.bytes)
  if (!(await file.load(at + 4)) || file.bytes.toString('latin1', at, at + 4) !== MARK)
    return `no ${MARK} at byte ${at}`
  at += 4
  for (let [number, last, comments] = [0, false, 0]; !last; number++) {
    if (!(await file.load(at + 4))) return `block ${number} is missing`
    const [flags, size] = [file.bytes.readUInt8(at), file.bytes.readUIntBE(at + 1, 3)]
    const type = flags & 0x7f
    last = flags >= 0x80
    if (type === INVALID) return `block ${number} is none`
    if ((number === 0) !== (type === STREAMINFO)) return `block ${number} is of type ${type}`
    if (number === 0 && size !== STREAM_INFO_BYTES) return `STREAMINFO has ${size} bytes`
    if (type === VORBIS_COMMENT && ++comments > 1) return 'there are two lists of comments'
    at += 4 + size
    if (at > file.size) return `block ${number} ends behind the file`
  }
  if (!(await file.load(at + 2))) return 'there is no frame'
  // Fourteen bits of one, a zero, and the kind of blocks.
  const isSync = (file.bytes.readUInt16BE(at) & 0xfffe) === 0xfff8
  return isSync ? undefined : `no frame at byte ${at}`
}
