import type { CrateReasons } from '../../../../../model/reasons/preserve/packages/crates.ts'
import type { Sentences } from '../../../../sentences.ts'
import { units } from '../../../units.ts'

const { count } = units

export const crates: Sentences<CrateReasons> = {
  'crate.no-metadata': 'es gibt keine ro-crate-metadata.json',
  'crate.not-json': 'kein JSON, kein UTF-8 oder zu groß',
  'crate.no-context': '@context nennt nicht den Kontext von RO-Crate 1.2 (oder 1.1)',
  'crate.no-graph': 'es gibt keinen @graph',
  'crate.entity-without-id': ({ index }) => `die Entität Nummer ${index} hat keine @id`,
  'crate.entity-without-type': ({ id }) => `die Entität hat keinen @type: ${id}`,
  'crate.entity-twice': ({ id }) => `die Entität steht zweimal da: ${id}`,
  'crate.entity-nested': ({ key, id }) => `eine Entität steckt in einer anderen: ${key} von ${id}`,
  'crate.no-descriptor': 'nichts beschreibt die Metadatendatei selbst',
  'crate.descriptor-malformed': ({ key }) =>
    `der Beschreibung der Metadatendatei fehlt ${key}, oder es ist falsch`,
  'crate.no-root': 'es gibt keine Wurzelentität',
  'crate.root-malformed': ({ key }) => `der Wurzelentität fehlt ${key}, oder es ist falsch`,
  'crate.id-no-uri': ({ id }) => `eine @id ist keine URI: ${id}`,
  'crate.id-leads-out': ({ id }) => `eine @id führt aus dem Crate hinaus: ${id}`,
  'crate.file-missing': 'ist beschrieben und fehlt',
  'crate.not-part': ({ id }) => `ist von der Wurzel aus nicht über hasPart erreichbar: ${id}`,
  'crate.size-differs': ({ said, found }) =>
    `contentSize sagt ${count(said)} Bytes, da sind ${count(found)}`,
  'crate.digest-differs': 'hat nicht die sha256, die angegeben ist',
  'crate.link': 'ein Link oder keine gewöhnliche Datei',
}
