import { reason } from '../../../model/reason.ts'
import { decodePath, leadsOut, tidyPath } from '../names.ts'
import type { Bag } from './bag.ts'

export interface Manifest {
  /** `manifest-sha512.txt`. */
  readonly file: string
  /** `sha512`, as its name has it. */
  readonly algorithm: string
  /** Digests in lower case, by path. */
  readonly digests: ReadonlyMap<string, string>
}

const PAYLOAD = /^manifest-([^/]+)\.txt$/i
const TAGS = /^tagmanifest-([^/]+)\.txt$/i

/** The algorithm of a manifest's name; undefined for what is none. */
export const payloadManifest = (name: string) => PAYLOAD.exec(name)?.[1]?.toLowerCase()
export const tagManifest = (name: string) => TAGS.exec(name)?.[1]?.toLowerCase()

/** Reads a manifest (RFC 8493, 2.1.3, 2.2.1). `mayName` says of a path in the bag whether it may stand in it. */
export async function readManifest(
  bag: Bag,
  file: string,
  algorithm: string,
  mayName: (path: string) => boolean,
): Promise<Manifest> {
  const digests = new Map<string, string>()
  const composed = new Map<string, string>()
  const lines = (await bag.readLines(file)) ?? []
  for (const [at, line] of lines.entries()) {
    const found = /^([0-9a-f]+)[ \t]+\*?(.+)$/is.exec(line)
    if (!found) {
      if (line.trim() !== '' || bag.isStrict)
        bag.error(file, reason('bag.manifest-malformed', { line: at + 1 }))
      continue
    }
    const [, digest = '', written = ''] = found
    const name = decodePath(written, bag.version)
    if (leadsOut(name)) bag.error(file, reason('bag.path-leads-out', { name }))
    else if (mayName(tidyPath(name)))
      note(bag, file, digests, composed, tidyPath(name), digest.toLowerCase())
    else bag.error(file, reason('bag.path-out-of-place', { name }))
  }
  return { file, algorithm, digests }
}

function note(
  bag: Bag,
  file: string,
  digests: Map<string, string>,
  composed: Map<string, string>,
  name: string,
  digest: string,
): void {
  const before = digests.get(name)
  if (before !== undefined) {
    if (bag.isStrict || before !== digest)
      bag.error(file, reason('bag.path-listed-twice', { name }))
    else bag.warn(file, reason('bag.path-listed-twice-alike', { name }))
    return
  }
  const key = name.normalize('NFC')
  if (composed.has(key)) bag.warn(file, reason('bag.paths-alike', { name }))
  composed.set(key, name)
  digests.set(name, digest)
}
