import { availableParallelism, homedir, platform } from 'node:os'
import { join } from 'node:path'

/** All that the program takes from its surroundings, read once, here. */
export interface Environment {
  /** FFmpeg's path, where the user names one. */
  readonly ffmpeg?: string
  /** Where what can be made again is remembered. */
  readonly cacheDir: string
  readonly processors: number
}

export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  return {
    ...(variables.SONGKEEP_FFMPEG && { ffmpeg: variables.SONGKEEP_FFMPEG }),
    cacheDir: variables.SONGKEEP_CACHE || join(systemCacheDir(variables), 'songkeep'),
    processors: availableParallelism(),
  }
}

/** XDG Base Directory on Linux, the platform's own place elsewhere. */
function systemCacheDir(variables: NodeJS.ProcessEnv): string {
  if (platform() === 'win32') return variables.LOCALAPPDATA || join(homedir(), 'AppData', 'Local')
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Caches')
  return variables.XDG_CACHE_HOME || join(homedir(), '.cache')
}
