import type { RemoteFormat } from '../../model/recording.ts'

const EXTENSIONS: Readonly<Record<string, RemoteFormat>> = {
  mp3: 'mp3',
  flac: 'flac',
  ogg: 'ogg',
  oga: 'ogg',
  opus: 'opus',
  m4a: 'm4a',
  wav: 'wav',
  aif: 'aiff',
  aiff: 'aiff',
}

const TYPES: Readonly<Record<string, RemoteFormat>> = {
  'audio/mpeg': 'mp3',
  'audio/mp3': 'mp3',
  'audio/flac': 'flac',
  'audio/x-flac': 'flac',
  'audio/ogg': 'ogg',
  'audio/vorbis': 'ogg',
  'application/ogg': 'ogg',
  'audio/opus': 'opus',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/vnd.wave': 'wav',
  'audio/aiff': 'aiff',
  'audio/x-aiff': 'aiff',
}

/** What the end of a file's name promises; undefined where it is no sound that is known here. */
export function formatOfName(name: string): RemoteFormat | undefined {
  const extension = /\.([a-z0-9]{2,4})$/i.exec(name)?.[1]
  const format = extension?.toLowerCase() ?? ''
  return Object.hasOwn(EXTENSIONS, format) ? EXTENSIONS[format] : undefined
}

/** The same of an address, whatever query follows its path. */
export const formatOfUrl = (url: string): RemoteFormat | undefined =>
  URL.canParse(url) ? formatOfName(new URL(url).pathname) : undefined

/** `audio/ogg; codecs="opus"` → `opus`. */
export function formatOfType(type: string): RemoteFormat | undefined {
  const name = type.replace(/;.*$/s, '').trim().toLowerCase()
  if (!Object.hasOwn(TYPES, name)) return undefined
  return /^(?:audio|application)\/ogg\b.*\bopus\b/is.test(type) ? 'opus' : TYPES[name]
}

/** A file's name as a title: without folders, ending and underscores. */
export function titleOfName(name: string): string {
  const base = name.replace(/^.*\//s, '')
  const bare = formatOfName(base) === undefined ? base : base.replace(/\.[^.]*$/, '')
  return bare.replaceAll('_', ' ').trim()
}
