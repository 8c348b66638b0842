import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { asText, parseJson } from '../../base/json.ts'
import { readOnce } from '../../base/read-once.ts'
import { type Reason, reason } from '../../model/reason.ts'
import type { PackageFault, ValidateOptions } from '../fault.ts'
import { readPackageText } from '../read-text.ts'
import { type PackageTree, walkPackage } from '../walk-package.ts'
import { type CrateEntity, checkGraph } from './check-graph.ts'
import { pathOfId } from './ids.ts'
import { METADATA } from './names.ts'

/** Judges a crate by the MUST rules of RO-Crate 1.2, and its files by what is told of them. Nothing is fetched. */
export async function validateCrate(
  dir: string,
  options: ValidateOptions = {},
): Promise<readonly PackageFault[]> {
  const faults: PackageFault[] = []
  const note = (path: string, why: Reason) =>
    void faults.push({ severity: 'error', path, reason: why })
  const tree = await walkPackage(dir, options.signal)
  for (const path of tree.odd) note(path, reason('crate.link'))
  const size = tree.files.get(METADATA)
  if (size === undefined) note('', reason('crate.no-metadata'))
  else {
    const document = parseJson(await readPackageText(dir, METADATA, size))
    if (document === undefined) note(METADATA, reason('crate.not-json'))
    else
      await checkEntities(
        dir,
        checkGraph(document, (why) => note(METADATA, why)),
        tree,
        note,
        options,
      )
  }
  return faults
}

type Note = (path: string, why: Reason) => void

/** The files and folders of the crate that are described. */
async function checkEntities(
  dir: string,
  entities: readonly CrateEntity[],
  tree: PackageTree,
  note: Note,
  { signal, onProgress }: ValidateOptions,
): Promise<void> {
  const total = [...tree.files.values()].reduce((sum, size) => sum + size, 0)
  let done = 0
  for (const { id, types, value } of entities) {
    const path = pathOfId(id)
    if (path === undefined || path === '' || !types.some((type) => DATA.has(type))) continue
    const bytes = tree.files.get(path)
    if (types.includes('Dataset') && bytes === undefined) {
      if (!tree.folders.has(path)) note(path, reason('crate.file-missing'))
    } else if (bytes === undefined) note(path, reason('crate.file-missing'))
    else {
      onProgress?.(done, total)
      const { contentSize, sha256 } = value
      const said = Number(asText(contentSize) || Number.NaN)
      if (contentSize !== undefined && said !== bytes)
        note(path, reason('crate.size-differs', { said, found: bytes }))
      if (typeof sha256 === 'string' && sha256.toLowerCase() !== (await digest(dir, path, signal)))
        note(path, reason('crate.digest-differs'))
      done += bytes
    }
  }
}

const DATA = new Set(['File', 'Dataset'])

async function digest(dir: string, path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  const sink = { write: (bytes: Uint8Array) => void hash.update(bytes) }
  await readOnce(join(dir, path), [sink], { noFollow: true, signal })
  return hash.digest('hex')
}
