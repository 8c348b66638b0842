import {
  type BuildProgress,
  type BuildReport,
  buildCatalogue,
} from '../../catalogue/build/build.ts'
import { openInput } from '../../catalogue/read/all.ts'
import { openArtists } from '../../catalogue/read/artists/all.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

export interface CatalogueBuildOptions {
  /** The catalogue's folder: made, or its catalogue replaced, in one step at the end. */
  readonly out: string
  /** CSV, JSON lines, Parquet or known dumps, `.gz` and `.zst` too; `-` is standard input. */
  readonly files: readonly string[]
  /**
   * Lists that say which artists are known by which names: MusicBrainz' and Discogs' artists, tables of one's own.
   * With them alone, the catalogue is one of names.
   */
  readonly artists?: readonly string[]
  /** Adds to what the catalogue holds. */
  readonly update?: boolean
  readonly onProgress?: (progress: BuildProgress) => void
  readonly signal?: AbortSignal
}

/**
 * Builds a catalogue from files, or adds a newer dump to one. Rows that can not be read are counted
 * and the first ones told in the report. Throws UserError when a file can not be read at all.
 */
export async function buildCatalogueFromFiles(
  options: CatalogueBuildOptions,
): Promise<BuildReport> {
  const { files, artists: lists = [], signal = new AbortController().signal, ...rest } = options
  if (files.length + lists.length === 0) throw new UserError(reason('catalogue.no-input'))
  const artists = []
  for (const list of lists) artists.push(await openArtists(list, signal))
  const inputs = []
  for (const file of files) inputs.push(await openInput(file, signal))
  return await buildCatalogue({ ...rest, inputs, artists, signal })
}
