import { readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { INVENTORY } from '../../archive/inventory/inventory.ts'
import { audioExtensions } from '../../model/audio-kinds.ts'

export interface MusicCount {
  /** Audio files, as far as they were counted. */
  readonly files: number
  /** There may be more: the folder is larger than is looked through. */
  readonly isMore: boolean
}

/** Names looked at: a folder of any size is answered in a moment. */
const MAX_NAMES = 20_000

/** Counts audio files below a folder by their names alone. Follows no link, and leaves out archives of ours. */
export async function countMusic(folder: string): Promise<MusicCount> {
  const waiting = [folder]
  let files = 0
  let names = 0
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const entries = await readdir(next, { withFileTypes: true }).catch(() => [])
    if (next !== folder && entries.some(({ name }) => name === INVENTORY)) continue
    for (const entry of entries) {
      if (++names > MAX_NAMES) return { files, isMore: true }
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory()) waiting.push(join(next, entry.name))
      else if (entry.isFile() && isAudio(entry.name)) files++
    }
  }
  return { files, isMore: false }
}

const isAudio = (name: string) => audioExtensions.has(extname(name).slice(1).toLowerCase())
