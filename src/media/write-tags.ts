import { isDeepStrictEqual } from 'node:util'
import type { Tags } from '../model/media.ts'
import { copyFile } from './copy-file.ts'
import { renderId3v2 } from './id3v2.ts'
import { readTags } from './read-tags.ts'

/**
 * Copies an MP3 under a new tag; the sound, and trailing tags, stay to the byte. `tagBytes` says how much
 * of the source its own ID3v2 tags take. What is written is read back with another reader: unequal tags are
 * an error. Returns the source's SHA-256.
 */
export async function writeTagged(
  source: string,
  target: string,
  tags: Tags,
  own: Uint8Array | undefined,
  signal: AbortSignal,
): Promise<string> {
  const sha256 = await copyFile(source, target, signal, {
    skip: own?.length ?? 0,
    prefix: renderId3v2(tags, own),
  })
  const written = (await readTags(target)).tags
  const wrong = differingFields(tags, written)
  if (wrong.length > 0)
    throw new Error(`Tags read back differ from those written: ${wrong.join('; ')}`)
  return sha256
}

function differingFields(expected: Tags, actual: Tags): string[] {
  const show = (value: unknown) => JSON.stringify(value)?.slice(0, 100)
  const fields = Object.keys({ ...expected, ...actual }) as (keyof Tags)[]
  return fields
    .filter((field) => !isDeepStrictEqual(plain(expected[field]), plain(actual[field])))
    .map((field) => `${field} ${show(actual[field])} instead of ${show(expected[field])}`)
}

/** Byte arrays of different classes are equal when their bytes are. */
function plain(value: Tags[keyof Tags]): unknown {
  if (typeof value !== 'object' || !('bytes' in value) || !(value.bytes instanceof Uint8Array))
    return value
  return { mime: value.mime, bytes: Buffer.from(value.bytes).toString('base64') }
}
