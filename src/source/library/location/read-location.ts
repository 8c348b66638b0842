/** One way to read a location: the folders and the name that it gives. */
export interface LocationParts {
  /** From the outermost; never empty. */
  readonly parts: readonly string[]
  /** Where it starts: at the root of a file system, or in a folder that it does not name. */
  readonly isAbsolute: boolean
}

const MAX_PARTS = 200

/**
 * How a location as players write it may be meant, the likeliest first: a path of Windows or of another system, an
 * address (`file:///C:/My%20Music/a.mp3`), a path with percent signs for what may not stand in an address.
 */
export function readLocation(location: string, folder?: string): readonly LocationParts[] {
  const rest = withoutScheme(location.trim())
  const isAddress = rest !== undefined
  const texts = isAddress ? readAddress(rest) : [location.trim(), decodeAll(location.trim())]
  const read: LocationParts[] = []
  // A name may hold a backslash where that separates nothing; mostly it does.
  for (const text of new Set(texts))
    for (const separator of text.includes('\\') ? [/[\\/]/, /\//] : [/\//])
      read.push(...readParts(text, separator, isAddress, folder))
  return read
}

/** What follows `file:` or the name of another system of files; undefined for a path. A drive has one letter. */
function withoutScheme(location: string): string | undefined {
  return /^(?:file|smb|nfs|afp|sftp|cifs):(?=[\\/]|[a-z][:|])(.*)$/is.exec(location)?.[1]
}

/** What is behind `?` or `#` is no part of the path, unless the writer forgot to escape the sign. */
function readAddress(rest: string): readonly string[] {
  const path = rest.replace(/^[\\/]{2}localhost(?=[\\/])/i, '').replace(/^[\\/]+/, '/')
  return [decodeAll(path), path, decodeAll(path.replace(/[?#].*$/s, ''))]
}

function* readParts(
  text: string,
  separator: RegExp,
  isAddress: boolean,
  folder: string | undefined,
): Generator<LocationParts> {
  const pieces = text.split(separator)
  const isAbsolute = isAddress || pieces[0] === '' || /^[a-z][:|]$/i.test(pieces[0] ?? '')
  if (pieces.length > MAX_PARTS) return
  if (!isAbsolute && folder !== undefined)
    yield* someParts([...folder.split(/[\\/]/), ...pieces], true)
  yield* someParts(pieces, isAbsolute)
}

/** Without `.`, and with `..` carried out as far as it is known what it leaves. */
function someParts(pieces: readonly string[], isAbsolute: boolean): readonly LocationParts[] {
  const parts: string[] = []
  for (const piece of pieces) {
    if (piece === '' || piece === '.') continue
    if (piece === '..') parts.pop()
    else parts.push(piece)
  }
  return parts.length > 0 ? [{ parts, isAbsolute }] : []
}

/** Each run of percent signs that makes sense, in UTF-8 or as old programs wrote it in Windows-1252. */
function decodeAll(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split('%'), (pair) => Number.parseInt(pair, 16))
    if (bytes.some((byte) => byte < 0x20)) return run
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      return new TextDecoder('windows-1252').decode(bytes)
    }
  })
}
