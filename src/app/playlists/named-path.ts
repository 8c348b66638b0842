import { lstat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, extname, isAbsolute, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { playlistExtensions, playlistFileNames } from '../../model/lists/playlist-formats.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import type { AllowedFolders } from '../settings/allowed-folders.ts'

/** Besides those of playlists: endings that a list, an export, or something that people take for one may have. */
const MORE = ['txt', 'text', 'json', 'xml', 'html', 'htm', 'md', 'tsv', 'zip']

const ENDINGS = new Set([...playlistExtensions, ...MORE].map((ending) => `.${ending}`))

/**
 * The place that a pasted path means: `~/list.m3u`, `file:///home/me/list.m3u`, in quotes as some systems copy it.
 * Only what is named like a playlist, and folders; nothing hidden, nothing outside what the page may name.
 * UserError else, and what to do instead.
 */
export async function findNamedPath(text: string, folders: AllowedFolders): Promise<string> {
  const path = readPath(text)
  if (path === undefined) throw refused(reason('playlist.path-elsewhere', { path: shown(text) }))
  const real = await folders.confine(path).catch((cause: unknown) => {
    if (!(cause instanceof UserError)) throw cause
    throw new UserError(cause.reason, reason('playlist.choose-that-file'), { cause })
  })
  const found = await lstat(real).catch(() => undefined)
  if (!found) throw refused(reason('playlist.path-not-there', { path: shown(path) }))
  const isHidden = real.split(sep).some((name) => name.startsWith('.'))
  const isNamed =
    found.isDirectory() ||
    ENDINGS.has(extname(real).toLowerCase()) ||
    playlistFileNames.test(basename(real))
  if (isHidden || !isNamed)
    throw refused(reason('playlist.path-no-playlist', { path: shown(path) }))
  return real
}

function readPath(text: string): string | undefined {
  const bare = text.trim().replace(/^(["'])(.*)\1$/s, '$2')
  if (/^file:/i.test(bare)) {
    try {
      return fileURLToPath(bare)
    } catch {
      return undefined
    }
  }
  const path = /^~[/\\]/.test(bare) ? join(homedir(), bare.slice(2)) : bare
  return isAbsolute(path) && !path.includes('\0') ? path : undefined
}

const shown = (text: string) => text.slice(0, 300)

const refused = (why: UserError['reason']) =>
  new UserError(why, reason('playlist.choose-that-file'))
