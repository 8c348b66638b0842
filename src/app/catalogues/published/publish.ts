import { lstat, mkdir, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { codeOf, writeSecret } from '../../../base/file.ts'
import {
  makeKeyPair,
  type PublicKey,
  publicKeyOf,
  readPrivateKey,
} from '../../../catalogue/published/key.ts'
import {
  type PublishEvent,
  type Published,
  publishCatalogue,
} from '../../../catalogue/published/publish.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { Environment } from '../../environment.ts'
import { openForPublishing } from './open-place.ts'

export interface PublishChoices {
  /** Of the private key; the user's own one unless said. */
  readonly key?: string
  /** The server of a bucket: named by the user, and so allowed to be their own. */
  readonly endpoint?: string
  /** Reads what is there already too, and mends it. */
  readonly check?: boolean
}

const keyPath = ({ configDir, cacheDir }: Environment, named?: string) =>
  named === undefined ? join(configDir ?? cacheDir, 'catalogue-key.pem') : resolve(named)

/** Makes a pair of keys; the private one is only the user's to read. UserError where a file is there already. */
export async function makePublishingKey(
  path: string | undefined,
  environment: Environment,
): Promise<{ readonly path: string; readonly publicKey: PublicKey }> {
  const at = keyPath(environment, path)
  const found = await lstat(at).catch(() => undefined)
  if (found) throw new UserError(reason('catalogue.key-exists', { path: at }))
  const { pem, publicKey } = makeKeyPair()
  await mkdir(dirname(at), { recursive: true, mode: 0o700 })
  await writeSecret(at, pem)
  return { path: at, publicKey }
}

/** The public key that belongs to a private one; undefined where there is none yet. */
export async function showPublishingKey(
  path: string | undefined,
  environment: Environment,
): Promise<PublicKey | undefined> {
  const at = keyPath(environment, path)
  const pem = await readPem(at)
  return pem === undefined ? undefined : publicKeyOf(readPrivateKey(pem, at))
}

/** Publishes the catalogue of a folder as the next generation. UserError where it cannot be, or somebody else was first. */
export async function* publish(
  folder: string,
  address: string,
  { key, endpoint, check }: PublishChoices,
  environment: Environment,
  signal: AbortSignal,
): AsyncGenerator<PublishEvent, Published> {
  const path = keyPath(environment, key)
  const privateKey = readPrivateKey((await readPem(path)) ?? '', path)
  await using store = await openForPublishing(address, environment, endpoint)
  return yield* publishCatalogue(resolve(folder), store, privateKey, { check, signal })
}

async function readPem(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}
