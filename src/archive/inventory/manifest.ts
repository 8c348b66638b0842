import type { ArchivedFile } from '../../model/archived-file.ts'
import { isArchivedFilePath } from '../naming/clean.ts'

export const MANIFEST = 'manifest-sha256.txt'
export const MANIFEST_SHA512 = 'manifest-sha512.txt'

export type ManifestDigest = 'sha256' | 'sha512'

/** The file of each digest, and how many hexadecimal signs the digest has. */
export const manifests: Readonly<Record<ManifestDigest, { name: string; length: number }>> = {
  sha256: { name: MANIFEST, length: 64 },
  sha512: { name: MANIFEST_SHA512, length: 128 },
}

/**
 * The lines that `sha256sum -c` and `sha512sum -c` read, escaped as coreutils does. A file that has no such digest,
 * as it was kept by an earlier version, has no line.
 */
export function* writeManifest(
  all: Iterable<ArchivedFile>,
  digest: ManifestDigest = 'sha256',
): Generator<string> {
  for (const { path, [digest]: hex } of all) {
    if (hex === undefined) continue
    const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
    yield `${escaped === path ? '' : '\\'}${hex}  ${escaped}\n`
  }
}

export interface ManifestLine {
  readonly path: string
  /** Lower-case hexadecimal. */
  readonly hex: string
}

/** Believes nothing; undefined for what is no line of ours. A path of ours needs no escapes. */
export function readManifestLine(line: string, digest: ManifestDigest): ManifestLine | undefined {
  const { length } = manifests[digest]
  const [hex, path] = [line.slice(0, length), line.slice(length + 2)]
  const isLine = /^[0-9a-f]+$/.test(hex) && hex.length === length && line.startsWith('  ', length)
  return isLine && isArchivedFilePath(path) ? { path, hex } : undefined
}
