import { open } from 'node:fs/promises'

/** WavPack 4 & 5 file format, sections 2 and 3: https://www.wavpack.com/WavPack5FileFormat.pdf */
const block = { header: 32, size: 4, longest: 1024 * 1024 } as const
/** The number of channels, then the speakers that they are for, one bit each. */
const channelInfo = { id: 0x0d, idBits: 0x3f, odd: 0x40, large: 0x80 } as const

/** The speakers that so many channels are usually for: WAVEFORMATEXTENSIBLE's bits. */
const usualMasks: Readonly<Record<number, number>> = {
  1: 0x4,
  2: 0x3,
  3: 0x7,
  4: 0x33,
  5: 0x37,
  6: 0x3f,
  7: 0x70f,
  8: 0x63f,
}

/**
 * Copies a WavPack file with a right mask where its own names more or fewer speakers than there are channels: FFmpeg
 * decodes no such file, though all samples are there. False where no mask is wrong; then the copy is of no use.
 */
export async function mendChannelMasks(
  source: string,
  target: string,
  signal: AbortSignal,
): Promise<boolean> {
  await using from = await open(source)
  await using to = await open(target, 'w')
  const { size } = await from.stat()
  let [position, mended] = [0, false]
  while (position + block.header <= size) {
    signal.throwIfAborted()
    const head = Buffer.alloc(block.header)
    await from.read(head, 0, head.length, position)
    if (head.toString('latin1', 0, 4) !== 'wvpk') break
    const length = head.readUInt32LE(block.size) + 8
    if (length < block.header || length > block.longest || position + length > size) break
    const bytes = Buffer.alloc(length)
    await from.read(bytes, 0, length, position)
    mended = mendBlock(bytes) || mended
    await to.write(bytes)
    position += length
  }
  return mended
}

function mendBlock(bytes: Buffer): boolean {
  let at: number = block.header
  let mended = false
  while (at + 2 <= bytes.length) {
    const id = bytes[at] ?? 0
    const isLarge = (id & channelInfo.large) !== 0
    if (isLarge && at + 4 > bytes.length) break
    const words = isLarge ? bytes.readUIntLE(at + 1, 3) : (bytes[at + 1] ?? 0)
    const start = at + (isLarge ? 4 : 2)
    const end = start + words * 2
    const used = end - (id & channelInfo.odd ? 1 : 0)
    if ((id & channelInfo.idBits) === channelInfo.id && used <= bytes.length)
      mended = mendMask(bytes.subarray(start, used)) || mended
    at = end
  }
  return mended
}

function mendMask(info: Buffer): boolean {
  const [channels = 0, ...mask] = info
  const named = mask.reduce((sum, byte) => sum + countBits(byte), 0)
  if (mask.length === 0 || mask.length > 4 || named === 0 || named === channels) return false
  const usual = usualMasks[channels] ?? 2 ** channels - 1
  const fits = usual < 2 ** (8 * mask.length)
  info.writeUIntLE(fits ? usual : 2 ** Math.min(channels, 8) - 1, 1, mask.length)
  return true
}

const countBits = (byte: number) => byte.toString(2).replaceAll('0', '').length
