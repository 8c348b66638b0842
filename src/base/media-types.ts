import { extname } from 'node:path'

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
  '.html': 'text/html',
  '.json': 'application/json',
  '.jsonl': 'application/jsonl',
  '.m3u8': 'audio/mpegurl',
  '.txt': 'text/plain',
  '.py': 'text/x-python',
}

/** What a file is by the ending of its name, without parameters. */
export const mediaTypeOf = (path: string): string =>
  types[extname(path).toLowerCase()] ?? 'application/octet-stream'

/** The texts that Songkeep writes are UTF-8. */
export function withCharset(type: string): string {
  return /^text\/|^application\/jsonl?$|mpegurl$/.test(type) ? `${type}; charset=utf-8` : type
}
