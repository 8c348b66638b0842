import type { PackagesReasons } from '../../../../model/reasons/packages/all.ts'
import type { Sentences } from '../../../sentences.ts'
import { bags } from './bags.ts'
import { crates } from './crates.ts'
import { ocflRules } from './ocfl-rules.ts'

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
  'package.option-of-others': ({ flag, kinds }) => `${flag} goes with --as ${kinds.join(', ')}.`,
}
