import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ByteVector, File, PictureType, Picture as TagPicture, TagTypes } from 'node-taglib-sharp'
import { inParallel } from '../src/base/parallel.ts'
import { type Ffmpeg, openFfmpeg } from '../src/media/ffmpeg/ffmpeg.ts'
import type { Encoder } from '../src/media/ffmpeg/find-encoder.ts'
import { composeTune, type TuneName } from './compose/compose.ts'
import { toWav } from './compose/wav.ts'
import * as covers from './cover/pictures.ts'
import { type Picture, toPng } from './cover/png.ts'

/** A file of the example's library, as untidy as people's libraries are. */
interface LibraryFile {
  readonly tune: TuneName
  readonly path: string
  /** None: the file's name must do. */
  readonly tags?: LibraryTags
}

interface LibraryTags {
  readonly title: string
  readonly artists: readonly string[]
  readonly album: string
  readonly track: number
  readonly year: number
  readonly genre: string
  readonly cover: Picture
}

export const libraryFiles: readonly LibraryFile[] = [
  {
    // Spelt the American way.
    tune: 'harbour-lights',
    path: 'The Low Tide/Slack Water/01 Harbor Lights.flac',
    tags: {
      title: 'Harbor Lights',
      artists: ['The Low Tide'],
      album: 'Slack Water',
      track: 1,
      year: 2019,
      genre: 'Folk',
      cover: covers.slackWater,
    },
  },
  {
    tune: 'undertow',
    path: 'The Low Tide/Slack Water/05 Undertow.mp3',
    tags: {
      title: 'Undertow',
      artists: ['The Low Tide'],
      album: 'Slack Water',
      track: 5,
      year: 2019,
      genre: 'Folk',
      cover: covers.slackWater,
    },
  },
  {
    // A letter is missing in the artist's name.
    tune: 'paper-boats',
    path: 'Ina Vos/Small Craft/2 - Paper Boats.ogg',
    tags: {
      title: 'Paper Boats',
      artists: ['Ina Vos'],
      album: 'Small Craft',
      track: 2,
      year: 2021,
      genre: 'Lullaby',
      cover: covers.smallCraft,
    },
  },
  {
    tune: 'seven-steps-down',
    path: 'Ina Vos/Small Craft/6 - Seven Steps Down.flac',
    tags: {
      title: 'Seven Steps Down',
      artists: ['Ina Voss'],
      album: 'Small Craft',
      track: 6,
      year: 2021,
      genre: 'Jazz',
      cover: covers.smallCraft,
    },
  },
  {
    tune: 'nordlys',
    path: 'Various/Winter Light/04 nordlys.flac',
    tags: {
      title: 'nordlys',
      artists: ['Kelp', 'Marek Ost'],
      album: 'Winter Light',
      track: 4,
      year: 2022,
      genre: 'Ambient',
      cover: covers.nordlys,
    },
  },
  {
    // Without its accents.
    tune: 'cafe-am-kanal',
    path: 'Die Wattlaeufer/Gezeiten/01 Cafe am Kanal.mp3',
    tags: {
      title: 'Cafe am Kanal',
      artists: ['Die Wattlaufer'],
      album: 'Gezeiten',
      track: 1,
      year: 2018,
      genre: 'Musette',
      cover: covers.wattenmeer,
    },
  },
  {
    // The playlist wants the studio's: this one must not be taken for it.
    tune: 'lanterns',
    path: 'The Paper Moon Trio/Live at the Customs House/07 Lanterns.ogg',
    tags: {
      title: 'Lanterns (Live at the Customs House)',
      artists: ['The Paper Moon Trio'],
      album: 'Live at the Customs House',
      track: 7,
      year: 2018,
      genre: 'Jazz',
      cover: covers.paperLanterns,
    },
  },
  { tune: 'night-ferry', path: 'unsorted/Marek Ost - Night Ferry.flac' },
]

const licence = 'https://creativecommons.org/publicdomain/zero/1.0/'
const coverSize = 320

const encodings: Readonly<Record<string, readonly string[]>> = {
  flac: ['-c:a', 'flac', '-f', 'flac'],
  mp3: ['-c:a', 'libmp3lame', '-q:a', '2', '-f', 'mp3'],
  ogg: ['-c:a', 'libvorbis', '-q:a', '5', '-f', 'ogg'],
}

/** Composes the tunes and lays them into `folder` as FLAC, Ogg Vorbis and MP3. */
export async function makeLibrary(folder: string, encoder: Encoder, width: number): Promise<void> {
  await using ffmpeg = openFfmpeg(encoder, width)
  for await (const _ of inParallel(libraryFiles, width, (file) => makeFile(file, folder, ffmpeg))) {
    // Each is done when it comes.
  }
}

async function makeFile(file: LibraryFile, folder: string, ffmpeg: Ffmpeg): Promise<void> {
  const output = join(folder, file.path)
  const input = `${output}.wav`
  await mkdir(dirname(output), { recursive: true })
  await writeFile(input, toWav(composeTune(file.tune)))
  const codec = encodings[output.split('.').at(-1) ?? ''] ?? []
  const args = ['-map_metadata', '-1', '-bitexact', ...codec]
  const job = { input, output, args, timeLimitMs: 120_000 }
  const { code, log } = await ffmpeg.run(job, AbortSignal.timeout(180_000))
  await rm(input)
  if (code !== 0) throw new Error(`FFmpeg could not make ${file.path}:\n${log}`)
  if (file.tags !== undefined) tagFile(output, file.tags)
}

function tagFile(path: string, tags: LibraryTags): void {
  const file = File.createFromPath(path)
  const { tag } = file
  tag.title = tags.title
  tag.performers = [...tags.artists]
  tag.album = tags.album
  tag.track = tags.track
  tag.year = tags.year
  tag.genres = [tags.genre]
  tag.copyright = `CC0 1.0 Universal, ${licence}`
  const cover = ByteVector.fromByteArray(toPng(tags.cover, coverSize))
  tag.pictures = [TagPicture.fromFullData(cover, PictureType.FrontCover, 'image/png', '')]
  file.removeTags(TagTypes.Id3v1)
  file.save()
  file.dispose()
}
