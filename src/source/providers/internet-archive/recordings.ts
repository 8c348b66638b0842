import { definedOnly } from '../../../base/defined.ts'
import type { MediaLocation, Recording, RemoteFile } from '../../../model/recording.ts'
import { readText } from '../../online/fields.ts'
import { titleOfName } from '../../online/format.ts'
import type { Item, ItemFile } from './item.ts'

/** Every sound of an item, each with all the files that it lies in. */
export function describeItem(item: Item): readonly Recording[] {
  const sounds = joinForms(groupByOriginal(item.files))
  return sounds.map((sound) => describeSound(item, sound, sounds.length === 1))
}

interface SoundFiles {
  /** The name of the file that was uploaded: perhaps a video, and then none of `files`. */
  readonly original: string
  readonly files: [ItemFile, ...ItemFile[]]
}

function groupByOriginal(files: readonly ItemFile[]): readonly SoundFiles[] {
  const named = new Map(files.map((file) => [file.name, file]))
  const sounds = new Map<string, SoundFiles>()
  for (const file of files) {
    // What was made from something that was made from the original: no further, since names may run in a circle.
    const original = named.get(file.original)?.original ?? file.original
    const sound = sounds.get(original)
    if (sound) sound.files.push(file)
    else sounds.set(original, { original, files: [file] })
  }
  return [...sounds.values()]
}

/** Two originals of one name (`01.flac`, `01.mp3`) and one length are one sound, uploaded in two forms. */
function joinForms(sounds: readonly SoundFiles[]): readonly SoundFiles[] {
  const named = new Map<string, SoundFiles>()
  const joined: SoundFiles[] = []
  for (const sound of sounds) {
    const name = sound.original.replace(/\.[^./]*$/, '')
    const other = named.get(name)
    if (other && areOneLength(other, sound)) other.files.push(...sound.files)
    else joined.push(sound)
    if (!other) named.set(name, sound)
  }
  return joined
}

const areOneLength = (one: SoundFiles, other: SoundFiles) =>
  Math.abs((lengthOf(one) ?? Number.NaN) - (lengthOf(other) ?? Number.NaN)) <= 1000

const lengthOf = ({ files }: SoundFiles) => files.find(({ durationMs }) => durationMs)?.durationMs

/** Originals first, then what holds more. */
function compareFiles(left: ItemFile, right: ItemFile): number {
  const [one, other] = [Number(isOriginal(left)), Number(isOriginal(right))]
  return other - one || (right.bytes ?? 0) - (left.bytes ?? 0)
}

const isOriginal = ({ name, original }: ItemFile) => name === original

function describeSound(item: Item, sound: SoundFiles, isOnly: boolean): Recording {
  const files = sound.files.sort(compareFiles)
  const first = <Value>(read: (file: ItemFile) => Value | undefined) => files.map(read).find(has)
  const facts = {
    album: first(({ album }) => album) ?? (isOnly ? undefined : item.title),
    durationMs: first(({ durationMs }) => durationMs),
    year: item.year,
    trackNumber: first(({ track }) => track),
    discNumber: first(({ disc }) => disc),
    licence: item.licence ?? first(({ licence }) => licence),
    uploader: item.uploader,
    uploaderUrl: item.uploaderUrl,
    media: locate(item, files),
  }
  // One private file is enough: what the host hides in one form it does not give away in another.
  const restrictions = [
    ...item.restrictions,
    ...(files.some((file) => file.private) ? (['private'] as const) : []),
  ]
  return {
    id: `${item.id}/${sound.original}`,
    source: 'internet-archive',
    title:
      first((file) => file.title) ??
      (isOnly ? item.title : undefined) ??
      readText(titleOfName(sound.original)) ??
      item.id,
    artists: files.find(({ artists }) => artists.length > 0)?.artists ?? item.creators,
    albumArtists: item.creators.length > 0 ? item.creators : undefined,
    ...definedOnly(facts),
    restrictions: restrictions.length > 0 ? restrictions : undefined,
    answer: item.answer,
    url: `https://archive.org/details/${encodeURIComponent(item.id)}`,
  }
}

function locate(item: Item, [first, ...others]: SoundFiles['files']): MediaLocation {
  return {
    kind: 'remote',
    files: [describeFile(item, first), ...others.map((file) => describeFile(item, file))],
  }
}

function describeFile(item: Item, file: ItemFile): RemoteFile {
  const path = [item.id, ...file.name.split('/')].map(encodeURIComponent).join('/')
  const { bytes, md5, sha1 } = file
  return {
    url: `https://archive.org/download/${path}`,
    format: file.format,
    original: isOriginal(file),
    ...definedOnly({ bytes, md5, sha1 }),
  }
}

const has = <Value>(value: Value | undefined): value is Value => value !== undefined
