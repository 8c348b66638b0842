import { readFile, stat } from 'node:fs/promises'
import type { Cover } from '../../model/media.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { type FittedCover, fitCover, MAX_PICTURE_BYTES, type Scaler } from './fit-cover.ts'
import type { FolderCovers, SoughtCover } from './folder-covers.ts'
import { kindOfPicture } from './picture-kind.ts'

/** Where a cover may come from, the first before the next. */
export interface CoverSources {
  /** In the file's own tags, whole. */
  readonly own?: Cover
  /** All pictures in the file's own tags, as they are, the front first: looked at where none of them is `own`. */
  readonly pictures?: readonly Uint8Array[]
  /** Of the user's audio file, in whose folder pictures may lie; none where it was fetched. */
  readonly folder?: { readonly covers: FolderCovers; readonly sought: SoughtCover }
  /** From its source or the Cover Art Archive, asked for only when nothing else is there. */
  readonly offer?: () => Promise<readonly Uint8Array[]>
}

export interface ChosenCover {
  readonly cover?: Cover
  /** What was changed of the user's pictures, and which of them were left out. */
  readonly notes: readonly Reason[]
}

/**
 * The front cover, of a bounded size. The file's own stays as it is where `keepsOwn`: what the user put there is
 * not made smaller behind their back. No picture is a reason to refuse the sound.
 */
export async function chooseCover(
  { own, pictures = [], folder, offer }: CoverSources,
  scaler: Scaler,
  { keepsOwn }: { readonly keepsOwn: boolean },
): Promise<ChosenCover> {
  if (own && keepsOwn) return { cover: own, notes: [] }
  const fitted = await findFirst(fitAll(own ? [own.bytes] : pictures, scaler))
  if (fitted.cover) return fitted
  const beside = folder && (await findBeside(folder, scaler))
  const notes = [...fitted.notes, ...(beside?.notes ?? [])]
  if (beside?.cover) return { cover: beside.cover, notes }
  const offered = await findFirst(fitAll((await offer?.()) ?? [], scaler))
  return { cover: offered.cover, notes }
}

/** The first that can be one; why the others cannot, where none can. */
async function findFirst(fitted: AsyncIterable<FittedCover>): Promise<ChosenCover> {
  const failed: Reason[] = []
  for await (const { cover, note } of fitted) {
    if (cover) return { cover, notes: note ? [note] : [] }
    if (note) failed.push(note)
  }
  return { notes: failed }
}

async function* fitAll(pictures: readonly Uint8Array[], scaler: Scaler) {
  for (const bytes of pictures) yield await fitCover(bytes, scaler)
}

async function findBeside(
  { covers, sought }: NonNullable<CoverSources['folder']>,
  scaler: Scaler,
): Promise<ChosenCover> {
  const { paths, note } = await covers.find(sought, scaler.signal)
  const { cover, notes } = await findFirst(fitFiles(paths, scaler))
  return { cover, notes: note && !cover ? [...notes, note] : notes }
}

/** What only has the name of a picture is passed over. */
async function* fitFiles(paths: readonly string[], scaler: Scaler) {
  for (const path of paths) {
    const size = await fileSize(path)
    if (size > MAX_PICTURE_BYTES) yield { note: reason('media.picture-too-large', { bytes: size }) }
    if (size === 0 || size > MAX_PICTURE_BYTES) continue
    const bytes = await readFile(path).catch(() => undefined)
    if (bytes && kindOfPicture(bytes)) yield await fitCover(bytes, scaler)
  }
}

/** 0 for what is no regular file, or cannot be read. */
async function fileSize(path: string): Promise<number> {
  const stats = await stat(path).catch(() => undefined)
  return stats?.isFile() ? stats.size : 0
}
