import { checkPaths, logicalPathRules, noteIn } from './check-paths.ts'
import type { Findings } from './findings.ts'
import { isDateTime, isObject, isText, isTexts, isUri } from './json-values.ts'

/** One version of an inventory, as far as it can be read. */
export interface VersionBlock {
  readonly created?: string
  readonly message?: string
  readonly user?: unknown
  /** Digests with the logical paths that have them. */
  readonly state?: ReadonlyMap<string, readonly string[]>
}

const KEYS = new Set(['created', 'state', 'message', 'user'])

/** Checks what an inventory says of one version (3.5.3.1). `manifest`: the digests that it knows. */
export function checkVersionBlock(
  value: unknown,
  name: string,
  manifest: ReadonlySet<string> | undefined,
  findings: Findings,
  file: string,
): VersionBlock | undefined {
  const where = `versions.${name}`
  if (!isObject(value)) {
    findings.add('E047', file, where)
    return undefined
  }
  for (const key of Object.keys(value))
    if (!KEYS.has(key)) findings.add('E102', file, `${where}.${key}`)
  const { created, message, user } = value
  if (created === undefined) findings.add('E048', file, `${where}.created`)
  else if (!isText(created) || !isDateTime(created)) findings.add('E049', file, `${where}.created`)
  // The specification's fixtures judge the message only of a version whose state can be read.
  if (message !== undefined && !isText(message) && isObject(value.state))
    findings.add('E094', file, `${where}.message`)
  if (message === undefined) findings.add('W007', file, `${where}.message`)
  checkUser(user, findings, file, `${where}.user`)
  return {
    created: isText(created) ? created : undefined,
    message: isText(message) ? message : undefined,
    user,
    state: checkState(value.state, manifest, findings, file, `${where}.state`),
  }
}

const USER_KEYS = new Set(['name', 'address'])

function checkUser(user: unknown, findings: Findings, file: string, where: string): void {
  if (user === undefined) findings.add('W007', file, where)
  else if (!isObject(user) || !isText(user.name) || user.name === '')
    findings.add('E054', file, where)
  else {
    for (const key of Object.keys(user))
      if (!USER_KEYS.has(key)) findings.add('E102', file, `${where}.${key}`)
    const { address } = user
    if (address === undefined) findings.add('W008', file, where)
    else if (!isText(address) || !isUri(address)) findings.add('W009', file, where)
  }
}

function checkState(
  state: unknown,
  manifest: ReadonlySet<string> | undefined,
  findings: Findings,
  file: string,
  where: string,
): VersionBlock['state'] {
  if (!isObject(state)) {
    findings.add(state === undefined ? 'E048' : 'E050', file, where)
    return undefined
  }
  const read = new Map<string, readonly string[]>()
  for (const [digest, paths] of Object.entries(state)) {
    if (manifest && !manifest.has(digest)) findings.add('E050', file, `${where}: ${digest}`)
    if (isTexts(paths)) read.set(digest, paths)
    else findings.add('E051', file, `${where}: ${digest}`)
  }
  checkPaths([...read.values()].flat(), logicalPathRules, noteIn(findings, file, where))
  return read
}
