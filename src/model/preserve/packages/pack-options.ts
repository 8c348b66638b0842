import type { PackageKind } from './package-kinds.ts'

/** An option of `songkeep pack`, and the kinds of packages that take it. */
export type PackOptionRow = {
  /** As the command line has it: `--max-size <size>`. */
  readonly flag: string
  readonly help: Readonly<Record<'en' | 'de', string>>
  readonly of: readonly PackageKind[]
} & PackOptionValue

/** None has a default here: what was not said is undefined, and the kind decides. */
type PackOptionValue =
  | { readonly kind: 'flag' | 'text' | 'folder' }
  /** May be given again. */
  | { readonly kind: 'texts' }
  | { readonly kind: 'choice'; readonly choices: readonly [string, ...string[]] }
  /** A whole number from 1. */
  | { readonly kind: 'number'; readonly max: number }
  /** `700MB`, `4.7GB`: decimal units. Its value is a number of bytes. */
  | { readonly kind: 'size' }

/**
 * What a package may be asked to be like: the one table from which the command line's flags, their help and
 * `PackOptions` follow. An option of one kind of package alone is a row that names that kind.
 */
export const packOptions = {
  link: {
    kind: 'flag',
    flag: '--link',
    of: ['bagit', 'ro-crate', 'torrent'],
    help: {
      en: 'share the archive’s files by hard links where nothing has to be copied: what changes one changes both',
      de: 'teilt die Dateien des Archivs über harte Links statt Kopien: Was die eine ändert, ändert auch die andere',
    },
  },
  maxSize: {
    kind: 'size',
    flag: '--max-size <size>',
    of: ['torrent'],
    help: {
      en: 'how large the files of one torrent are together at most, as 4.7GB; 50GB where nothing is said',
      de: 'wie groß die Dateien eines Torrents zusammen höchstens sind, als 4.7GB; sonst 50GB',
    },
  },
  plays: {
    kind: 'texts',
    flag: '--plays <file>',
    of: ['torrent'],
    help: {
      en: 'a listening history: what was played most is shared first; may be given again',
      de: 'ein Hörverlauf: Was am meisten gespielt wurde, wird zuerst geteilt; mehrmals möglich',
    },
  },
  webSeed: {
    kind: 'texts',
    flag: '--web-seed <url>',
    of: ['torrent'],
    help: {
      en: 'an address at which the folder will lie for HTTP: clients load from there too; may be given again',
      de: 'eine Adresse, unter der der Ordner über HTTP liegen wird: Clients laden auch von dort; mehrmals möglich',
    },
  },
  withoutReserved: {
    kind: 'flag',
    flag: '--without-reserved',
    of: ['metadata'],
    help: {
      en: 'leave out rows of which text and data mining is known to be reserved',
      de: 'lässt Zeilen weg, bei denen ein Vorbehalt gegen Text- und Data-Mining bekannt ist',
    },
  },
} as const satisfies Readonly<Record<string, PackOptionRow>>

type Rows = typeof packOptions

type ValueOf<Row> = Row extends { readonly kind: 'flag' }
  ? boolean
  : Row extends { readonly kind: 'number' | 'size' }
    ? number
    : Row extends { readonly kind: 'texts' }
      ? readonly string[]
      : Row extends { readonly kind: 'choice'; readonly choices: readonly (infer Each)[] }
        ? Each
        : string

/** What was said of a package; nothing for what was left as it is. */
export type PackOptions = { readonly [Name in keyof Rows]?: ValueOf<Rows[Name]> }
