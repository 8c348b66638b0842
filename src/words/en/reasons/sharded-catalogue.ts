import type { ShardedCatalogueReasons } from '../../../model/reasons/sharded-catalogue.ts'
import type { Sentences } from '../../sentences.ts'
import { units } from '../units.ts'

const { count } = units

export const shardedCatalogue: Sentences<ShardedCatalogueReasons> = {
  'catalogue.shard-count': ({ most }) => `A catalogue is cut into 1 to ${count(most)} parts.`,
  'catalogue.is-shard': ({ folder }) => `${folder} holds one part of a catalogue, not a whole one.`,
  'catalogue.nothing-to-cut': ({ folder }) =>
    `The catalogue in ${folder} has no recordings to cut.`,
  'catalogue.shards-file-unreadable': ({ path }) =>
    `${path} does not name the parts of a catalogue.`,
  'catalogue.shards-missing': ({ numbers, count: all }) =>
    `Of the ${count(all)} parts of the catalogue some are missing: ${numbers}.`,
  'catalogue.shard-twice': ({ place, number }) =>
    `${place} is part ${number} of the catalogue, which is named already.`,
  'catalogue.shards-differ': ({ place, other }) =>
    `${place} and ${other} are not parts of one catalogue, cut at the same time.`,
  'catalogue.service-other-version': ({ host, version, expected }) =>
    `${host} answers in version ${version}, this program asks in version ${expected}.`,
  'catalogue.service-refuses': ({ host }) => `${host} wants another token, or any.`,
  'catalogue.service-failed': ({ host, why }, { say }) => `${host} could not look: ${say(why)}`,
  'catalogue.service-no-address': ({ address }) => `${address} is no address of a catalogue.`,
  'catalogue.service-nonsense': ({ host }) => `${host} answers what was not asked.`,
  'catalogue.offline': ({ address }) =>
    `The catalogue at ${address} is asked over the network, and nothing is to be asked there.`,
  'catalogue.token-missing': ({ host }) =>
    `${host} can be reached from other machines, and no token is set.`,
  'catalogue.ask-wrong': 'This is no question to a catalogue.',
  'catalogue.ask-no-token': 'The token is missing, or is another one.',
  'catalogue.ask-other-host': 'The request was sent to another name.',
  'catalogue.ask-other-catalogue': 'This catalogue is not answered for here, or no longer.',
  'catalogue.ask-no-such-path': 'There is nothing here.',
  'catalogue.cut-whole':
    'Update the whole catalogue, and cut it again: `songkeep catalogue split`.',
  'catalogue.name-shards':
    'It is written by `songkeep catalogue split`: {"format":"songkeep-shards","shards":[folders or addresses]}.',
  'catalogue.name-all-shards': 'Name them all: answers of a part would look like the whole.',
  'catalogue.cut-again': 'Cut the catalogue again, and bring all parts to their places.',
  'catalogue.same-version-everywhere': 'Use the same version of Songkeep on all machines.',
  'catalogue.set-token': 'Set SONGKEEP_CATALOGUE_TOKEN, there and here, to the same secret.',
}
