import type { PublishedCatalogueReasons } from '../../../model/reasons/published-catalogue.ts'
import type { Sentences } from '../../sentences.ts'
import { because } from '../foreign.ts'
import { units } from '../units.ts'

export const publishedCatalogue: Sentences<PublishedCatalogueReasons> = {
  'catalogue.no-private-key': ({ path }) => `In ${path} steht kein privater Schlüssel (Ed25519).`,
  'catalogue.make-key': ({ path }) => `So machst du einen: songkeep catalogue key ${path}`,
  'catalogue.key-exists': ({ path }) => `${path} gibt es schon: Kein Schlüssel wird je ersetzt.`,
  'catalogue.published-meanwhile': ({ place, generation }) =>
    `Jemand anderes hat inzwischen die Generation ${generation} an ${place} veröffentlicht. Daran wurde nichts geändert, und deine ist nicht veröffentlicht.`,
  'catalogue.publish-again':
    'Sieh dir an, was dort veröffentlicht wurde, und veröffentliche noch einmal, wenn es recht ist.',
  'catalogue.published-by-another': ({ place, signedBy, trusted }) =>
    `Der Katalog an ${place} ist mit ${signedBy} unterschrieben, und dein Schlüssel ist ${trusted}: Wer ihn liest, würde deinem nicht glauben.`,
  'catalogue.use-own-place':
    'Veröffentliche mit jenem Schlüssel, oder an einem Ort, der dir gehört.',

  'catalogue.nothing-published': ({ place }) => `An ${place} ist kein Katalog veröffentlicht.`,
  'catalogue.no-generation': ({ place, generation }) =>
    `An ${place} gibt es keine Generation ${generation}.`,
  'catalogue.check-place': 'Prüfe die Adresse, und ob dort gelesen werden darf.',
  'catalogue.generation-not-signed': ({ place, key }) =>
    `${key} an ${place} ist beschädigt oder wurde nach der Unterschrift geändert: Nichts davon wird verwendet.`,
  'catalogue.generation-replaced': ({ place, generation }) =>
    `Die Generation ${generation} an ${place} ist nicht mehr die, die dort war: Nichts davon wird verwendet.`,
  'catalogue.ask-publisher':
    'Dein Katalog bleibt, wie er ist. Frage nach, wer ihn veröffentlicht, was dort geschehen ist.',
  'catalogue.older-than-seen': ({ place, generation, seen }) =>
    `Der neueste Katalog an ${place} ist die Generation ${generation}, und die Generation ${seen} war schon da: Ein älterer wird nicht genommen.`,
  'catalogue.name-older-generation':
    'Dein Katalog bleibt, wie er ist. Falls der neuere zurückgezogen wurde und du einen älteren willst, sage --generation und dessen Nummer.',
  'catalogue.signed-by-another': ({ place, signedBy, trusted }) =>
    `Der Katalog an ${place} ist mit ${signedBy} unterschrieben, und du vertraust ${trusted}: Nichts davon wird verwendet.`,
  'catalogue.ask-publisher-for-key':
    'Wenn dir auf anderem Weg als von diesem Ort gesagt wurde, dass der Schlüssel stimmt, gib den neuen mit --key an.',
  'catalogue.key-not-trusted': ({ place, signedBy }) =>
    `Der Katalog an ${place} ist mit ${signedBy} unterschrieben, einem Schlüssel, dem du noch nicht vertraust.`,
  'catalogue.trust-key': ({ signedBy }) =>
    `Vergleiche ihn mit dem, der dir genannt wurde. Wenn es derselbe ist, sage --key ${signedBy}`,
  'catalogue.no-public-key': ({ text }) => `${text} ist kein öffentlicher Schlüssel.`,
  'catalogue.write-public-key-so':
    'Er besteht aus ed25519: und 43 Zeichen; songkeep catalogue key gibt ihn aus.',
  'catalogue.piece-damaged': ({ place, key }) =>
    `${key} an ${place} ist beschädigt: Es ist nicht, was unterschrieben wurde.`,
  'catalogue.piece-missing': ({ place, key }) => `${key} fehlt an ${place}.`,
  'catalogue.ask-to-publish-again':
    'Was geholt ist, bleibt. Repariert wird es beim Veröffentlichen: songkeep catalogue publish … --check. Starte danach denselben Befehl noch einmal.',

  'catalogue.no-room': ({ folder, bytes, free }) =>
    `${folder} braucht noch ${units.bytes(bytes)}, und auf dem Datenträger sind ${units.bytes(free)} frei: Nichts wurde geholt.`,
  'catalogue.built-here': ({ folder }) =>
    `Der Katalog in ${folder} wurde dort gebaut: Er wird nicht durch einen geholten ersetzt.`,
  'catalogue.folder-not-empty': ({ folder }) =>
    `In ${folder} liegt anderes als ein Katalog, der geholt wurde.`,
  'catalogue.fetch-state-damaged': ({ path }) =>
    `${path}, wo steht, wem du vertraust, ist nicht zu lesen.`,
  'catalogue.fetch-elsewhere': 'Hole den Katalog in einen neuen Ordner.',
  'catalogue.place-offline': ({ address }) =>
    `${address} liegt im Netz, und SONGKEEP_OFFLINE ist gesetzt: Niemand wurde gefragt.`,
  'catalogue.not-fetched': ({ address }) => `Der Katalog ${address} wurde noch nicht geholt.`,
  'catalogue.fetch-first': ({ address }) =>
    `Hole ihn einmal, und sage, wessen Schlüssel du vertraust: songkeep catalogue fetch ${address}`,
  'catalogue.older-used': ({ address, generation, cause }, { say }) =>
    `Vom Katalog ${address} wurde Generation ${generation} benutzt, die schon geholt war: Auf den neuesten Stand ließ er sich nicht bringen${because(cause, say)}.`,
}
