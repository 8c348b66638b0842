import { createHash } from 'node:crypto'
import { asRecord } from '../../base/json.ts'
import { reason } from '../../model/reason.ts'
import { readWhole } from '../../storage/read-whole.ts'
import type { ReadablePlace } from '../../storage/store.ts'
import { UserError } from '../../words/user-error.ts'
import { openEnvelope } from './envelope.ts'
import { decodeGeneration, type Generation } from './generation.ts'
import type { PublicKey } from './key.ts'

/** A generation as it was read, its signature right; whether its key is to be trusted is for the reader to say. */
export interface SignedGeneration extends Generation {
  readonly signedBy: PublicKey
  /** SHA-256 of what is signed. */
  readonly sha256: string
}

/** Larger ones would describe more than a petabyte. */
const MAX_ENVELOPE_BYTES = 16 * 2 ** 20
const MAX_POINTER_BYTES = 1024

export const PIECES = 'pieces/'
export const pieceKey = (sha256: string) => `${PIECES}${sha256.slice(0, 2)}/${sha256}`
export const generationKey = (number: number) =>
  `generations/${String(number).padStart(10, '0')}.json`

/** Says which generation was the latest when it was written. It may be behind, or gone: nothing is decided by it. */
export const POINTER = 'latest.json'

/** The number of the latest generation; 0 where nothing is published. */
export async function findLatest(place: ReadablePlace, signal: AbortSignal): Promise<number> {
  const hint = await readPointer(place, signal)
  let latest = (await hasGeneration(place, hint, signal)) ? hint : 0
  while (await hasGeneration(place, latest + 1, signal)) latest++
  return latest
}

/** UserError where it is not there, or is not what its publisher has signed. */
export async function readGeneration(
  place: ReadablePlace,
  number: number,
  signal: AbortSignal,
): Promise<SignedGeneration> {
  const key = generationKey(number)
  const bytes = await readWhole(place, key, MAX_ENVELOPE_BYTES, signal)
  if (bytes === undefined)
    throw new UserError(
      reason('catalogue.no-generation', { place: place.name, generation: number }),
      reason('catalogue.check-place'),
    )
  const opened = openEnvelope(bytes)
  const generation = opened && decodeGeneration(opened.payload)
  // One that was signed as another number is somebody's copy of that.
  if (opened === undefined || generation?.generation !== number)
    throw new UserError(
      reason('catalogue.generation-not-signed', { place: place.name, key }),
      reason('catalogue.ask-publisher'),
    )
  const sha256 = createHash('sha256').update(opened.payload).digest('hex')
  return { ...generation, signedBy: opened.signedBy, sha256 }
}

async function readPointer(place: ReadablePlace, signal: AbortSignal): Promise<number> {
  const bytes = await readWhole(place, POINTER, MAX_POINTER_BYTES, signal)
  try {
    const { generation } = asRecord(JSON.parse(Buffer.from(bytes ?? []).toString()))
    return Number.isSafeInteger(generation) ? Number(generation) : 0
  } catch {
    return 0
  }
}

async function hasGeneration(place: ReadablePlace, number: number, signal: AbortSignal) {
  if (number < 1) return false
  return (await readWhole(place, generationKey(number), 1, signal)) !== undefined
}
