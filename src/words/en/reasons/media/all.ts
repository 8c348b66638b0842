import type { MediaReasons } from '../../../../model/reasons/media/all.ts'
import type { Sentences } from '../../../sentences.ts'
import { units } from '../../units.ts'
import { pictures } from './picture.ts'

const { count } = units

export const media: Sentences<MediaReasons> = {
  'media.not-audio': 'this is no sound file that can be read',
  'media.no-audio': 'there is no sound in it',
  'media.too-little-audio': 'there is too little sound in it',
  'media.undecodable': ({ detail }) => `this FFmpeg cannot decode the sound (${detail})`,
  'media.truncated': ({ durationMs, promisedMs }) =>
    `the file is cut short: ${seconds(durationMs)} of ${seconds(promisedMs)} are there`,
  'media.truncated-bytes': ({ bytes, promisedBytes }) =>
    `the file is cut short: ${bytes} of ${promisedBytes} bytes are there`,
  'media.truncated-page': 'the file is cut short: its last page is not whole',
  'media.damaged': ({ complaint }) => `the sound is damaged (${complaint})`,
  'media.damaged-page': 'the sound is damaged: its last page does not begin',
  'media.damaged-frames': ({ strayBytes, bytes }) =>
    `the sound is damaged: ${strayBytes} of ${bytes} bytes belong to no frame`,
  'media.checksum-differs': 'the sound is damaged: its checksum does not agree',
  'media.encoded-length-differs': ({ format, encodedMs, decodedMs }) =>
    `the ${format} is ${seconds(encodedMs)} long, what was decoded ${seconds(decodedMs)}`,
  'media.silent': 'there is nothing but silence in it',
  'media.partly-silent': ({ part }) => `${percent(part)} of it are silence`,
  'media.wrong-length': ({ durationMs, source, expectedMs }) =>
    `it is ${seconds(durationMs)} long, and ${source} says ${seconds(expectedMs)}`,
  'media.wrong-length-in-playlist': ({ durationMs, expectedMs }) =>
    `it is ${seconds(durationMs)} long, and the playlist says ${seconds(expectedMs)}`,
  'media.wrong-recording': ({ errorRate }) => `this is another recording: ${differs(errorRate)}`,
  'media.doubtful-recording': ({ errorRate }) =>
    `this may be another recording: ${differs(errorRate)}`,
  'media.too-long': ({ maxHours }) => `it is longer than ${count(maxHours)} hours`,

  'media.end-missing': ({ missingMs }) => `its last ${seconds(missingMs)} are missing`,
  'media.ends-within-frame': 'it ends in the middle of a frame',
  'media.stray-bytes': ({ strayBytes }) => `${strayBytes} bytes in it belong to no frame`,
  'media.header-says-less': ({ durationMs, promisedMs }) =>
    `its header tells ${seconds(promisedMs)} of ${seconds(durationMs)}: it was joined from several files`,
  'media.header-mended': 'the header of the copy tells its whole length',
  'media.tags-within': ({ tags }) =>
    tags === 1
      ? 'there is a tag between its frames'
      : `there are ${count(tags)} tags between its frames`,
  'media.gain-changed':
    'its gain was changed inside of its frames, as mp3gain does: its checksum tells nothing any more',
  'media.chained': ({ links }) =>
    `${count(links)} pieces in one file, one after the other: the tags are those of the first`,
  'media.format-varies': ({ formats }) => `its format changes midway: ${formats.join(', then ')}`,
  'media.channel-mask-wrong':
    'its header names more or fewer channels than it has: they were taken in their usual order',
  'media.damaged-beside': ({ complaint }) => `something beside the sound is damaged (${complaint})`,
  'media.lossless-from-lossy': ({ codec, format }) =>
    `made from ${codec}, which is lossy: ${format} brings nothing back`,
  'media.lossy-twice': ({ codec }) =>
    `encoded a second time, from ${codec}, which is lossy as well`,
  'media.bits-from-float': ({ bits }) =>
    `its samples were floating point: ${bits} bits of each are kept`,
  'media.bits-from-dsd': ({ bits }) => `it was DSD: made into PCM of ${bits} bits`,
  'media.bits-fewer': ({ from, bits }) => `of the ${from} bits of each sample ${bits} are kept`,
  'media.clipped': ({ peak }) =>
    `its loudest samples were cut off: they were ${peak.toFixed(2)} times full scale`,
  'media.resampled': ({ fromHz, toHz, format }) =>
    `resampled from ${fromHz / 1000} kHz to ${toHz / 1000} kHz, as ${format} needs`,
  'media.downmixed': ({ layout, format }) =>
    `mixed from ${layout} to two channels, as ${format} needs`,
  'media.remapped': ({ layout, becomes, format }) =>
    `its channels (${layout}) became ${becomes}, as ${format} needs`,
  'media.lossless-cut-off': ({ cutHz }) =>
    `nothing above ${kilohertz(cutHz)}: made from a lossy file, though it looks like a lossless one`,
  'media.lossy-cut-off': ({ cutHz, bitRate }) =>
    `nothing above ${kilohertz(cutHz)}: made from a lossy file, though it looks like ${Math.round(bitRate / 1000)} kbit/s`,
  'media.tag-unreadable': ({ detail }) =>
    `its tag cannot be read (${detail}): it is known as an MP3 by its frames`,
  'media.cut-from-album': ({ file, track }) => `cut out of ${file}, where it is track ${track}`,
  'media.tag-rewritten': 'its tag is damaged: what could be read of it is written anew',
  'media.tag-numbers-as-text': ({ fields }) =>
    `no number, so kept as text, where few players look: ${fields.join(', ')}`,
  'media.tag-fields-left': ({ fields }) =>
    `no place in its new tag, so left out: ${fields.join(', ')}`,
  'media.tag-encoding': ({ encoding }) =>
    `its tag says Latin-1 and is in ${encoding}: read as that`,
  'media.frames-encrypted': ({ frames }) =>
    `these frames of its tag are encrypted and cannot be read: ${frames.join(', ')}`,
  'media.frames-damaged': ({ frames }) =>
    `these frames of its tag are damaged and cannot be read: ${frames.join(', ')}`,
  'media.container-broken': ({ detail }) => `its container is broken (${detail})`,
  'media.tags-left': ({ why }, { say }) => `kept with the tags it has: ${say(why)}`,

  ...pictures,

  'media.file-unreadable': ({ detail }) => `the file cannot be read (${detail})`,
  'media.not-a-file': 'this is no file',
  'media.file-empty': 'the file is empty',
  'media.file-changed': 'the file was changed while it was read',
  'media.run-again': 'Run it again.',

  'media.tag-too-large': ({ maxMegabytes }) => `its tag is larger than ${count(maxMegabytes)} MB`,
  'media.tags-too-large': ({ maxMegabytes }) =>
    `its tags are larger than ${count(maxMegabytes)} MB`,
  'media.tags-too-large-for-flac': ({ maxMegabytes }) =>
    `its tags are larger than a FLAC file can hold (${count(maxMegabytes)} MB)`,
  'media.tags-too-large-for-m4a': 'the M4A file is too large to take more tags',
  'media.tags-damaged': ({ detail }) => `its tags are damaged (${detail})`,
  'media.tag-truncated': 'its tag is cut short',
  'media.kind-unknown': 'its content is of no kind that is known',
  'media.comments-damaged': 'its comments are damaged',
  'media.flac-head-damaged': 'the head of the FLAC file is damaged',
  'media.ogg-head-damaged': 'the head of the Ogg file is damaged',
  'media.m4a-boxes-damaged': 'the boxes of the M4A file are damaged',
  'media.m4a-fragmented': 'it is an M4A file in fragments',
  'media.ogg-several-streams': 'there is more than one stream in it',
  'media.ogg-other-codec': 'its Ogg stream is neither Vorbis nor Opus',
  'media.tags-read-back-unequal': ({ differences }) =>
    `Tags read back otherwise than written: ${differences.join('; ')}`,

  'media.ffmpeg-not-started': ({ path, why }, { say }) => `${path} does not start: ${say(why)}`,
  'media.not-ffmpeg': ({ path }) => `${path} is no FFmpeg`,
  'media.ffmpeg-without-mp3': ({ path }) => `${path} cannot write MP3 (libmp3lame)`,
  'media.name-working-ffmpeg':
    'Name a working ffmpeg, or leave it out: the build from npm is used then.',
  'media.format-not-written': ({ complaint }) =>
    `this FFmpeg cannot write that format (${complaint})`,
  'media.name-other-ffmpeg': 'Name another one, or leave it out: the build from npm is used then.',
  'media.not-processed': ({ complaint }) => `FFmpeg could not process the sound (${complaint})`,
  'media.ffmpeg-failed': ({ exitCode }) => `the sound is damaged (FFmpeg ended with ${exitCode})`,
  'media.ffmpeg-crashed': ({ detail }) => `FFmpeg crashed over this file (${detail})`,
  'media.ffmpeg-without-figures':
    'this FFmpeg does not say how much it decoded, and how loud it is',
  'media.encoded-badly': ({ format, detail }) => `the encoder wrote a broken ${format} (${detail})`,
  'media.ffmpeg-endless-log': 'FFmpeg does not stop complaining about this file',
  'media.ffmpeg-timeout': ({ timeLimitMs }) =>
    `FFmpeg did not finish within ${timeLimitMs / 60_000} minutes`,
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`
const percent = (part: number) => `${Math.round(part * 100)} %`
const kilohertz = (hertz: number) => `${(hertz / 1000).toFixed(1)} kHz`

const differs = (errorRate: number) =>
  `${percent(errorRate)} of its fingerprint differ from the copy that was kept before; to take it nevertheless, back up with --replace`
