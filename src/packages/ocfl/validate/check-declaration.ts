import type { OcflRule } from '../../../model/preserve/packages/ocfl-rules.ts'
import { readPackageText } from '../../read-text.ts'
import { namesIn, type PackageTree } from '../../walk-package.ts'
import type { Findings } from './findings.ts'

/** Versions of the specification that are known here. */
const specifications = ['1.0', '1.1']

export interface DeclarationRules {
  /** `ocfl_` or `ocfl_object_`. */
  readonly start: string
  readonly count: OcflRule
  readonly pattern: OcflRule
  readonly zero: OcflRule
  readonly value: OcflRule
  readonly content: OcflRule
}

export const objectDeclaration: DeclarationRules = {
  start: 'ocfl_object_',
  count: 'E003',
  pattern: 'E004',
  zero: 'E005',
  value: 'E006',
  content: 'E007',
}

export const rootDeclaration: DeclarationRules = {
  start: 'ocfl_',
  count: 'E076',
  pattern: 'E077',
  zero: 'E078',
  value: 'E079',
  content: 'E080',
}

/** Whether a name is that of a NAMASTE tag. */
export const isNamaste = (name: string): boolean => /^[^=]*=ocfl_|^\d+=/.test(name)

/** The version of the specification that the one declaration of a folder names (3.2, 4.2). */
export async function checkDeclaration(
  dir: string,
  tree: Pick<PackageTree, 'files'>,
  rules: DeclarationRules,
  findings: Findings,
): Promise<string | undefined> {
  const names = namesIn(tree.files.keys(), '').filter(isNamaste)
  if (names.length !== 1) findings.add(rules.count)
  let version: string | undefined
  for (const name of names) {
    const [tag = '', value = ''] = name.split(/=(.*)/s)
    if (!/^\d+$/.test(tag)) findings.add(rules.pattern, name)
    else if (tag !== '0') findings.add(rules.zero, name)
    const given = value.startsWith(rules.start) ? value.slice(rules.start.length) : ''
    if (!specifications.includes(given)) findings.add(rules.value, name)
    else version ??= given
    const text = await readPackageText(dir, name, tree.files.get(name) ?? 0)
    if (text !== `${value}\n`) findings.add(rules.content, name)
  }
  return names.length === 1 ? version : undefined
}
