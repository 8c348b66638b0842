import type { OcflRule } from '../../../model/preserve/packages/ocfl-rules.ts'
import { type DigestName, isDigestOf } from '../digests.ts'
import { checkPaths, contentPathRules, noteIn } from './check-paths.ts'
import type { Findings } from './findings.ts'
import { isTexts, type JsonObject } from './json-values.ts'

/** Digests as keys, each with the paths of the files that have it. */
export type DigestBlock = ReadonlyMap<string, readonly string[]>

/** What rules a block of digests is held to. */
export interface DigestBlockRules {
  /** Its values are no lists of paths. */
  readonly structure: OcflRule
  /** A digest stands there twice, in different case. */
  readonly duplicate: OcflRule
}

export const manifestRules: DigestBlockRules = { structure: 'E092', duplicate: 'E096' }
export const fixityRules: DigestBlockRules = { structure: 'E057', duplicate: 'E097' }

/** How an algorithm's digests have to be written. */
const encodingRules: Partial<Record<DigestName, OcflRule>> = {
  sha1: 'E029',
  sha256: 'E030',
  sha512: 'E031',
  'blake2b-512': 'E032',
}

/**
 * Reads a manifest, or the fixity block of one algorithm. Digests that cannot be one are reported where `algorithm`
 * says what they ought to be.
 */
export function checkDigestBlock(
  value: JsonObject,
  algorithm: DigestName | undefined,
  rules: DigestBlockRules,
  findings: Findings,
  where: { readonly file: string; readonly block: string },
): DigestBlock {
  const block = new Map<string, readonly string[]>()
  const lower = new Set<string>()
  const { file, block: name } = where
  for (const [digest, paths] of Object.entries(value)) {
    const rule = algorithm && encodingRules[algorithm]
    if (rule && !isDigestOf(algorithm, digest)) findings.add(rule, file, `${name}: ${digest}`)
    if (lower.has(digest.toLowerCase())) {
      findings.add(rules.duplicate, file, `${name}: ${digest}`)
      continue
    }
    lower.add(digest.toLowerCase())
    if (isTexts(paths)) block.set(digest, paths)
    else findings.add(rules.structure, file, `${name}: ${digest}`)
  }
  checkPaths([...block.values()].flat(), contentPathRules, noteIn(findings, file, name))
  return block
}
