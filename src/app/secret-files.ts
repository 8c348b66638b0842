import { readFileSync } from 'node:fs'
import { type Reason, reason, reasonOf } from '../model/reason.ts'

type Variables = Readonly<Record<string, string | undefined>>

/** More is no secret but a mistake. */
const MAX_BYTES = 64 * 1024

/**
 * The variables, with those that are given by a file: `SONGKEEP_PASSWORD_FILE` names a file that holds what
 * `SONGKEEP_PASSWORD` would, as containers and systemd hand out secrets. What cannot be read is told, and is not set.
 */
export function readSecretFiles(variables: Variables): {
  readonly variables: Variables
  readonly faults: readonly Reason[]
} {
  const faults: Reason[] = []
  const read: Record<string, string | undefined> = { ...variables }
  for (const [name, path] of Object.entries(variables)) {
    const variable = /^(SONGKEEP_\w+)_FILE$/.exec(name)?.[1]
    if (variable === undefined || !path) continue
    if (variables[variable]) {
      faults.push(reason('app.secret-twice', { variable, file: name }))
      continue
    }
    try {
      read[variable] = readSecret(path)
    } catch (error) {
      faults.push(reason('app.secret-unreadable', { file: name, cause: reasonOf(error) }))
    }
  }
  return { variables: read, faults }
}

/** Its text without the end of its line. */
function readSecret(path: string): string {
  const bytes = readFileSync(path)
  if (bytes.length > MAX_BYTES) throw new RangeError(`${path} is larger than ${MAX_BYTES} bytes.`)
  return bytes.toString('utf8').replace(/\r?\n$/, '')
}
