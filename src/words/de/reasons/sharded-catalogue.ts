import type { ShardedCatalogueReasons } from '../../../model/reasons/sharded-catalogue.ts'
import type { Sentences } from '../../sentences.ts'
import { units } from '../units.ts'

const { count } = units

export const shardedCatalogue: Sentences<ShardedCatalogueReasons> = {
  'catalogue.shard-count': ({ most }) =>
    `Ein Katalog wird in 1 bis ${count(most)} Teile geschnitten.`,
  'catalogue.is-shard': ({ folder }) =>
    `${folder} enthält einen Teil eines Katalogs, keinen ganzen.`,
  'catalogue.nothing-to-cut': ({ folder }) =>
    `Der Katalog in ${folder} hat keine Aufnahmen, die man schneiden könnte.`,
  'catalogue.shards-file-unreadable': ({ path }) => `${path} nennt nicht die Teile eines Katalogs.`,
  'catalogue.shards-missing': ({ numbers, count: all }) =>
    `Von den ${count(all)} Teilen des Katalogs fehlen welche: ${numbers}.`,
  'catalogue.shard-twice': ({ place, number }) =>
    `${place} ist Teil ${number} des Katalogs, der schon genannt ist.`,
  'catalogue.shards-differ': ({ place, other }) =>
    `${place} und ${other} sind nicht Teile eines Katalogs, die zugleich geschnitten wurden.`,
  'catalogue.service-other-version': ({ host, version, expected }) =>
    `${host} antwortet in Version ${version}, dieses Programm fragt in Version ${expected}.`,
  'catalogue.service-refuses': ({ host }) =>
    `${host} verlangt ein anderes Token, oder überhaupt eins.`,
  'catalogue.service-failed': ({ host, why }, { say }) =>
    `${host} konnte nicht nachsehen: ${say(why)}`,
  'catalogue.service-no-address': ({ address }) => `${address} ist keine Adresse eines Katalogs.`,
  'catalogue.service-nonsense': ({ host }) => `${host} antwortet, was nicht gefragt war.`,
  'catalogue.offline': ({ address }) =>
    `Der Katalog unter ${address} wird über das Netz gefragt, und dort soll nichts gefragt werden.`,
  'catalogue.token-missing': ({ host }) =>
    `${host} ist von anderen Rechnern aus erreichbar, und es ist kein Token gesetzt.`,
  'catalogue.ask-wrong': 'Das ist keine Frage an einen Katalog.',
  'catalogue.ask-no-token': 'Das Token fehlt, oder es ist ein anderes.',
  'catalogue.ask-other-host': 'Die Anfrage ging an einen anderen Namen.',
  'catalogue.ask-other-catalogue':
    'Für diesen Katalog wird hier nicht geantwortet, oder nicht mehr.',
  'catalogue.ask-no-such-path': 'Hier ist nichts.',
  'catalogue.cut-whole':
    'Den ganzen Katalog aktualisieren und neu schneiden: `songkeep catalogue split`.',
  'catalogue.name-shards':
    'Geschrieben wird sie von `songkeep catalogue split`: {"format":"songkeep-shards","shards":[Ordner oder Adressen]}.',
  'catalogue.name-all-shards':
    'Alle nennen: Antworten eines Teils sähen aus wie die des ganzen Katalogs.',
  'catalogue.cut-again': 'Den Katalog neu schneiden und alle Teile an ihren Ort bringen.',
  'catalogue.same-version-everywhere':
    'Auf allen Rechnern dieselbe Version von Songkeep verwenden.',
  'catalogue.set-token': 'SONGKEEP_CATALOGUE_TOKEN dort und hier auf dasselbe Geheimnis setzen.',
}
