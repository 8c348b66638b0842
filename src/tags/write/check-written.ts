import type { Tags } from '../../model/media.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { asCarried } from '../map/fields.ts'
import { findStructureFault } from '../structure/find-fault.ts'
import { asVersion3, checkEqual, UnequalTagsError } from './compare-tags.ts'
import type { FileTags, WriteOptions } from './file-tags.ts'

export interface Paths {
  readonly source: string
  /** Must not be there yet; after an error it is the caller's to remove. */
  readonly target: string
}

interface Checked {
  /** Why what was written is not as it should be. */
  readonly fault?: Error
  readonly notes: readonly Reason[]
}

/** Reads what was written again, its tags and how its container is built; where the source is broken, too, it is a note. */
export async function checkWritten(
  paths: Paths,
  before: FileTags,
  after: Tags,
  options: WriteOptions,
): Promise<Checked> {
  const fault = await findUnequal(paths.target, before, after, options)
  if (fault) return { fault, notes: [] }
  const detail = await findStructureFault(paths.target, before.container)
  if (detail === undefined) return { notes: [] }
  const broken = reason('media.container-broken', { detail })
  const isOfSource = (await findStructureFault(paths.source, before.container)) !== undefined
  return isOfSource ? { notes: [broken] } : { fault: new UserError(broken), notes: [] }
}

/** UnequalTagsError, or a UserError where the tags cannot be read. */
async function findUnequal(
  path: string,
  before: FileTags,
  after: Tags,
  { id3 }: WriteOptions,
): Promise<Error | undefined> {
  try {
    // Others' numbers may have more digits than ours, and a text may stand in two places: what we would write of
    // either is compared.
    const written = asCarried(before.kind, await before.readBack(path))
    const version3 = before.kind === 'id3' && id3 === '2.3'
    if (version3) checkEqual(asVersion3(after), asVersion3(written))
    else checkEqual(after, written)
    return undefined
  } catch (error) {
    if (error instanceof UnequalTagsError || error instanceof UserError) return error
    throw error
  }
}
