import type { PublishedCatalogueReasons } from '../../../model/reasons/published-catalogue.ts'
import type { Sentences } from '../../sentences.ts'
import { units } from '../units.ts'

export const publishedCatalogue: Sentences<PublishedCatalogueReasons> = {
  'catalogue.no-private-key': ({ path }) => `There is no private key of Ed25519 in ${path}.`,
  'catalogue.make-key': ({ path }) => `Make one: songkeep catalogue key ${path}`,
  'catalogue.key-exists': ({ path }) => `${path} is there already: no key is ever replaced.`,
  'catalogue.published-meanwhile': ({ place, generation }) =>
    `Somebody else has published generation ${generation} at ${place} meanwhile. Nothing of theirs was changed, and yours is not published.`,
  'catalogue.publish-again': 'Look at what they have published, then publish again if it is right.',
  'catalogue.published-by-another': ({ place, signedBy, trusted }) =>
    `The catalogue at ${place} is signed by ${signedBy}, and your key is ${trusted}: its readers would not believe yours.`,
  'catalogue.use-own-place': 'Publish with that key, or at a place of your own.',

  'catalogue.nothing-published': ({ place }) => `No catalogue is published at ${place}.`,
  'catalogue.no-generation': ({ place, generation }) =>
    `There is no generation ${generation} at ${place}.`,
  'catalogue.check-place': 'Check the address, and whether it may be read.',
  'catalogue.generation-not-signed': ({ place, key }) =>
    `${key} at ${place} is damaged, or was changed after it had been signed: nothing of it is used.`,
  'catalogue.generation-replaced': ({ place, generation }) =>
    `Generation ${generation} at ${place} is not the one that was there before: nothing of it is used.`,
  'catalogue.ask-publisher':
    'The catalogue that you have stays as it is. Ask whoever publishes it what has happened there.',
  'catalogue.older-than-seen': ({ place, generation, seen }) =>
    `The latest catalogue at ${place} is generation ${generation}, and generation ${seen} was there before: an older one is not taken.`,
  'catalogue.name-older-generation':
    'What you have stays as it is. If its publisher has taken the newer one back, and you want an older one, say --generation and its number.',
  'catalogue.signed-by-another': ({ place, signedBy, trusted }) =>
    `The catalogue at ${place} is signed by ${signedBy}, and you trust ${trusted}: nothing of it is used.`,
  'catalogue.ask-publisher-for-key':
    'If its publisher has told you in another way than from that place that the key is theirs, say --key with the new one.',
  'catalogue.key-not-trusted': ({ place, signedBy }) =>
    `The catalogue at ${place} is signed by ${signedBy}, a key that you have not trusted yet.`,
  'catalogue.trust-key': ({ signedBy }) =>
    `Compare it with what its publisher has told you. If it is the same, say --key ${signedBy}`,
  'catalogue.no-public-key': ({ text }) => `${text} is no public key.`,
  'catalogue.write-public-key-so':
    'It is written ed25519: and 43 characters; songkeep catalogue key prints it.',
  'catalogue.piece-damaged': ({ place, key }) =>
    `${key} at ${place} is damaged: it is not what was signed.`,
  'catalogue.piece-missing': ({ place, key }) => `${key} is missing at ${place}.`,
  'catalogue.ask-to-publish-again':
    'What was fetched stays. Its publisher mends it: songkeep catalogue publish … --check. Then run the same command again.',

  'catalogue.no-room': ({ folder, bytes, free }) =>
    `${folder} needs ${units.bytes(bytes)} more, and its disk has ${units.bytes(free)} left: nothing was fetched.`,
  'catalogue.built-here': ({ folder }) =>
    `The catalogue in ${folder} was built there: it is not replaced by one that is fetched.`,
  'catalogue.folder-not-empty': ({ folder }) =>
    `${folder} holds other things than a catalogue that was fetched.`,
  'catalogue.fetch-state-damaged': ({ path }) =>
    `${path}, which says whom you trust, cannot be read.`,
  'catalogue.fetch-elsewhere': 'Fetch the catalogue into a new folder.',
  'catalogue.place-offline': ({ address }) =>
    `${address} lies on the network, and SONGKEEP_OFFLINE is set: nobody was asked.`,
  'catalogue.not-fetched': ({ address }) => `The catalogue ${address} was not fetched yet.`,
  'catalogue.fetch-first': ({ address }) =>
    `Fetch it once, and say whose key you trust: songkeep catalogue fetch ${address}`,
  'catalogue.older-used': ({ address, generation, cause }, { say }) =>
    `The catalogue ${address} could not be brought up to date, and generation ${generation}, which was fetched before, was used: ${say(cause)}`,
}
