import type { OcflRule } from '../../../model/preserve/packages/ocfl-rules.ts'
import type { Findings } from './findings.ts'

/** The rules of one kind of path; all kinds have the same three. */
export interface PathRules {
  /** An element is `.`, `..` or empty. */
  readonly element: OcflRule
  /** It begins or ends with a slash. */
  readonly slash: OcflRule
  /** It stands there twice, or is a folder of another one. */
  readonly conflict: OcflRule
}

export const contentPathRules: PathRules = { element: 'E099', slash: 'E100', conflict: 'E101' }
export const logicalPathRules: PathRules = { element: 'E052', slash: 'E053', conflict: 'E095' }

/** Checks the paths of one block: each alone, and all against one another. */
export function checkPaths(
  paths: readonly string[],
  rules: PathRules,
  note: (rule: OcflRule, path: string) => void,
): void {
  const seen = new Set<string>()
  for (const path of paths) {
    const isSlashed = path.startsWith('/') || path.endsWith('/')
    if (isSlashed) note(rules.slash, path)
    const inner = path.replace(/^\//, '').replace(/\/$/, '')
    if (inner.split('/').some(isBadElement)) note(rules.element, path)
    if (seen.has(path)) note(rules.conflict, path)
    seen.add(path)
  }
  for (const path of seen)
    for (let at = path.indexOf('/', 1); at > 0; at = path.indexOf('/', at + 1))
      if (seen.has(path.slice(0, at))) note(rules.conflict, path)
}

const isBadElement = (element: string) => element === '' || element === '.' || element === '..'

/** Notes what is wrong with a block's paths in a file. */
export const noteIn =
  (findings: Findings, file: string, block: string) => (rule: OcflRule, path: string) =>
    findings.add(rule, file, `${block}: ${path}`)
