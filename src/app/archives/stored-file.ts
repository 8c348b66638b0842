import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { StoredFile } from '../context.ts'

const types: Readonly<Record<string, string>> = {
  '.mp3': 'audio/mpeg',
  '.flac': 'audio/flac',
  '.ogg': 'audio/ogg',
  '.oga': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.m4a': 'audio/mp4',
  '.m4b': 'audio/mp4',
  '.mp4': 'audio/mp4',
  '.aac': 'audio/aac',
  '.wav': 'audio/wav',
  '.aif': 'audio/aiff',
  '.aiff': 'audio/aiff',
  '.wma': 'audio/x-ms-wma',
  '.wv': 'audio/x-wavpack',
  '.ape': 'audio/x-ape',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/jsonl; charset=utf-8',
  '.m3u8': 'audio/mpegurl; charset=utf-8',
}

/** What a server tells of a file before it sends it; undefined where there is none. */
export async function describeFile(path: string): Promise<StoredFile | undefined> {
  const found = await stat(path, { bigint: true }).catch(() => undefined)
  if (!found?.isFile()) return undefined
  return {
    path,
    bytes: Number(found.size),
    type: types[extname(path).toLowerCase()] ?? 'application/octet-stream',
    etag: `"${found.size.toString(36)}-${found.mtimeNs.toString(36)}"`,
  }
}
