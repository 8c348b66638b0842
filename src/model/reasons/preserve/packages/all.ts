import type { OcflRule } from '../../../preserve/packages/ocfl-rules.ts'
import type { None } from '../../none.ts'
import type { BagReasons } from './bags.ts'
import type { CrateReasons } from './crates.ts'

/** Codes of `packages` and what their sentences are filled with. */
export interface PackagesReasons extends BagReasons, CrateReasons {
  'package.in-the-way': { readonly path: string }
  'package.move-it-away': None
  'package.not-empty': { readonly path: string }
  'package.name-another-folder': None
  /** Why a file of the archive is not in a package of it. */
  'package.file-missing': None
  'package.file-not-as-kept': None
  'package.not-of-the-archive': None
  'package.pictures-stay': None
  'package.nothing-to-share': None
  'package.what-is-shared': None
  'package.no-web-seed': { readonly text: string }
  /** A rule of OCFL that is broken; `what`: the part of the file that is meant, or empty. */
  'package.ocfl': { readonly rule: OcflRule; readonly what: string }
  'package.object-broken': { readonly path: string }
  'package.check-object': None
  'package.is-none': { readonly path: string }
  'package.kinds-there-are': None
  'package.faulty': { readonly path: string; readonly errors: number }
  'package.look-at-faults': None
  'package.holds-no-archive': { readonly path: string }
  'package.unpack-others-by-hand': None
  /** `why`: in English, what is wrong with its bytes. */
  'package.torrent-unread': { readonly why: string }
  'package.torrent-without-folder': { readonly name: string }
  'package.torrent-other-length': { readonly bytes: number; readonly promised: number }
  /** `ranges`: the first and the last byte of pieces that are wrong, `0–16383`. */
  'package.torrent-damaged': { readonly ranges: readonly string[] }
  'package.several-objects': { readonly paths: readonly string[] }
  'package.name-one-object': None
  'package.say-out': None
  'package.unsafe-path': { readonly path: string }
  'package.option-of-others': { readonly flag: string; readonly kinds: readonly string[] }
}
