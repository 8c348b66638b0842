import { open } from 'node:fs/promises'
import { FileStart } from '../../tags/file-start.ts'
import { textsOf } from '../../tags/id3/id3v2-frame.ts'
import { readFrames, tagSize } from '../../tags/id3/id3v2-tags.ts'
import { MovingWindow } from './moving-window.ts'
import { findApeItems } from './tags-around.ts'

/** No tagger writes more; a broken one may go on for ever. */
const MAX_ITEMS = 256
const MAX_KEY_LENGTH = 255

/**
 * Whether a tool has changed the gain inside the frames of an MP3, as mp3gain, AACGain and their kin do: they
 * write how to undo it into an APEv2 item, or with `mp3gain -s i` into a frame of ID3v2, `MP3GAIN_UNDO` =
 * `+003,+003,N` for the left and right channel. Zeros say that nothing was changed, or that all was undone.
 */
export async function hasChangedGain(path: string, signal?: AbortSignal): Promise<boolean> {
  await using file = await open(path)
  const bytes = new MovingWindow(file, (await file.stat()).size, signal)
  const undo = [await readApeItem(bytes, UNDO_ITEM), await readId3Text(path)]
  return undo.some((text = '') => /[1-9]/.test(/^[+-]?\d+,[+-]?\d+/.exec(text)?.[0] ?? ''))
}

const UNDO_ITEM = 'MP3GAIN_UNDO'

async function readId3Text(path: string): Promise<string | undefined> {
  await using file = await FileStart.open(path)
  await file.load(Math.min(10, file.size))
  const size = tagSize(file.bytes)
  if (size === 0 || !(await file.load(size))) return undefined
  const texts = readFrames(file.bytes.subarray(0, size)).map((frame) =>
    frame.id === 'TXXX' && !frame.grouped ? textsOf(frame) : [],
  )
  return texts.find(([description]) => description?.toUpperCase() === UNDO_ITEM)?.[1]
}

async function readApeItem(bytes: MovingWindow, name: string): Promise<string | undefined> {
  const items = await findApeItems(bytes)
  let at = items?.start ?? 0
  for (let count = 0; items && count < MAX_ITEMS && at + 8 < items.end; count++) {
    await bytes.load(at, 8)
    const length = bytes.view.getUint32(at - bytes.base, true)
    const [key = ''] = (await bytes.text(at + 8, MAX_KEY_LENGTH + 1)).split('\0', 1)
    const value = at + 8 + key.length + 1
    if (key.toUpperCase() === name) return await bytes.text(value, Math.min(length, 64))
    at = value + length
  }
  return undefined
}
