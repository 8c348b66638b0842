import type { NewInput } from '../../api/contract.ts'
import type { Playlist } from '../../model/playlist.ts'
import { mergeInputs } from '../../playlist/merge/merge-inputs.ts'
import { readPlaylists } from '../../playlist/read.ts'
import { UserError } from '../../words/user-error.ts'
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
  let isTold = false
  const onRefused = (path: string, error: UserError) => {
    isTold = true
    const input = paths.get(path)
    if (input) refuse(input, error)
  }
  try {
    if (paths.size > 0) read.push(await readPlaylists([...paths.keys()], { signal, onRefused }))
  } catch (error) {
    // Nothing was read, and of each file it is said why.
    if (!(error instanceof UserError) || !isTold || inputs.length === 1) throw error
  }
  return mergeInputs(read)
}
