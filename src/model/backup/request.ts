import type { ListAnswer } from '../lists/list-question.ts'
import { backupOptions, type OptionRow } from './options.ts'

type Options = typeof backupOptions

type ValueOf<Row> = Row extends { readonly kind: 'flag' }
  ? boolean
  : Row extends { readonly kind: 'number' }
    ? number
    : Row extends { readonly kind: 'folders' | 'texts' }
      ? readonly string[]
      : Row extends { readonly kind: 'choice'; readonly choices: readonly (infer Each)[] }
        ? Each
        : string

/** A row with a default, or one that is required, always has a value. */
export type IsGiven<Row> = Row extends { readonly default: unknown } | { readonly required: true }
  ? true
  : false

export type OptionName = keyof Options
export type OptionValue<Name extends OptionName> = ValueOf<Options[Name]>

type Given = { [Name in OptionName as IsGiven<Options[Name]> extends true ? Name : never]: Name }

/** What a backup is asked to do, without its inputs: a value for each row of `backupOptions`. */
export type BackupChoices = {
  readonly [Name in keyof Given]: OptionValue<Name>
} & {
  readonly [Name in Exclude<OptionName, keyof Given>]?: OptionValue<Name>
}

/** What a backup is asked to do. Everything that runs one is given this, and reads it by the names of its rows. */
export type BackupRequest = BackupChoices & {
  /** Files, folders, links or URIs, or `-` for standard input; what is the same playlist is joined. */
  readonly inputs: readonly string[]
  /** What was said of single playlists before: whose newer versions they are, and what they are called. */
  readonly answers?: readonly ListAnswer[]
}

/** What a list is kept like, every time: its report says so, and `sync` asks for the same again. */
const LASTING = [
  'libraries',
  'catalogues',
  'names',
  'format',
  'quality',
  'id3',
  'cover',
  'publicPage',
] as const satisfies readonly OptionName[]

export type LastingChoices = Pick<BackupChoices, (typeof LASTING)[number]>

export const lastingChoices = (choices: BackupChoices): LastingChoices =>
  Object.fromEntries(LASTING.map((name) => [name, choices[name]])) as unknown as LastingChoices

/** Where the page offers an option that is a box to tick. */
export type PageSection = 'making' | 'network' | 'once'

/** The options that the page offers as boxes to tick in one of its sections. */
export type FlagIn<Section extends PageSection> = {
  [Name in OptionName]: Options[Name] extends { readonly page: { readonly section: Section } }
    ? Name
    : never
}[OptionName]

export function flagsIn<Section extends PageSection>(section: Section): readonly FlagIn<Section>[] {
  const rows: readonly (readonly [string, OptionRow])[] = Object.entries(backupOptions)
  const names = rows.filter(([, row]) => row.page?.section === section).map(([name]) => name)
  return names as unknown as readonly FlagIn<Section>[]
}

/** The defaults of all options that have one. */
const defaults = Object.fromEntries(
  Object.entries(backupOptions).flatMap(([name, row]) =>
    'default' in row ? [[name, row.default]] : [],
  ),
) as unknown as Omit<BackupChoices, 'into'>

/** A whole request of what was said, the rest as it is where nothing is said. */
export function completeRequest(
  said: Partial<BackupRequest> & Pick<BackupRequest, 'inputs' | 'into'>,
): BackupRequest {
  const known = Object.entries(said).filter(([, value]) => value !== undefined)
  return { ...defaults, ...(Object.fromEntries(known) as typeof said) }
}
