import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { MANIFEST_FILE, MAX_SWAPS, readManifest } from '../format/manifest.ts'
import { isAddress } from './address.ts'
import type { Member } from './group.ts'
import { readShardsFile, SHARDS_FILE } from './shards-file.ts'

/**
 * What a place that was given for a catalogue stands for: addresses parted by commas; a file that names shards, or a
 * folder that has one instead of a catalogue; else a folder. Throws UserError where such a file names none.
 */
export function expandPlaces(places: readonly string[]): readonly string[] {
  return places.flatMap((place) => {
    if (isAddress(place))
      return place
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== '')
    if (place.endsWith('.json') && statSync(place, { throwIfNoEntry: false })?.isFile())
      return readShardsFile(place)
    const file = join(place, SHARDS_FILE)
    return !existsSync(join(place, MANIFEST_FILE)) && existsSync(file)
      ? readShardsFile(file)
      : [place]
  })
}

/**
 * Opens what the manifests of some folders name. Where a catalogue is replaced meanwhile, which takes its files away, the
 * newer one is opened (`openByManifest`). Throws UserError where a folder holds no catalogue.
 */
export function openMembers<Opened>(
  folders: readonly string[],
  open: (members: readonly Member[]) => Opened,
): Opened {
  const read = () => folders.map((place): Member => ({ place, manifest: readManifest(place) }))
  for (let attempt = 1; ; attempt++) {
    const members = read()
    try {
      return open(members)
    } catch (error) {
      if (attempt === MAX_SWAPS || isDeepStrictEqual(members, read())) throw error
    }
  }
}
