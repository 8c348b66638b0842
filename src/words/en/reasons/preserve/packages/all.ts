import type { PackagesReasons } from '../../../../../model/reasons/preserve/packages/all.ts'
import type { Sentences } from '../../../../sentences.ts'
import { units } from '../../../units.ts'
import { bags } from './bags.ts'
import { crates } from './crates.ts'
import { ocflRules } from './ocfl-rules.ts'

const { count } = units

export const packages: Sentences<PackagesReasons> = {
  'package.in-the-way': ({ path }) =>
    `${path} is where unfinished work would go, and Songkeep did not make it.`,
  'package.move-it-away': 'Move it away, or name another folder with --out.',
  'package.not-empty': ({ path }) => `${path} is there already and holds something else.`,
  'package.name-another-folder': 'Name a folder that is not there yet, or an empty one.',
  'package.file-missing': 'it is not there',
  'package.file-not-as-kept': 'it is not byte for byte what was kept',
  'package.not-of-the-archive': 'it is not one of the archive’s',
  'package.pictures-stay':
    'its pictures are under no licence that is known and cannot be taken out',
  'package.nothing-to-share': 'Nothing in this archive may be given to others.',
  'package.what-is-shared':
    'What is shared was taken under a free licence from a host whose terms allow it, and nobody has contradicted.',
  'package.no-web-seed': ({ text }) => `“${text}” is no address for --web-seed.`,
  'package.ocfl': ({ rule, what }) =>
    `${rule}: ${ocflRules[rule]}${what === '' ? '' : ` (${what})`}`,
  ...bags,
  ...crates,
  'package.object-broken': ({ path }) =>
    `The inventory of the OCFL object ${path} is not as it has to be, and nothing is added to it.`,
  'package.check-object': 'See what is wrong: songkeep unpack --check.',
  'package.is-none': ({ path }) => `${path} is no package that can be read here.`,
  'package.kinds-there-are':
    'It can be a BagIt bag, an OCFL object or storage root, an RO-Crate, or a .torrent file.',
  'package.faulty': ({ path, errors }) =>
    `${path} is not as its specification wants it (${count(errors)} ${errors === 1 ? 'error' : 'errors'}): nothing was unpacked.`,
  'package.look-at-faults': 'See them all: songkeep unpack --check.',
  'package.holds-no-archive': ({ path }) => `${path} holds no archive of Songkeep’s.`,
  'package.unpack-others-by-hand': 'Copy its files by hand: they lie there as they are.',
  'package.torrent-unread': ({ why }) =>
    `It cannot be checked: ${why} Torrents of the second version can, and those of both versions.`,
  'package.torrent-without-folder': ({ name }) => `What it names is not beside it: ${name}`,
  'package.torrent-other-length': ({ bytes, promised }) =>
    `it has ${count(bytes)} bytes and should have ${count(promised)}`,
  'package.torrent-damaged': ({ ranges }) => `damaged in bytes ${ranges.join(', ')}`,
  'package.several-objects': ({ paths }) => `There are several objects: ${paths.join(', ')}.`,
  'package.name-one-object': 'Name the folder of one of them.',
  'package.say-out':
    'Say where the archive goes with --out, or --check to judge the package alone.',
  'package.unsafe-path': ({ path }) => `It names a file that would not stay in the folder: ${path}`,
  'package.option-of-others': ({ flag, kinds }) => `${flag} goes with --as ${kinds.join(', ')}.`,
}
