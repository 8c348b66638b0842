import type { CrateReasons } from '../../../../../model/reasons/preserve/packages/crates.ts'
import type { Sentences } from '../../../../sentences.ts'
import { units } from '../../../units.ts'

const { count } = units

export const crates: Sentences<CrateReasons> = {
  'crate.no-metadata': 'there is no ro-crate-metadata.json',
  'crate.not-json': 'it is not JSON, not UTF-8, or too large',
  'crate.no-context': '@context does not name the context of RO-Crate 1.2 (or 1.1)',
  'crate.no-graph': 'there is no @graph',
  'crate.entity-without-id': ({ index }) => `the entity number ${index} has no @id`,
  'crate.entity-without-type': ({ id }) => `the entity has no @type: ${id}`,
  'crate.entity-twice': ({ id }) => `the entity stands there twice: ${id}`,
  'crate.entity-nested': ({ key, id }) => `an entity lies within another one: ${key} of ${id}`,
  'crate.no-descriptor': 'nothing describes the metadata file itself',
  'crate.descriptor-malformed': ({ key }) =>
    `the description of the metadata file lacks ${key}, or has it wrong`,
  'crate.no-root': 'there is no root data entity',
  'crate.root-malformed': ({ key }) => `the root data entity lacks ${key}, or has it wrong`,
  'crate.id-no-uri': ({ id }) => `an @id is no URI: ${id}`,
  'crate.id-leads-out': ({ id }) => `an @id leads out of the crate: ${id}`,
  'crate.file-missing': 'it is described and not there',
  'crate.not-part': ({ id }) => `it is not reachable by hasPart from the root: ${id}`,
  'crate.size-differs': ({ said, found }) =>
    `contentSize says ${count(said)} bytes, and there are ${count(found)}`,
  'crate.digest-differs': 'it does not have the sha256 that is told of it',
  'crate.link': 'it is a link or no regular file',
}
