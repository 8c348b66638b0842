import { resolve } from 'node:path'
import { reason } from '../../../model/reason.ts'
import { isKey } from '../../../storage/key.ts'
import { UserError } from '../../../words/user-error.ts'
import { isBucketName, looksLikeAddress } from '../bucket/named.ts'

/** Where a copy is, or is to be. */
export type CopyTarget =
  | { readonly kind: 'folder' /** Absolute. */; readonly path: string }
  | BucketTarget

export interface BucketTarget {
  readonly kind: 's3'
  readonly bucket: string
  /** Without slashes at its ends; empty for the whole bucket. */
  readonly prefix: string
  /** None for Amazon's own. */
  readonly endpoint?: string
}

/** General purpose buckets (S3 User Guide, "General purpose bucket naming rules"); older ones may have capitals. */
const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]$/

/** Reads a folder's path, or `s3://bucket/prefix`; UserError where it is neither. */
export function readTarget(text: string, endpoint?: string): CopyTarget {
  if (isBucketName(text)) return readBucketTarget(text, endpoint)
  if (text === '' || looksLikeAddress(text)) throw wrong(text)
  return { kind: 'folder', path: resolve(text) }
}

/** Reads `s3://bucket/prefix`; UserError where it is none. */
export function readBucketTarget(text: string, endpoint?: string): BucketTarget {
  const [, bucket = '', rest = ''] = /^s3:\/\/([^/]*)(?:\/(.*))?$/is.exec(text) ?? []
  const prefix = rest.replaceAll(/^\/+|\/+$/g, '')
  if (!BUCKET.test(bucket) || bucket.includes('..') || (prefix !== '' && !isKey(prefix)))
    throw wrong(text)
  return { kind: 's3', bucket, prefix, endpoint: endpoint && readEndpoint(endpoint) }
}

/** `https://s3.example:9000`; a path, a user or a query has no place there. */
export function readEndpoint(text: string): string {
  const url = /^https?:\/\//i.test(text) ? URL.parse(text) : null
  const isBare = url && url.pathname === '/' && url.search === '' && url.hash === ''
  if (url && isBare && url.username === '' && url.password === '') return url.origin
  throw new UserError(reason('preserve.wrong-endpoint'), reason('preserve.write-endpoint-so'))
}

/** Those that lie around a prefix, the whole bucket last: `a` and the empty one around `a/b`. */
export function prefixesAbove(prefix: string): readonly string[] {
  const parts = prefix === '' ? [] : prefix.split('/')
  return parts.map((_, at) => parts.slice(0, at).join('/')).toReversed()
}

/** As the user writes it. */
export const nameTarget = (target: CopyTarget): string =>
  target.kind === 'folder'
    ? target.path
    : `s3://${target.bucket}${target.prefix && `/${target.prefix}`}`

const wrong = (target: string) =>
  new UserError(
    reason('preserve.wrong-target', { target: target.slice(0, 200) }),
    reason('preserve.write-target-so'),
  )
