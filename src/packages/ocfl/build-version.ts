import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { reason, reasonOf } from '../../model/reason.ts'
import type { PackageContents, PackageFile } from '../package-contents.ts'
import type { PackEvent, PackRequest } from '../packer.ts'
import { isAsKept, isOfSource, tellLeftOut } from '../place-contents.ts'
import { digestFile, placeFile, removePlaced } from '../place-file.ts'
import type { Inventory } from './validate/check-inventory.ts'
import { versionNumber } from './validate/check-version-names.ts'
import { addPath, type WrittenInventory } from './write-inventory.ts'

export interface BuildRequest {
  readonly request: PackRequest
  readonly contents: PackageContents
  readonly id: string
  /** The object as it is, where it is there already. */
  readonly before: Inventory | undefined
  /** Where the version's folder is made. */
  readonly dir: string
}

export interface BuiltVersion {
  readonly name: string
  readonly inventory: WrittenInventory
  /** What was added. */
  readonly files: number
  readonly bytes: number
}

/** Writes the folder of one version: content that no earlier one has. Undefined where the state is as it was. */
export async function* buildVersion(
  build: BuildRequest,
): AsyncGenerator<PackEvent, BuiltVersion | undefined> {
  const { request, contents, id, before, dir } = build
  const name = `v${(versionNumber(before?.head ?? '') ?? 0) + 1}`
  const manifest = toRecord(before?.manifest)
  const sha256 = toRecord(before?.fixity.get('sha256'))
  const state: Record<string, string[]> = {}
  let [files, bytes, done] = [0, 0, 0]
  await mkdir(join(dir, name))
  yield* tellLeftOut(contents)
  const total = contents.files.reduce((sum, file) => sum + file.bytes, 0)
  for (const file of contents.files) {
    yield { kind: 'progress', done, total }
    done += file.bytes
    const path = `${name}/content/${file.path}`
    const taken = await take(file, join(dir, name), manifest, before !== undefined, request.signal)
    if ('code' in taken) {
      yield { kind: 'left-out', path: file.path, reason: taken }
      continue
    }
    addPath(state, taken.sha512, file.path)
    if (manifest[taken.sha512]) continue
    addPath(manifest, taken.sha512, path)
    addPath(sha256, taken.sha256, path)
    files++
    bytes += taken.bytes
  }
  if (before && isSame(before, state)) return undefined
  const created = later(contents.at, before)
  const versions = {
    ...versionsOf(before),
    [name]: { created, message: messageOf(contents, files), user: userOf(request), state },
  }
  return {
    name,
    files,
    bytes,
    inventory: { id, head: name, manifest, fixity: { sha256 }, versions },
  }
}

/** Puts a file's content into the version where the object does not have it yet. */
async function take(
  file: PackageFile,
  version: string,
  manifest: Readonly<Record<string, unknown>>,
  mayBeThere: boolean,
  signal: AbortSignal,
) {
  const to = join(version, 'content', file.path)
  try {
    if (mayBeThere) {
      const found = await digestFile(file.place, signal)
      if (manifest[found.sha512]) return isAsKept(file, found) ? found : NOT_AS_KEPT
    }
    await mkdir(dirname(to), { recursive: true })
    const placed = await placeFile(file.place, to, { signal })
    const isWanted = isAsKept(file, placed)
    if (!isWanted || manifest[placed.sha512]) await removePlaced(to, version)
    return isWanted ? placed : NOT_AS_KEPT
  } catch (error) {
    if (signal.aborted || !isOfSource(error, file)) throw error
    return reasonOf(error)
  }
}

const NOT_AS_KEPT = reason('package.file-not-as-kept')

const userOf = ({ software }: PackRequest) => ({
  name: software,
  address: `urn:x-songkeep:software:${encodeURIComponent(software)}`,
})

const messageOf = ({ name, files }: PackageContents, added: number) =>
  `The archive ${name}: ${files.length} files, ${added} of them new here`

/** Times never go backwards from one version to the next. */
function later(at: string, before: Inventory | undefined): string {
  const last = before?.versions.get(before.head ?? '')?.created
  return last !== undefined && Date.parse(last) > Date.parse(at) ? last : at
}

function toRecord(block: ReadonlyMap<string, readonly string[]> | undefined) {
  return Object.fromEntries([...(block ?? [])].map(([digest, paths]) => [digest, [...paths]]))
}

function versionsOf(before: Inventory | undefined): WrittenInventory['versions'] {
  const all = [...(before?.versions ?? [])].map(([name, { created, message, user, state }]) => [
    name,
    { created, message, user, state: toRecord(state) },
  ])
  return Object.fromEntries(all) as WrittenInventory['versions']
}

function isSame(before: Inventory, state: Readonly<Record<string, readonly string[]>>): boolean {
  const last = toRecord(before.versions.get(before.head ?? '')?.state)
  const write = (block: Readonly<Record<string, readonly string[]>>) =>
    JSON.stringify(
      Object.entries(block)
        .map(([digest, paths]) => [digest, paths.toSorted()])
        .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    )
  return write(last) === write(state)
}
