import { readPageAddress } from '../../online/page-address.ts'

/** `archive.org/details/item`, and a file of it: `item` or `item/01 Song.flac`. */
export function readItemAddress(text: string): string | undefined {
  const [kind, item = '', ...file] = readPageAddress(text, ['archive.org']) ?? []
  if (kind !== 'details' && kind !== 'download') return undefined
  return /^[\w][\w.-]{0,99}$/.test(item) ? [item, ...file].join('/') : undefined
}
