import { editDistance } from '../text/likeness.ts'
import type { Prepared } from './prepare.ts'

/** What was found in the titles once they were alike. */
export interface Cleaning {
  /** The side without an artist has the other side's artist in its title. */
  readonly artistInTitle: boolean
  /** The side without an album has the other side's album in its title. */
  readonly albumInTitle: boolean
}

interface Cleaned {
  readonly key: string
  readonly artist: boolean
  readonly album: boolean
}

/**
 * Titles as tags and file names have them: with the artist before, the album behind, the track's
 * number in front, words run together. Something is taken away only where the record itself, or the
 * one it is compared with, says that it is the artist or the album. Undefined where that does not
 * make the titles alike.
 */
export function cleanTitles(left: Prepared, right: Prepared): Cleaning | undefined {
  let best: Cleaning | undefined
  for (const l of cleanedKeys(left, right))
    for (const r of cleanedKeys(right, left)) {
      if (l.key === left.title.key && r.key === right.title.key) continue
      if (!alike(l.key, r.key)) continue
      const found: Cleaning = {
        artistInTitle: l.artist || r.artist,
        albumInTitle: l.album || r.album,
      }
      if (best === undefined || gains(found) > gains(best)) best = found
    }
  return best
}

const gains = ({ artistInTitle, albumInTitle }: Cleaning) =>
  Number(artistInTitle) + Number(albumInTitle)

function alike(left: string, right: string): boolean {
  if (left === right) return left !== ''
  const allowed = Math.floor(Math.max(left.length, right.length) * 0.2)
  if (allowed === 0 || digitsOf(left) !== digitsOf(right)) return false
  return editDistance(left, right, allowed) <= allowed
}

const digitsOf = (key: string) => key.replaceAll(/\D+/g, ' ').trim()

/** The title's key as it is and with everything taken away that can be. */
function cleanedKeys(record: Prepared, other: Prepared): Cleaned[] {
  const whole = record.title.key
  const found: Cleaned[] = [{ key: whole, artist: false, album: false }]
  for (const key of record.numbered === undefined ? [whole] : [whole, record.numbered]) {
    const artist = record.artist ?? other.artist
    const named = artist === undefined ? undefined : withoutHead(key, artist.key)
    const album = record.album ?? other.album
    for (const rest of named === undefined ? [key] : [key, named]) {
      const headless = rest === named
      if (rest !== whole)
        found.push({ key: rest, artist: headless && !record.artist, album: false })
      if (album === undefined) continue
      const bare = withoutTail(rest, album.key)
      if (bare !== undefined)
        found.push({ key: bare, artist: headless && !record.artist, album: !record.album })
    }
  }
  return found
}

/** The rest behind the name that the key begins with, give or take a letter in six. */
function withoutHead(key: string, name: string): string | undefined {
  if (name.length < 2 || key.length <= name.length) return undefined
  if (key.startsWith(name)) return key.slice(name.length)
  const allowed = Math.floor(name.length / 6)
  for (let more = -allowed; allowed > 0 && more <= allowed; more++) {
    const end = name.length + more
    if (end < key.length && editDistance(key.slice(0, end), name, allowed) <= allowed)
      return key.slice(end)
  }
  return undefined
}

function withoutTail(key: string, name: string): string | undefined {
  if (name.length < 2 || key.length <= name.length) return undefined
  if (key.endsWith(name)) return key.slice(0, -name.length)
  const allowed = Math.floor(name.length / 6)
  let best: string | undefined
  let least = allowed + 1
  for (let more = -allowed; allowed > 0 && more <= allowed; more++) {
    const start = key.length - name.length - more
    if (start < 1) continue
    const distance = editDistance(key.slice(start), name, allowed)
    if (distance < least) {
      least = distance
      best = key.slice(0, start)
    }
  }
  return best
}
