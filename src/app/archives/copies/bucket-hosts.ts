import type { S3Settings } from './s3-settings.ts'
import { readEndpoint } from './target.ts'

/** The origins that signed addresses can lead to, as the page's policy names them; none unless browsers are sent there. */
export function listBucketHosts({
  listen,
  endpoint,
  region = 'us-east-1',
  style,
}: S3Settings = {}): readonly string[] {
  if (listen !== 'direct') return []
  const origin =
    endpoint === undefined ? `https://s3.${region}.amazonaws.com` : readEndpoint(endpoint)
  const isPathStyle = (style ?? (endpoint === undefined ? 'virtual' : 'path')) === 'path'
  return [isPathStyle ? origin : origin.replace('://', '://*.')]
}
