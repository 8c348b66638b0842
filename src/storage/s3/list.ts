import { reason } from '../../model/reason.ts'
import { StorageError } from '../../words/user-error.ts'
import type { StoredObject } from '../store.ts'
import { askS3, expectOk, type S3Access } from './client.ts'
import { childOf, readXml, textOf, type XmlElement } from './xml.ts'

/** Every object whose key begins so, a thousand a request (ListObjectsV2). Keys are whole, with the prefix. */
export async function* listObjects(
  access: S3Access,
  prefix: string,
  place: string,
  signal: AbortSignal,
): AsyncGenerator<StoredObject> {
  let token: string | undefined
  do {
    const query = {
      'list-type': '2',
      prefix,
      'encoding-type': 'url',
      ...(token === undefined ? undefined : { 'continuation-token': token }),
    }
    const answer = expectOk(await askS3({ method: 'GET', query }, access, signal), place)
    const xml = readXml(answer.body)
    if (xml?.name !== 'ListBucketResult') throw odd(place)
    const decode = textOf(xml, 'EncodingType') === 'url' ? decodeUrl : (text: string) => text
    for (const child of xml.children)
      if (child.name === 'Contents') yield describe(child, decode, place)
    const next = textOf(xml, 'NextContinuationToken')
    // A server that gives the same token again would be asked for ever.
    if (next !== undefined && next === token) throw odd(place)
    token = textOf(xml, 'IsTruncated') === 'true' ? next : undefined
  } while (token !== undefined)
}

/** Unfinished multipart uploads of keys that begin so. */
export async function listUploads(
  access: S3Access,
  prefix: string,
  place: string,
  signal: AbortSignal,
): Promise<readonly { readonly key: string; readonly uploadId: string }[]> {
  const query = { uploads: '', prefix, 'encoding-type': 'url' }
  const answer = expectOk(await askS3({ method: 'GET', query }, access, signal), place)
  const xml = readXml(answer.body)
  const decode = textOf(xml, 'EncodingType') === 'url' ? decodeUrl : (text: string) => text
  return (xml?.children ?? []).flatMap((child) => {
    const key = textOf(child, 'Key')
    const uploadId = textOf(child, 'UploadId')
    return child.name === 'Upload' && key !== undefined && uploadId !== undefined
      ? [{ key: decode(key), uploadId }]
      : []
  })
}

function describe(
  element: XmlElement,
  decode: (text: string) => string,
  place: string,
): StoredObject {
  const [key, size] = [textOf(element, 'Key'), childOf(element, 'Size')?.text ?? '']
  if (key === undefined || !/^\d{1,15}$/.test(size)) throw odd(place)
  return {
    key: decode(key),
    bytes: Number(size),
    modified: textOf(element, 'LastModified') ?? '',
  }
}

/** Amazon writes a space as `+`, and a plus as `%2B`. */
function decodeUrl(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

const odd = (place: string) => new StorageError(reason('storage.odd-answer', { place }))
