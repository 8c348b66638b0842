import { createHash } from 'node:crypto'
import { type DigestName, isDigestName, startDigest } from './digests.ts'

/** The layout of storage roots that are made here (https://ocfl.github.io/extensions/0004-hashed-n-tuple-storage-layout). */
export const LAYOUT = '0004-hashed-n-tuple-storage-layout'

export interface LayoutConfig {
  readonly digestAlgorithm: DigestName
  readonly tupleSize: number
  readonly numberOfTuples: number
  readonly shortObjectRoot: boolean
}

export const DEFAULT_CONFIG: LayoutConfig = {
  digestAlgorithm: 'sha256',
  tupleSize: 3,
  numberOfTuples: 3,
  shortObjectRoot: false,
}

/** Where an object goes in a storage root. */
export function objectPath(id: string, config: LayoutConfig = DEFAULT_CONFIG): string {
  const digest = startDigest(config.digestAlgorithm).update(id, 'utf8').digest('hex')
  const { tupleSize, numberOfTuples } = config
  const tuples = Array.from({ length: numberOfTuples }, (_, at) =>
    digest.slice(at * tupleSize, (at + 1) * tupleSize),
  )
  const used = config.shortObjectRoot ? tupleSize * numberOfTuples : 0
  return [...tuples, digest.slice(used)].join('/')
}

/** What a layout's `config.json` says; undefined where it is none that can be followed. */
export function readLayoutConfig(value: unknown): LayoutConfig | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const config = { ...DEFAULT_CONFIG, ...value }
  const isNumber = (size: unknown) =>
    Number.isInteger(size) && Number(size) >= 0 && Number(size) <= 32
  return isDigestName(config.digestAlgorithm) &&
    isNumber(config.tupleSize) &&
    isNumber(config.numberOfTuples)
    ? config
    : undefined
}

export const sha512 = (data: string | Uint8Array): string =>
  createHash('sha512').update(data).digest('hex')
