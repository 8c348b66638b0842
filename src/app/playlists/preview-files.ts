import { lstat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { NewInput } from '../../api/contract.ts'
import { adviseOfFolder } from '../../model/lists/advise.ts'
import type { Playlist } from '../../model/playlist.ts'
import { mergeInputs } from '../../playlist/merge/merge-inputs.ts'
import { readPlaylists } from '../../playlist/read.ts'
import { UserError } from '../../words/user-error.ts'
import { countMusic } from '../settings/count-music.ts'
import { findNamedPath } from './named-path.ts'
import type { PreviewTools, Refuse } from './preview-tools.ts'

/** The playlists of uploads, paths, and earlier readings. All files are read together: some make one list only so. */
export async function readGivenFiles(
  inputs: readonly NewInput[],
  tools: PreviewTools,
  refuse: Refuse,
  signal: AbortSignal,
): Promise<readonly Playlist[]> {
  const read: (readonly Playlist[])[] = []
  const paths = new Map<string, NewInput>()
  for (const input of inputs)
    try {
      if (input.kind === 'reading') read.push(await tools.stagedImports.find(input.id))
      if (input.kind === 'upload') paths.set(await tools.uploads.find(input.id), input)
      if (input.kind === 'path') paths.set(await findNamedPath(input.path, tools.folders), input)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      refuse(input, error)
    }
  const refused: (readonly [path: string, error: UserError])[] = []
  const onRefused = (path: string, error: UserError) => void refused.push([path, error])
  try {
    if (paths.size > 0) read.push(await readPlaylists([...paths.keys()], { signal, onRefused }))
  } catch (error) {
    // Nothing was read, and of each file it is said why.
    if (!(error instanceof UserError) || refused.length === 0) throw error
  }
  for (const [path, error] of refused) {
    const input = paths.get(path)
    if (input) refuse(input, input.kind === 'path' ? await explain(path, error) : error)
  }
  return mergeInputs(read)
}

/** A folder without a playlist may be one of music: that is told, and what to do with it. */
async function explain(path: string, error: UserError): Promise<UserError> {
  if (!(await lstat(path).catch(() => undefined))?.isDirectory() || error.advice) return error
  const { files } = await countMusic(path)
  const { reason, advice } = adviseOfFolder(basename(path), files > 0)
  return new UserError(reason, advice, { cause: error })
}
