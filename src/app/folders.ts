import { existsSync } from 'node:fs'
import { homedir, platform } from 'node:os'
import { join } from 'node:path'

/** Where what can be made again is remembered. Imports nothing of the program: it is asked before the rest is loaded. */
export function findCacheFolder(variables: NodeJS.ProcessEnv): string {
  return variables.SONGKEEP_CACHE || join(systemCacheFolder(variables), 'songkeep')
}

/** Where what is the user's to keep lies: logins. */
export function findConfigFolder(variables: NodeJS.ProcessEnv): string {
  return variables.SONGKEEP_CONFIG || join(systemConfigFolder(variables), 'songkeep')
}

/** Where what Songkeep has done and is to do lies: its jobs, and the archives it knows of. */
export function findDataFolder(variables: NodeJS.ProcessEnv): string {
  return variables.SONGKEEP_DATA || join(systemDataFolder(variables), 'songkeep')
}

/** Where units of the user's lie that systemd runs; undefined where it does not run. */
export function findUnitsFolder(variables: NodeJS.ProcessEnv): string | undefined {
  // As sd_booted(3) has it.
  if (!existsSync('/run/systemd/system')) return undefined
  return join(variables.XDG_CONFIG_HOME || join(homedir(), '.config'), 'systemd', 'user')
}

/** Where desktops of Linux write down what the user's folders are called. */
export function findUserDirsFile(variables: NodeJS.ProcessEnv): string {
  return join(variables.XDG_CONFIG_HOME || join(homedir(), '.config'), 'user-dirs.dirs')
}

/** XDG Base Directory on Linux, the platform's own place elsewhere. */
function systemCacheFolder(variables: NodeJS.ProcessEnv): string {
  if (platform() === 'win32') return variables.LOCALAPPDATA || join(homedir(), 'AppData', 'Local')
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Caches')
  return variables.XDG_CACHE_HOME || join(homedir(), '.cache')
}

function systemConfigFolder(variables: NodeJS.ProcessEnv): string {
  if (platform() === 'win32') return variables.APPDATA || join(homedir(), 'AppData', 'Roaming')
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return variables.XDG_CONFIG_HOME || join(homedir(), '.config')
}

function systemDataFolder(variables: NodeJS.ProcessEnv): string {
  if (platform() === 'win32') return variables.LOCALAPPDATA || join(homedir(), 'AppData', 'Local')
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return variables.XDG_DATA_HOME || join(homedir(), '.local', 'share')
}
