import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, writeAtomic } from '../../base/file.ts'
import { asList, asRecord } from '../../base/json.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import type { PublishedFile } from './generation.ts'
import { isPublicKey, type PublicKey } from './key.ts'

/** What a folder that was fetched knows of its publisher. It makes the folder one that may be fetched into again. */
export interface FetchState {
  /** Where it was fetched from last. */
  readonly place: string
  /** The key that the user has said they trust: only what it has signed is taken. */
  readonly publicKey: PublicKey
  /** The latest generation that was seen, with the SHA-256 of what was signed. */
  readonly seen?: { readonly generation: number; readonly sha256: string }
  /** What lies in the folder. */
  readonly current?: { readonly generation: number; readonly files: readonly PublishedFile[] }
}

/** Not a name that a build gives. */
const STATE_FILE = '.published.json'
const FORMAT = 'songkeep-fetched-catalogue'

/** Undefined where the folder was never fetched into. UserError where that cannot be read. */
export async function readState(folder: string): Promise<FetchState | undefined> {
  const path = join(folder, STATE_FILE)
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const state = parse(text)
  if (state !== undefined) return state
  throw new UserError(
    reason('catalogue.fetch-state-damaged', { path }),
    reason('catalogue.fetch-elsewhere'),
  )
}

export async function writeState(folder: string, state: FetchState): Promise<void> {
  const text = JSON.stringify({ format: FORMAT, version: 1, ...state })
  await writeAtomic(join(folder, STATE_FILE), `${text}\n`)
}

/** It is the program's own: only what a crash or a hand may have done to it is looked at. */
function parse(text: string): FetchState | undefined {
  try {
    const value = asRecord(JSON.parse(text))
    const { format, version, place, publicKey, seen, current } = value
    if (format !== FORMAT || version !== 1 || typeof place !== 'string') return undefined
    if (typeof publicKey !== 'string' || !isPublicKey(publicKey)) return undefined
    if (current !== undefined && !asList(asRecord(current).files).every(isFile)) return undefined
    if (seen !== undefined && !Number.isSafeInteger(asRecord(seen).generation)) return undefined
    return value as unknown as FetchState
  } catch {
    return undefined
  }
}

function isFile(value: unknown): boolean {
  const { build, name, bytes, pieces } = asRecord(value)
  const isNamed = typeof build === 'string' && typeof name === 'string'
  return isNamed && Number.isSafeInteger(bytes) && Array.isArray(pieces)
}
