import { asText } from '../../../base/json.ts'
import { type DigestName, isContentDigest, isDigestName, unsupportedDigests } from '../digests.ts'
import {
  checkDigestBlock,
  type DigestBlock,
  fixityRules,
  manifestRules,
} from './check-digest-block.ts'
import { checkVersionBlock, type VersionBlock } from './check-version-block.ts'
import { checkVersionNames, versionNumber } from './check-version-names.ts'
import type { Findings } from './findings.ts'
import { isObject, isText, isUri, type JsonObject } from './json-values.ts'

/** An inventory, as far as it can be read. */
export interface Inventory {
  readonly id?: string
  /** `1.1`, where its type names a version of the specification. */
  readonly specification?: string
  readonly digestAlgorithm: 'sha256' | 'sha512'
  readonly head?: string
  readonly contentDirectory: string
  readonly manifest: DigestBlock
  readonly fixity: ReadonlyMap<DigestName, DigestBlock>
  readonly versions: ReadonlyMap<string, VersionBlock>
}

const KEYS = new Set([
  ...['id', 'type', 'digestAlgorithm', 'head', 'contentDirectory'],
  ...['manifest', 'versions', 'fixity'],
])

/** Checks an inventory by itself (3.5). `directories`: the folders of the object's root. */
export function checkInventory(
  value: unknown,
  directories: ReadonlySet<string>,
  findings: Findings,
  file: string,
): Inventory | undefined {
  if (!isObject(value)) {
    findings.add('E033', file)
    return undefined
  }
  for (const key of Object.keys(value)) if (!KEYS.has(key)) findings.add('E102', file, key)
  for (const key of ['id', 'type', 'digestAlgorithm', 'head'])
    if (value[key] === undefined) findings.add('E036', file, key)
  const digestAlgorithm = checkAlgorithm(value.digestAlgorithm, findings, file)
  const manifest = checkManifest(value.manifest, digestAlgorithm, findings, file)
  const versions = checkVersions(value.versions, manifest, directories, findings, file)
  const contentDirectory = checkContentDirectory(value.contentDirectory, findings, file)
  // Which digests versions name that cannot be read is not known.
  if (!findings.has('E043', 'E045', 'E047', 'E051')) checkUse(manifest, versions, findings, file)
  return {
    id: checkId(value.id, findings, file),
    specification: checkType(value.type, findings, file),
    digestAlgorithm,
    head: checkHead(value.head, versions, findings, file),
    contentDirectory,
    manifest: manifest ?? new Map(),
    fixity: checkFixity(value.fixity, findings, file),
    versions,
  }
}

function checkId(id: unknown, findings: Findings, file: string): string | undefined {
  if (id === undefined) return undefined
  if (!isText(id) || id === '') {
    findings.add('E037', file, 'id')
    return undefined
  }
  if (!isUri(id)) findings.add('W005', file, id)
  return id
}

function checkType(type: unknown, findings: Findings, file: string): string | undefined {
  if (type === undefined) return undefined
  const version = isText(type)
    ? /^https:\/\/ocfl\.io\/(\d+\.\d+)\/spec\/#inventory$/.exec(type)?.[1]
    : undefined
  if (version === undefined) findings.add('E038', file, 'type')
  return version
}

function checkAlgorithm(name: unknown, findings: Findings, file: string): 'sha256' | 'sha512' {
  if (name === 'sha256') findings.add('W004', file)
  if (name !== undefined && !isContentDigest(name)) findings.add('E025', file, asText(name))
  return name === 'sha256' ? 'sha256' : 'sha512'
}

function checkHead(
  head: unknown,
  versions: ReadonlyMap<string, VersionBlock>,
  findings: Findings,
  file: string,
): string | undefined {
  if (head === undefined) return undefined
  const numbers = [...versions.keys()].map((name) => versionNumber(name) ?? 0)
  const isHighest =
    isText(head) &&
    (versions.size === 0 ||
      (versions.has(head) && (versionNumber(head) ?? 0) === Math.max(...numbers)))
  if (!isHighest) findings.add('E040', file, 'head')
  return isText(head) ? head : undefined
}

function checkContentDirectory(name: unknown, findings: Findings, file: string): string {
  if (name === undefined) return 'content'
  if (!isText(name) || name === '') findings.add('E108', file, 'contentDirectory')
  else if (name.includes('/')) findings.add('E017', file, name)
  else if (name === '.' || name === '..') findings.add('E018', file, name)
  else return name
  return 'content'
}

function checkManifest(
  manifest: unknown,
  algorithm: DigestName,
  findings: Findings,
  file: string,
): DigestBlock | undefined {
  if (manifest === undefined) findings.add('E041', file, 'manifest')
  else if (!isObject(manifest)) findings.add('E106', file, 'manifest')
  else {
    const usable = findings.has('E025') ? undefined : algorithm
    return checkDigestBlock(manifest, usable, manifestRules, findings, { file, block: 'manifest' })
  }
  return undefined
}

function checkVersions(
  versions: unknown,
  manifest: DigestBlock | undefined,
  directories: ReadonlySet<string>,
  findings: Findings,
  file: string,
): ReadonlyMap<string, VersionBlock> {
  const read = new Map<string, VersionBlock>()
  if (versions === undefined) findings.add('E043', file, 'versions')
  else if (!isObject(versions)) findings.add('E045', file, 'versions')
  else {
    const names = Object.keys(versions)
    if (names.length === 0) findings.add('E008', file)
    checkVersionNames(names, directories, findings, file)
    const digests = manifest && new Set(manifest.keys())
    for (const name of names) {
      const block = checkVersionBlock(versions[name], name, digests, findings, file)
      if (block) read.set(name, block)
    }
  }
  return read
}

/** Each digest of the manifest is of some version's state (E107), whatever its case. */
function checkUse(
  manifest: DigestBlock | undefined,
  versions: ReadonlyMap<string, VersionBlock>,
  findings: Findings,
  file: string,
): void {
  const used = new Set<string>()
  for (const { state } of versions.values()) {
    // Which digests a state names that cannot be read is not known.
    if (!state) return
    for (const digest of state.keys()) used.add(digest.toLowerCase())
  }
  for (const digest of manifest?.keys() ?? [])
    if (!used.has(digest.toLowerCase())) findings.add('E107', file, `manifest: ${digest}`)
}

function checkFixity(
  fixity: unknown,
  findings: Findings,
  file: string,
): ReadonlyMap<DigestName, DigestBlock> {
  const read = new Map<DigestName, DigestBlock>()
  if (fixity === undefined) return read
  if (!isObject(fixity)) {
    findings.add('E111', file, 'fixity')
    return read
  }
  for (const [name, value] of Object.entries(fixity as JsonObject)) {
    const where = { file, block: `fixity.${name}` }
    const algorithm = isDigestName(name) ? name : undefined
    if (!algorithm && !unsupportedDigests.has(name)) findings.add('E056', file, `fixity.${name}`)
    if (!isObject(value)) findings.add('E057', file, `fixity.${name}`)
    else {
      const block = checkDigestBlock(value, algorithm, fixityRules, findings, where)
      if (algorithm) read.set(algorithm, block)
    }
  }
  return read
}
