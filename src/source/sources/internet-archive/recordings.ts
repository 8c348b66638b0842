import type { MediaLocation, Recording, RemoteFile } from '../../../model/recording.ts'
import { titleOfName } from '../../online/format.ts'
import { withoutGaps } from '../../online/gaps.ts'
import type { Item, SoundFile } from './item.ts'

/** Every sound of an item, each with all the files that it lies in. */
export function describeItem(item: Item): readonly Recording[] {
  const sounds = groupBySound(item.files)
  return [...sounds].map(([name, files]) => describeSound(item, name, files, sounds.size === 1))
}

type Sound = readonly [SoundFile, ...SoundFile[]]

/** By the original's name. One that is no sound itself (a video) has only what was made from it. */
function groupBySound(files: readonly SoundFile[]): ReadonlyMap<string, Sound> {
  const named = new Map(files.map((file) => [file.name, file]))
  const sounds = new Map<string, [SoundFile, ...SoundFile[]]>()
  for (const file of files) {
    // What was made from something that was made from the original: no further, since names may run in a circle.
    const original = named.get(file.original)?.original ?? file.original
    const sound = sounds.get(original)
    if (sound) sound.push(file)
    else sounds.set(original, [file])
  }
  for (const sound of sounds.values()) sound.sort(compareFiles)
  return sounds
}

/** Originals first, then what holds more. */
function compareFiles(left: SoundFile, right: SoundFile): number {
  const [one, other] = [Number(isOriginal(left)), Number(isOriginal(right))]
  return other - one || (right.bytes ?? 0) - (left.bytes ?? 0)
}

const isOriginal = ({ name, original }: SoundFile) => name === original

function describeSound(item: Item, original: string, files: Sound, isOnly: boolean): Recording {
  const first = <Value>(read: (file: SoundFile) => Value | undefined) => files.map(read).find(has)
  const artists = files.find((file) => file.artists.length > 0)?.artists ?? item.creators
  const facts = {
    album: first(({ album }) => album) ?? (isOnly ? undefined : item.title),
    durationMs: first(({ durationMs }) => durationMs),
    year: item.year,
    trackNumber: first(({ track }) => track),
    discNumber: first(({ disc }) => disc),
    licence: item.licence ?? first(({ licence }) => licence),
    uploader: item.uploader,
    media: locate(item, files),
  }
  // One private file is enough: what the host hides in one form it does not give away in another.
  const restrictions = [
    ...item.restrictions,
    ...(files.some((file) => file.private) ? (['private'] as const) : []),
  ]
  return {
    id: `${item.id}/${original}`,
    source: 'internet-archive',
    title:
      first(({ title }) => title) ??
      (isOnly ? item.title : undefined) ??
      (titleOfName(original) || item.id),
    artists,
    ...(item.creators.length > 0 && { albumArtists: item.creators }),
    ...withoutGaps(facts),
    ...(restrictions.length > 0 && { restrictions }),
    answer: item.answer,
    url: `https://archive.org/details/${encodeURIComponent(item.id)}`,
  }
}

function locate(item: Item, files: Sound): MediaLocation {
  const [first, ...others] = files
  return {
    kind: 'remote',
    files: [describeFile(item, first), ...others.map((file) => describeFile(item, file))],
  }
}

function describeFile(item: Item, file: SoundFile): RemoteFile {
  const path = [item.id, ...file.name.split('/')].map(encodeURIComponent).join('/')
  const { bytes, md5, sha1 } = file
  return {
    url: `https://archive.org/download/${path}`,
    format: file.format,
    original: isOriginal(file),
    ...withoutGaps({ bytes, md5, sha1 }),
  }
}

const has = <Value>(value: Value | undefined): value is Value => value !== undefined
