import { type PackOptions, packOptions } from '../../../model/preserve/packages/pack-options.ts'
import type { PackageKind } from '../../../model/preserve/packages/package-kinds.ts'
import { reason } from '../../../model/reason.ts'
import type { PackEvent, Packer } from '../../../packages/packer.ts'
import { readContents } from '../../../preserve/pack/read-contents.ts'
import { UserError } from '../../../words/user-error.ts'
import { readVersion } from '../../version.ts'
import { requireArchive } from '../require-archive.ts'

/** Adding a kind is its name in `packageKinds`, its title in `words/*`/packages.ts, and a row here. Loaded when asked for. */
const packers: Readonly<Record<PackageKind, () => Promise<Packer>>> = {
  bagit: async () => (await import('../../../packages/bagit/pack-bag.ts')).packBag,
  ocfl: async () => (await import('../../../packages/ocfl/pack-ocfl.ts')).packOcfl,
  'ro-crate': async () => (await import('../../../packages/ro-crate/pack-crate.ts')).packCrate,
  torrent: async () => (await import('./pack-torrents.ts')).packTorrents,
  metadata: async () => (await import('./pack-metadata.ts')).packMetadata,
}

export interface PackArguments {
  /** An archive's folder, or for kinds that take one, a catalogue's. */
  readonly source: string
  readonly as: PackageKind
  readonly out: string
  readonly options?: PackOptions
  readonly signal: AbortSignal
}

/** Makes a package of an archive. UserError where `source` is none, or an option is not one of that kind. */
export async function* pack({
  source,
  as,
  out,
  options = {},
  signal,
}: PackArguments): AsyncGenerator<PackEvent> {
  refuseOptionsOfOthers(as, options)
  const packer = await packers[as]()
  yield* packer({
    source,
    out,
    options,
    signal,
    software: `Songkeep ${readVersion()}`,
    contents: async () => {
      await requireArchive(source)
      return await readContents(source, signal)
    },
  })
}

function refuseOptionsOfOthers(as: PackageKind, options: PackOptions) {
  for (const [name, { flag, of }] of Object.entries(packOptions)) {
    const value = options[name as keyof PackOptions]
    const kinds: readonly PackageKind[] = of
    if (value !== undefined && !kinds.includes(as))
      throw new UserError(reason('package.option-of-others', { flag, kinds }))
  }
}
