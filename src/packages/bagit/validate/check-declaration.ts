import { reason } from '../../../model/reason.ts'
import type { Bag } from './bag.ts'

const VERSIONS = new Set(['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'])

/** Reads `bagit.txt` (RFC 8493, 2.1.1): which version of BagIt, and how the other tag files are encoded. */
export async function checkDeclaration(bag: Bag): Promise<void> {
  if (!bag.tree.files.has('bagit.txt')) bag.error('', reason('bag.no-declaration'))
  const lines = await bag.readLines('bagit.txt')
  if (!lines) return
  const [first = '', second = ''] = lines
  const version = /^BagIt-Version: (\d+\.\d+)$/.exec(first)?.[1]
  const encoding = /^Tag-File-Character-Encoding: (\S+)$/.exec(second)?.[1]
  if (version === undefined || encoding === undefined || lines.length !== 2)
    bag.error('bagit.txt', reason('bag.declaration-malformed'))
  if (version !== undefined) {
    bag.version = version
    if (!VERSIONS.has(version)) bag.error('bagit.txt', reason('bag.version-unknown', { version }))
  }
  if (encoding === undefined) return
  try {
    // What the name means for a decoder: `UTF-16` and `ISO-8859-1` are written in many ways.
    bag.encoding = new TextDecoder(encoding).encoding
  } catch {
    bag.error('bagit.txt', reason('bag.encoding-unknown', { name: encoding }))
  }
}
