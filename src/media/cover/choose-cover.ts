import type { Cover } from '../../model/media.ts'
import { findCover } from './find-cover.ts'
import { fitCover, type Scaler } from './fit-cover.ts'

/** Where a cover may come from, the first before the next. */
export interface CoverSources {
  /** In the file's own tags. */
  readonly own?: Cover
  /** The user's audio file, in whose folder pictures may lie; none where it was fetched. */
  readonly audioFile?: string
  /** From its source or the Cover Art Archive, asked for only when nothing else is there. */
  readonly offer?: () => Promise<readonly Uint8Array[]>
}

/**
 * The front cover, of a bounded size. The file's own stays as it is where `keepsOwn`: what the user put there is
 * not made smaller behind their back.
 */
export async function chooseCover(
  { own, audioFile, offer }: CoverSources,
  scaler: Scaler,
  { keepsOwn }: { readonly keepsOwn: boolean },
): Promise<Cover | undefined> {
  if (own && keepsOwn) return own
  const fitted = own && (await fitCover(own.bytes, scaler))
  if (fitted) return fitted
  const found = audioFile === undefined ? undefined : await findCover(audioFile)
  const fromFolder = found && (await fitCover(found, scaler))
  if (fromFolder) return fromFolder
  for (const bytes of (await offer?.()) ?? []) {
    const cover = await fitCover(bytes, scaler)
    if (cover) return cover
  }
  return undefined
}
