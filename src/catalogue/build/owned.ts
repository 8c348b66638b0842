import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { HEADER_BYTES, readBuildId } from '../format/layout.ts'
import { isCatalogueManifest, MANIFEST_FILE, type Manifest } from '../format/manifest.ts'

/** A folder that is emptied or removed as a whole holds this file: then it is a build's, and nobody else's. */
const MARKER = 'songkeep-build'

/** Throws UserError where a `catalogue.json` is there that no build has written: it would be replaced. */
export function refuseForeignManifest(folder: string): void {
  const path = join(folder, MANIFEST_FILE)
  if (lstatSync(path, { throwIfNoEntry: false }) && !isCatalogueManifest(folder))
    throw new UserError(
      reason('catalogue.foreign-manifest', { path }),
      reason('catalogue.name-own-folder'),
    )
}

/** An empty folder to work in. Throws UserError where one is there that no build has made. */
export function makeWorkFolder(path: string): void {
  removeWorkFolder(path)
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, MARKER), '')
}

/** The same, with what an earlier one that was stopped has left in it. */
export function keepWorkFolder(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found?.isDirectory() || !readdirSync(path).includes(MARKER)) makeWorkFolder(path)
}

/** Removes what a build has worked in, if it is there. Throws UserError where no build has made it. */
export function removeWorkFolder(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found) return
  if (!found.isDirectory() || !isWorkFolder(path))
    throw new UserError(
      reason('catalogue.foreign-folder', { path }),
      reason('catalogue.name-own-folder'),
    )
  rmSync(path, { recursive: true, force: true })
}

function isWorkFolder(path: string): boolean {
  const names = readdirSync(path)
  return names.length === 0 || names.includes(MARKER)
}

/** Builds of which the manifest knows nothing (any more). */
export function removeOtherBuilds(
  folder: string,
  { indexes, names }: Pick<Manifest, 'indexes' | 'names'>,
): void {
  const known = new Set([...indexes, ...(names ? [names] : [])].map(({ build }) => build))
  for (const name of readdirSync(folder))
    if (/^[0-9a-f]{32}$/.test(name) && !known.has(name)) removeBuild(folder, name)
}

/**
 * Removes the segments of a build, by what their headers say, and their folder where nothing else is in it. A folder
 * that is only named like a build's loses nothing.
 */
function removeBuild(folder: string, build: string): void {
  const path = join(folder, build)
  if (!lstatSync(path).isDirectory()) return
  for (const name of readdirSync(path))
    if (buildOf(join(path, name)) === build) unlinkSync(join(path, name))
  if (readdirSync(path).length === 0) rmdirSync(path)
}

/** The build that a segment says it is of. */
function buildOf(path: string): string | undefined {
  if (!lstatSync(path).isFile()) return undefined
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(HEADER_BYTES)
    return readBuildId(bytes.subarray(0, readSync(file, bytes, 0, HEADER_BYTES, 0)))
  } finally {
    closeSync(file)
  }
}
