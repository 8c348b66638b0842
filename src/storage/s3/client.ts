import { createHash } from 'node:crypto'
import { AwsV4Signer } from 'aws4fetch'
import type { Http, HttpAnswer, HttpMethod } from '../../base/http/http.ts'
import { S3Error } from '../errors.ts'
import { readXml, textOf } from './xml.ts'

/** Who may do what in a bucket. Held in memory alone, and in no message. */
export interface S3Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** A bucket, and the way to it. */
export interface S3Access {
  /** `https://s3.eu-central-1.amazonaws.com`, without a path. */
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  /** The bucket stands in the path, and not before the host's name. */
  readonly pathStyle: boolean
  readonly credentials: S3Credentials
  /** Leads to the host of `bucketUrl` alone. */
  readonly http: Pick<Http, 'ask'> & AsyncDisposable
}

export interface S3Request {
  readonly method: HttpMethod
  /** None for the bucket itself. */
  readonly key?: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  /** Asking twice does no harm; true unless said otherwise. */
  readonly repeatable?: boolean
  readonly maxBytes?: number
}

export type S3Answer = Pick<HttpAnswer, 'status' | 'headers' | 'body'>

/** A piece of a file may take its time. */
const TIMEOUT_MS = 10 * 60_000
const MAX_ANSWER_BYTES = 16 * 2 ** 20

/** Where a bucket lies: path style, or virtual-host style (S3 User Guide, "Virtual hosting of general purpose buckets"). */
export function bucketUrl({
  endpoint,
  bucket,
  pathStyle,
}: Pick<S3Access, 'endpoint' | 'bucket' | 'pathStyle'>): URL {
  const url = new URL(endpoint)
  if (pathStyle) url.pathname = `/${bucket}`
  else url.hostname = `${bucket}.${url.hostname}`
  return url
}

/**
 * Signs a request (Signature Version 4) over the real SHA-256 of its body and sends it. Returns whatever is answered;
 * throws UnavailableError where nothing is.
 */
export async function askS3(
  request: S3Request,
  access: S3Access,
  signal: AbortSignal,
): Promise<S3Answer> {
  const { method, body, headers = {}, repeatable = true, maxBytes = MAX_ANSWER_BYTES } = request
  const md5 = body && createHash('md5').update(body).digest('base64')
  const signed = await new AwsV4Signer({
    ...access.credentials,
    method,
    url: addressOf(request, access),
    headers: {
      'x-amz-content-sha256': createHash('sha256')
        .update(body ?? '')
        .digest('hex'),
      ...(md5 === undefined ? undefined : { 'content-md5': md5 }),
      ...headers,
    },
    service: 's3',
    region: access.region,
  }).sign()
  const answer = await access.http.ask(
    {
      url: signed.url.href,
      method,
      headers: {
        accept: '*/*',
        'accept-encoding': 'identity',
        ...Object.fromEntries(signed.headers),
      },
      body,
      repeatable,
      fresh: true,
      redirects: 'tell',
      maxBytes,
      timeoutMs: TIMEOUT_MS,
    },
    signal,
  )
  return answer
}

/** Encoded as signatures have it. */
export function addressOf({ key, query = {} }: S3Request, access: S3Access): string {
  const url = bucketUrl(access)
  const base = url.pathname.replace(/\/$/, '')
  const path = key === undefined ? '' : `/${encodeKey(key)}`
  const search = Object.entries(query)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&')
  return `${url.origin}${base}${path || '/'}${search && `?${search}`}`
}

export const encodeKey = (key: string) => key.split('/').map(encode).join('/')

/** As signatures have it (RFC 3986: all but unreserved characters). */
const encode = (text: string) =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** What the server says of a request that it refuses. */
export function refusalOf({ status, body }: S3Answer, place: string): S3Error {
  const xml = readXml(body.subarray(0, 65_536))
  const clean = (text: string | undefined) =>
    text?.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, 200)
  return new S3Error(
    status,
    clean(textOf(xml, 'Code')) ?? '',
    clean(textOf(xml, 'Message')) ?? '',
    place,
  )
}

/** `isOk` or throws what the server says. */
export function expectOk(answer: S3Answer, place: string): S3Answer {
  if (answer.status >= 200 && answer.status < 300) return answer
  throw refusalOf(answer, place)
}
