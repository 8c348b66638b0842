import { readWaveFormat } from '../chunks/wave-format.ts'
import { hasPlace, readNamed } from '../map/read-named.ts'
import type { Container, ContainerReading, TagPicture } from '../read/container.ts'
import { notCarried } from '../read/not-carried.ts'
import { bytesIn, type EbmlList, listsIn, numberIn, textIn } from './ebml.ts'
import { readSegment, type Segment } from './segment.ts'
import { readTagTexts } from './tag-texts.ts'

const EBML = Buffer.from([0x1a, 0x45, 0xdf, 0xa3])

/** Matroska and WebM. */
export const matroska: Container = {
  recognises: (start) => start.subarray(0, 4).equals(EBML),
  async read(file, { covers }) {
    const segment = await readSegment(file, new Set(covers ? [] : ['FileData']))
    const track = findTrack(segment)
    const title = segment.Info.map((info) => textIn(info, 'Title')).find(Boolean)
    const { texts, unread } = readTagTexts(segment.Tags, numberIn(track, 'TrackUID'))
    const named = new Map(
      texts.map(([name, text]) => [`${nameOf(name)}=${text}`, [nameOf(name), text] as const]),
    )
    const files = segment.Attachments.flatMap((list) => listsIn(list, 'AttachedFile'))
    return {
      audio: describe(segment, track),
      layers: [
        {
          tags: readNamed('matroska', [...named.values()], withoutLevel),
          pictures: files.flatMap(readPicture),
        },
        // The title of the whole: of a file with one song, as FFmpeg writes it.
        { tags: readNamed('matroska', title ? [['track:TITLE', title]] : []) },
      ],
      notes: notCarried([...unread, ...files.filter(isNoPicture).map(nameOfFile)]),
    }
  },
}

const [VIDEO, AUDIO] = [1, 2]

const tracksOf = (lists: Segment['Tracks'], type: number) =>
  lists
    .flatMap((list) => listsIn(list, 'TrackEntry'))
    .filter((track) => numberIn(track, 'TrackType') === type)

/** The audio track that players choose: of those that are on by default the first. */
function findTrack({ Tracks }: Segment): EbmlList | undefined {
  const audio = tracksOf(Tracks, AUDIO)
  return audio.find((track) => numberIn(track, 'FlagDefault') !== 0) ?? audio[0]
}

/** By its level where that tells two apart, else by the name alone. */
const nameOf = (name: string) => (hasPlace('matroska', name) ? name : withoutLevel(name))

/** What stands within another is named after it: `LEAD_PERFORMER_INSTRUMENTS`. */
const withoutLevel = (name: string) => {
  const plain = name.replace(/^[a-z]+:/, '')
  return hasPlace('matroska', plain) ? plain : plain.replaceAll('/', '_')
}

const isPicture = (file: EbmlList) => /^image\//i.test(textIn(file, 'FileMediaType') ?? '')
const isNoPicture = (file: EbmlList) => !isPicture(file)
const nameOfFile = (file: EbmlList) =>
  textIn(file, 'FileName') ?? textIn(file, 'FileMediaType') ?? '?'

/** `cover.jpg` is the front; `small_cover` and `cover_land` are others of it. */
function readPicture(file: EbmlList): TagPicture[] {
  const data = bytesIn(file, 'FileData')
  if (!data || !isPicture(file)) return []
  return [{ isFront: /^cover\.\w+$/i.test(nameOfFile(file)), data }]
}

const LOSSLESS = /^A_(?:FLAC|PCM\/|ALAC|WAVPACK4|TTA1|TRUEHD|MLP)/

function describe(
  { EBML: heads, Info, Tracks }: Segment,
  track: EbmlList | undefined,
): ContainerReading['audio'] {
  const [audio] = listsIn(track, 'Audio')
  const id = textIn(track, 'CodecID') ?? ''
  const wave =
    id === 'A_MS/ACM' ? readWaveFormat(bytesIn(track, 'CodecPrivate') ?? Buffer.of()) : undefined
  const [info] = Info
  const ticks = numberIn(info, 'Duration') ?? 0
  const durationMs = (ticks * (numberIn(info, 'TimestampScale') ?? 1_000_000)) / 1e6
  const rate = numberIn(audio, 'OutputSamplingFrequency') ?? numberIn(audio, 'SamplingFrequency')
  return {
    container: `EBML/${heads.map((head) => textIn(head, 'DocType')).find(Boolean) ?? 'matroska'}`,
    codec: wave?.codec ?? (id.replace(/^A_/, '') || undefined),
    lossless: wave?.lossless ?? LOSSLESS.test(id),
    durationMs: durationMs > 0 ? durationMs : undefined,
    sampleRate: track && (rate ?? 8000),
    channels: track && (numberIn(audio, 'Channels') ?? 1),
    hasVideo: tracksOf(Tracks, VIDEO).length > 0 || undefined,
  }
}
