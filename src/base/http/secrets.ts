import { reason } from '../../model/reason.ts'
import { RequestRefusedError } from './errors.ts'

type Secrets = Readonly<Record<string, string>>

/** The address with its secrets in the query, as it is sent. */
export function addSecrets(address: string, secrets: Secrets = {}): string {
  if (Object.keys(secrets).length === 0) return address
  if (!URL.canParse(address)) throw new RequestRefusedError(reason('network.nothing-to-ask'))
  const url = new URL(address)
  for (const [name, value] of Object.entries(secrets)) url.searchParams.set(name, value)
  return url.href
}

/** The address without them, as it may be told. */
export function removeSecrets(url: URL, secrets: Secrets = {}): string {
  const told = new URL(url)
  for (const name of Object.keys(secrets)) told.searchParams.delete(name)
  return told.href
}
