import type { BagReasons } from '../../../../../model/reasons/preserve/packages/bags.ts'
import type { Sentences } from '../../../../sentences.ts'

export const bags: Sentences<BagReasons> = {
  'bag.no-declaration': 'there is no bagit.txt',
  'bag.declaration-malformed': 'bagit.txt is not written as it has to be',
  'bag.version-unknown': ({ version }) => `this version of BagIt is not known: ${version}`,
  'bag.encoding-unknown': ({ name }) => `this character encoding is not known: ${name}`,
  'bag.tag-file-unreadable': 'it is not text in the encoding that bagit.txt names, or too large',
  'bag.no-payload': 'there is no data folder',
  'bag.no-manifest': 'there is no manifest',
  'bag.algorithm-unknown': ({ name }) => `its digest algorithm is not known here: ${name}`,
  'bag.manifest-malformed': ({ line }) => `line ${line} is not a digest and a path`,
  'bag.path-leads-out': ({ name }) => `it names a path that leads out of the bag: ${name}`,
  'bag.path-out-of-place': ({ name }) => `it names a path that it may not name: ${name}`,
  'bag.path-listed-twice': ({ name }) => `it names a path more than once: ${name}`,
  'bag.path-listed-twice-alike': ({ name }) =>
    `it names a path more than once, with the same digest: ${name}`,
  'bag.paths-alike': ({ name }) =>
    `it names two paths that differ in the composition of letters alone: ${name}`,
  'bag.name-composed-otherwise': ({ name }) =>
    `its name is composed otherwise in the manifest: ${name}`,
  'bag.file-missing': ({ manifest }) => `it stands in ${manifest} and is not there`,
  'bag.file-not-fetched': ({ url }) =>
    `it was not fetched from ${url}, and Songkeep fetches nothing for a bag`,
  'bag.digest-differs': ({ manifest }) => `it is not what ${manifest} says`,
  'bag.file-not-listed': ({ manifest }) => `it does not stand in ${manifest}`,
  'bag.tag-manifests-differ': 'it does not name the same files as the other tag manifests',
  'bag.fetch-malformed': ({ line }) => `line ${line} is not an address, a length and a path`,
  'bag.info-malformed': ({ line }) => `line ${line} is not a label and a value`,
  'bag.oxum-malformed': 'Payload-Oxum is not two numbers, or stands there twice',
  'bag.oxum-differs': ({ said, found }) => `Payload-Oxum says ${said}, and there is ${found}`,
  'bag.link': 'it is a link or no regular file',
}
