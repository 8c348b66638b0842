import type { PackagesReasons } from '../../../../../model/reasons/preserve/packages/all.ts'
import type { Sentences } from '../../../../sentences.ts'
import { units } from '../../../units.ts'
import { bags } from './bags.ts'
import { crates } from './crates.ts'
import { ocflRules } from './ocfl-rules.ts'

const { count } = units

export const packages: Sentences<PackagesReasons> = {
  'package.in-the-way': ({ path }) =>
    `${path} liegt dort, wo Unfertiges entstehen soll, und stammt nicht von Songkeep.`,
  'package.move-it-away': 'Es wegräumen oder mit --out einen anderen Ordner nennen.',
  'package.not-empty': ({ path }) => `${path} gibt es schon, und es liegt etwas anderes darin.`,
  'package.name-another-folder': 'Einen Ordner nennen, den es noch nicht gibt, oder einen leeren.',
  'package.file-missing': 'fehlt',
  'package.file-not-as-kept': 'ist nicht Byte für Byte, was gesichert wurde',
  'package.not-of-the-archive': 'gehört nicht zum Archiv',
  'package.pictures-stay':
    'ihre Bilder stehen unter keiner bekannten Lizenz und lassen sich nicht herausnehmen',
  'package.nothing-to-share': 'Nichts in diesem Archiv darf an andere weitergegeben werden.',
  'package.what-is-shared':
    'Geteilt wird, was unter einer freien Lizenz von einem Anbieter stammt, der das erlaubt, und dem niemand widersprochen hat.',
  'package.no-web-seed': ({ text }) => `„${text}“ ist keine Adresse für --web-seed.`,
  'package.ocfl': ({ rule, what }) =>
    `${rule}: ${ocflRules[rule]}${what === '' ? '' : ` (${what})`}`,
  ...bags,
  ...crates,
  'package.object-broken': ({ path }) =>
    `Das Inventar des OCFL-Objekts ${path} ist nicht, wie es sein muss; es kommt nichts hinzu.`,
  'package.check-object': 'Was nicht stimmt, sagt songkeep unpack --check.',
  'package.is-none': ({ path }) => `${path} ist kein Paket, das hier gelesen werden kann.`,
  'package.kinds-there-are':
    'Möglich sind eine BagIt-Tasche, ein OCFL-Objekt oder -Speicherort, ein RO-Crate und eine .torrent-Datei.',
  'package.faulty': ({ path, errors }) =>
    `${path} ist nicht, wie seine Spezifikation es verlangt (${count(errors)} Fehler): Es wurde nichts ausgepackt.`,
  'package.look-at-faults': 'Alle zeigt songkeep unpack --check.',
  'package.holds-no-archive': ({ path }) => `${path} enthält kein Archiv von Songkeep.`,
  'package.unpack-others-by-hand': 'Die Dateien von Hand kopieren: Sie liegen dort, wie sie sind.',
  'package.torrent-unread': ({ why }) =>
    `Er lässt sich nicht prüfen: „${why}“ Es gehen Torrents der zweiten Version und solche beider Versionen.`,
  'package.torrent-without-folder': ({ name }) => `Was er nennt, liegt nicht daneben: ${name}`,
  'package.torrent-other-length': ({ bytes, promised }) =>
    `hat ${count(bytes)} Bytes statt ${count(promised)}`,
  'package.torrent-damaged': ({ ranges }) => `beschädigt in den Bytes ${ranges.join(', ')}`,
  'package.several-objects': ({ paths }) => `Es gibt mehrere Objekte: ${paths.join(', ')}.`,
  'package.name-one-object': 'Den Ordner eines von ihnen nennen.',
  'package.say-out':
    'Mit --out nennen, wo das Archiv hinkommt, oder mit --check das Paket nur prüfen.',
  'package.unsafe-path': ({ path }) => `Es nennt eine Datei, die nicht im Ordner bliebe: ${path}`,
  'package.option-of-others': ({ flag, kinds }) => `${flag} gehört zu --as ${kinds.join(', ')}.`,
}
