import type { BagReasons } from '../../../../../model/reasons/preserve/packages/bags.ts'
import type { Sentences } from '../../../../sentences.ts'

export const bags: Sentences<BagReasons> = {
  'bag.no-declaration': 'es gibt keine bagit.txt',
  'bag.declaration-malformed': 'bagit.txt ist nicht geschrieben, wie sie sein muss',
  'bag.version-unknown': ({ version }) => `diese Version von BagIt ist nicht bekannt: ${version}`,
  'bag.encoding-unknown': ({ name }) => `diese Zeichenkodierung ist nicht bekannt: ${name}`,
  'bag.tag-file-unreadable': 'kein Text in der Kodierung, die bagit.txt nennt, oder zu groß',
  'bag.no-payload': 'es gibt keinen Ordner data',
  'bag.no-manifest': 'es gibt kein Manifest',
  'bag.algorithm-unknown': ({ name }) => `das Prüfsummenverfahren ist hier nicht bekannt: ${name}`,
  'bag.manifest-malformed': ({ line }) => `Zeile ${line} ist nicht eine Prüfsumme und ein Pfad`,
  'bag.path-leads-out': ({ name }) => `nennt einen Pfad, der aus der Tasche hinausführt: ${name}`,
  'bag.path-out-of-place': ({ name }) => `nennt einen Pfad, den es nicht nennen darf: ${name}`,
  'bag.path-listed-twice': ({ name }) => `nennt einen Pfad mehrmals: ${name}`,
  'bag.path-listed-twice-alike': ({ name }) =>
    `nennt einen Pfad mehrmals, mit derselben Prüfsumme: ${name}`,
  'bag.paths-alike': ({ name }) =>
    `nennt zwei Pfade, die sich nur in der Zusammensetzung der Zeichen unterscheiden: ${name}`,
  'bag.name-composed-otherwise': ({ name }) => `heißt im Manifest anders zusammengesetzt: ${name}`,
  'bag.file-missing': ({ manifest }) => `steht in ${manifest} und fehlt`,
  'bag.file-not-fetched': ({ url }) =>
    `wurde nicht von ${url} geholt, und Songkeep holt für eine Tasche nichts`,
  'bag.digest-differs': ({ manifest }) => `ist nicht, was ${manifest} sagt`,
  'bag.file-not-listed': ({ manifest }) => `steht nicht in ${manifest}`,
  'bag.tag-manifests-differ': 'nennt nicht dieselben Dateien wie die anderen Tag-Manifeste',
  'bag.fetch-malformed': ({ line }) =>
    `Zeile ${line} ist nicht eine Adresse, eine Länge und ein Pfad`,
  'bag.info-malformed': ({ line }) => `Zeile ${line} ist nicht eine Bezeichnung und ein Wert`,
  'bag.oxum-malformed': 'Payload-Oxum besteht nicht aus zwei Zahlen oder steht zweimal da',
  'bag.oxum-differs': ({ said, found }) => `Payload-Oxum sagt ${said}, da ist ${found}`,
  'bag.link': 'ein Link oder keine gewöhnliche Datei',
}
