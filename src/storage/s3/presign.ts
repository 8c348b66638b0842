import { AwsV4Signer } from 'aws4fetch'
import type { SignedAddressOptions } from '../store.ts'
import { addressOf, type S3Access } from './client.ts'

/**
 * An address that lets whoever has it read one object until it expires: the signature stands in the query (S3 API
 * Reference, "Authenticating Requests: Using Query Parameters"). It is of GET and of this key alone, and nothing is asked
 * of the server to make it.
 */
export async function presignGet(
  key: string,
  { expiresInS, contentType, contentDisposition }: SignedAddressOptions,
  access: S3Access,
): Promise<string> {
  const query = {
    'X-Amz-Expires': String(expiresInS),
    ...(contentType && { 'response-content-type': contentType }),
    ...(contentDisposition && { 'response-content-disposition': contentDisposition }),
  }
  const { url } = await new AwsV4Signer({
    ...access.credentials,
    method: 'GET',
    url: addressOf({ method: 'GET', key, query }, access),
    service: 's3',
    region: access.region,
    signQuery: true,
  }).sign()
  // The signature is over spaces as %20; a plus itself is %2B.
  url.search = url.search.replaceAll('+', '%20')
  return url.href
}
