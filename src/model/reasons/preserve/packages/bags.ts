import type { None } from '../../none.ts'

/** What is wrong with a BagIt bag (RFC 8493), told of one file of it or of the bag. */
export interface BagReasons {
  'bag.no-declaration': None
  'bag.declaration-malformed': None
  'bag.version-unknown': { readonly version: string }
  'bag.encoding-unknown': { readonly name: string }
  'bag.tag-file-unreadable': None
  'bag.no-payload': None
  'bag.no-manifest': None
  'bag.algorithm-unknown': { readonly name: string }
  'bag.manifest-malformed': { readonly line: number }
  'bag.path-leads-out': { readonly name: string }
  'bag.path-out-of-place': { readonly name: string }
  'bag.path-listed-twice': { readonly name: string }
  'bag.path-listed-twice-alike': { readonly name: string }
  'bag.paths-alike': { readonly name: string }
  'bag.name-composed-otherwise': { readonly name: string }
  'bag.file-missing': { readonly manifest: string }
  'bag.file-not-fetched': { readonly url: string }
  'bag.digest-differs': { readonly manifest: string }
  'bag.file-not-listed': { readonly manifest: string }
  'bag.tag-manifests-differ': None
  'bag.fetch-malformed': { readonly line: number }
  'bag.info-malformed': { readonly line: number }
  'bag.oxum-malformed': None
  'bag.oxum-differs': { readonly said: string; readonly found: string }
  'bag.link': None
}
