import { sep } from 'node:path'
import type { LocationMatch } from '../../../model/recording.ts'
import type { Track } from '../../../model/track.ts'
import { foldText } from '../../../text/fold.ts'
import { splitPlace } from '../file-recording.ts'
import type { FoundFile, Walk } from '../walk-folder.ts'
import { type LocationParts, readLocation } from './read-location.ts'

/** Files that a location names, by their place in the list of all. */
export interface LocatedFiles {
  readonly how: LocationMatch
  /** More than one where nothing tells them apart. */
  readonly files: readonly number[]
}

interface Ending {
  /** How many parts agree. */
  readonly length: number
  readonly how: LocationMatch
}

/**
 * Finds the file that a location names among those that were found in the user's folders. Nothing is looked up on the
 * disk: what lies outside of these folders is not there.
 */
export class LocationIndex {
  readonly #files: readonly FoundFile[]
  readonly #byPath = new Map<string, number[]>()
  readonly #byName = new Map<string, number[]>()
  readonly #links: ReadonlyMap<string, string>

  constructor(files: readonly FoundFile[], links: Walk['links']) {
    this.#files = files
    this.#links = new Map(links.map(({ from, to }) => [foldPath(from), to]))
    for (const [at, { path }] of files.entries()) {
      add(this.#byPath, foldPath(path), at)
      add(this.#byName, foldPart(path.slice(path.lastIndexOf(sep) + 1)), at)
    }
  }

  find({ path, pathFolder }: Pick<Track, 'path' | 'pathFolder'>): LocatedFiles | undefined {
    if (path === undefined) return undefined
    const read = readLocation(path, pathFolder)
    for (const { parts, isAbsolute } of read) {
      const files = isAbsolute ? this.#atPath(parts) : []
      if (files.length > 0) return { how: 'file', files }
    }
    return this.#byEnding(read)
  }

  #atPath(parts: readonly string[]): readonly number[] {
    const path = this.#followLinks(parts)
    return this.#spelledAlike(this.#byPath.get(foldPath(path)) ?? [], path.split(sep))
  }

  /** The path with every folder that is a link replaced by where it leads. */
  #followLinks(parts: readonly string[]): string {
    let path = ''
    for (const part of parts) {
      path += path === '' && /^[a-z]:$/i.test(part) ? part : sep + part
      path = this.#links.get(foldPath(path)) ?? path
    }
    return path
  }

  #byEnding(read: readonly LocationParts[]): LocatedFiles | undefined {
    let best: Ending = { length: 0, how: 'name' }
    const found = new Set<number>()
    for (const { parts } of read)
      for (const at of this.#byName.get(foldPart(parts.at(-1) ?? '')) ?? []) {
        const ending = this.#compareEndings(parts, at)
        const isBetter = compareLengths(ending, best)
        if (isBetter < 0) continue
        if (isBetter > 0) found.clear()
        found.add(at)
        best = ending
      }
    const files = this.#spelledAlike([...found], read[0]?.parts ?? [])
    const isDoubtful = files.length > 1 && best.how === 'name'
    return files.length === 0 || isDoubtful ? undefined : { how: best.how, files }
  }

  /**
   * A folder and a name decide, unless the folders above them are called by quite other words: many albums are called
   * "Greatest Hits", and begin with "01 Intro".
   */
  #compareEndings(parts: readonly string[], at: number): Ending {
    const own = (this.#files[at]?.path ?? '').split(sep).filter(Boolean)
    const length = countSame(parts, own, (a, b) => foldPart(a) === foldPart(b))
    const above = parts[parts.length - 1 - length]
    const ownAbove = this.#placeOf(at).at(-1 - length)
    const isAll = above === undefined || ownAbove === undefined
    const isEnding = length > 2 || (length === 2 && (isAll || areAlike(above, ownAbove)))
    return { length, how: isEnding ? 'ending' : 'name' }
  }

  #placeOf(at: number): readonly string[] {
    const file = this.#files[at]
    return file ? splitPlace(file) : []
  }

  /** Of files that differ in case alone, the one that is written so. */
  #spelledAlike(files: readonly number[], parts: readonly string[]): readonly number[] {
    if (files.length < 2) return files
    const asked = parts.filter(Boolean).map((part) => part.normalize('NFC'))
    const spelled = files.map((at) => {
      const own = (this.#files[at]?.path ?? '').normalize('NFC').split(sep).filter(Boolean)
      return countSame(asked, own, (a, b) => a === b)
    })
    const most = Math.max(...spelled)
    return files.filter((_, index) => spelled[index] === most)
  }
}

function add(map: Map<string, number[]>, key: string, at: number): void {
  const known = map.get(key)
  if (known) known.push(at)
  else map.set(key, [at])
}

/** In one form of Unicode and one case; no system of files that ignores these keeps space at the end of a name. */
const foldPart = (part: string) => part.normalize('NFC').toLowerCase().trim()

const foldPath = (path: string) => path.split(sep).filter(Boolean).map(foldPart).join('/')

/** How many parts are the same, from the last one on. */
function countSame(
  left: readonly string[],
  right: readonly string[],
  same: (a: string, b: string) => boolean,
): number {
  let count = 0
  while (count < left.length && count < right.length) {
    if (!same(left.at(-1 - count) ?? '', right.at(-1 - count) ?? '')) break
    count++
  }
  return count
}

/** The longest word of the shorter name stands in the other. */
function areAlike(left: string, right: string): boolean {
  const [few = [], many = []] = [left, right]
    .map((name) => foldText(name).split(' '))
    .toSorted((a, b) => a.join().length - b.join().length)
  const [longest = ''] = few.toSorted((a, b) => b.length - a.length)
  return many.includes(longest)
}

const compareLengths = (one: Ending, other: Ending) =>
  one.length - other.length || Number(one.how === 'ending') - Number(other.how === 'ending')
