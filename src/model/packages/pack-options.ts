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
    of: ['bagit'],
    help: {
      en: 'share the archive’s files by hard links where nothing has to be copied: what changes one changes both',
      de: 'teilt die Dateien des Archivs über harte Links statt Kopien: Was die eine ändert, ändert auch die andere',
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
