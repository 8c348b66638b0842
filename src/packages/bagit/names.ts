/** How a manifest writes a path: only these signs are encoded (RFC 8493, 2.1.3). */
export const encodePath = (path: string): string =>
  path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D')

/** The path that a manifest means. Before 1.0 a percent sign was not encoded. */
export function decodePath(written: string, version: string): string {
  const isOld = version.startsWith('0.')
  return written.replace(/%(0A|0D|25)/gi, (whole, code: string) => {
    if (code === '25') return isOld ? whole : '%'
    return code.toUpperCase() === '0A' ? '\n' : '\r'
  })
}

/** Whether a path stays in the bag on every system (RFC 8493, 5.2): no `..`, no `~`, no drive, not absolute. */
export const leadsOut = (path: string): boolean =>
  /^(?:[/\\~]|[a-z]:)/i.test(path) ||
  path.includes('\0') ||
  path.split(/[/\\]/).some((name) => name === '..')

/** Without what says nothing: `./data//x` is `data/x`. */
export const tidyPath = (path: string): string =>
  path
    .split('/')
    .filter((name) => name !== '' && name !== '.')
    .join('/')

/** Node's name for an algorithm of a manifest's name; undefined for one that it does not have. */
export function nodeDigest(name: string): string | undefined {
  return digests[name.toLowerCase().replaceAll('-', '')]
}

const digests: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  sha224: 'sha224',
  sha256: 'sha256',
  sha384: 'sha384',
  sha512: 'sha512',
  'sha512/256': 'sha512-256',
  sha3256: 'sha3-256',
  sha3512: 'sha3-512',
  blake2b512: 'blake2b512',
}
