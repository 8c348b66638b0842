import { describe, expect, test } from 'vitest'
import { findComplaints, findLack } from '../../../src/media/decode/complaints.ts'
import { explainFailure, findComplaint } from '../../../src/media/decode/decode-errors.ts'
import { readLogLines } from '../../../src/media/ffmpeg/log-line.ts'

/** A log of FFmpeg 5: a Matroska file of a picture, Vorbis and AC-3, of which the Vorbis is encoded as an MP3. */
const head = `[verbose] Routing option err_detect to both codec and muxer layer
[info] Input #0, matroska,webm, from 'file:/a/song.mka':
[info]   Duration: 00:00:18.02, start: 0.000000, bitrate: 140 kb/s
[info]   Stream #0:0: Video: png, rgb24(pc), 300x300 (attached pic)
[info]   Stream #0:1(eng): Audio: vorbis, 44100 Hz, stereo, fltp (default)
[info]   Stream #0:2(eng): Audio: ac3, 48000 Hz, 5.1(side), fltp, 448 kb/s
[info] Stream mapping:
[info]   Stream #0:1 (vorbis) -> asetpts:default
[info]   anull -> Stream #0:0 (libmp3lame)
[info] Output #0, mp3, to 'file:/b/song.mp3':
[info]   Stream #0:0: Audio: mp3, 44100 Hz, stereo, fltp
`

const about = (line: string, log = head) =>
  findComplaints(readLogLines(`${log}${line}\n`)).map((one) => one.about)[0]

describe('a complaint is', () => {
  test.each([
    ['of the demuxer', '[matroska,webm @ 0x5581] [error] Element at 0x4 ending at 0x5 exceeds'],
    ['of the decoder', '[vorbis @ 0x55d6] [error] invalid codebook'],
    [
      'of its stream',
      '[error] Error while decoding stream #0:1: Invalid data found when processing',
    ],
    ['of a program without names', '[error] file:/a/song.mka: Input/output error'],
    ['of nobody known', '[dunno @ 0x55d6] [error] something is wrong'],
    [
      'of the demuxer, in later versions',
      '[in#0/matroska,webm @ 0x1] [error] Error during demuxing',
    ],
    ['of the decoder, in later versions', '[dec:vorbis @ 0x1] [error] Decoding error'],
    [
      'of its stream, in later versions',
      '[aist#0:1/vorbis @ 0x1] [dec:vorbis @ 0x2] [error] Error submitting packet to decoder: Invalid data found when processing input',
    ],
    ['of one on Windows', '[vorbis @ 000001F2a0b0] [fatal] invalid codebook'],
  ])('the sound’s: %s', (_, line) => expect(about(line)).toBe('sound'))

  test.each([
    [
      'of the muxer',
      '[mp3 @ 0x1] [error] Application provided invalid, non monotonically increasing dts to muxer in stream 0: 2 >= 1',
    ],
    ['of the encoder', '[libmp3lame @ 0x1] [error] Invalid channel layout'],
    ['of a filter', '[auto_aresample_0 @ 0x1] [error] Cannot select channel layout for the link'],
    ['of a filter that was asked for', '[Parsed_ebur128_5 @ 0x1] [error] no'],
    ['of the graph', '[error] Error reinitializing filters!'],
    ['of an output', '[error] Error initializing output stream 0:0 -- Error while opening encoder'],
    ['of the trailer', '[error] Error writing trailer of file:/b/song.mp3: Invalid argument'],
    ['of an output, in later versions', '[out#0/mp3 @ 0x1] [error] Could not write header'],
    [
      'of an encoder, in later versions',
      '[aost#0:0/libmp3lame @ 0x1] [enc:libmp3lame @ 0x2] [error] Error submitting',
    ],
    ['of a filter, in later versions', '[fc#0 @ 0x1] [error] Error reinitializing filters!'],
  ])('our own: %s', (_, line) => expect(about(line)).toBe('own'))

  test.each([
    ['the picture', '[png @ 0x1] [error] Invalid PNG signature'],
    ['the other sound', '[ac3 @ 0x1] [error] frame CRC mismatch'],
    [
      'the other sound by its number',
      '[error] Error while decoding stream #0:2: Invalid data found',
    ],
    [
      'the other sound, in later versions',
      '[aist#0:2/ac3 @ 0x1] [dec:ac3 @ 0x2] [error] Decoding error',
    ],
  ])('another stream’s: %s', (_, line) => expect(about(line)).toBe('stream'))

  test.each([
    [
      'the kind of a picture',
      '[matroska,webm @ 0x1] [error] Unknown attached picture mimetype: image/webp.',
    ],
    ['the use of a picture', '[matroska,webm @ 0x1] [error] Invalid picture type: 21.'],
    [
      'a picture’s length',
      '[matroska,webm @ 0x1] [error] Attached picture metadata block too short',
    ],
    ['a frame of a tag', '[matroska,webm @ 0x1] [error] Error reading frame APIC, skipped'],
    ['a text of a tag', '[matroska,webm @ 0x1] [error] Incorrect BOM value: 0x4141'],
    ['a packet that ends early, as Vorbis allows', '[vorbis @ 0x1] [error] Overread 1 bits'],
    ['a packet without a byte', '[error] Error while decoding stream #0:1: Invalid argument'],
    [
      'a packet without a byte, in later versions',
      '[aist#0:1/vorbis @ 0x1] [error] Error submitting packet to decoder: Invalid argument',
    ],
  ])('no damage: %s', (_, line) => expect(about(line)).toBe('nothing'))

  test('nobody’s where a tag looks like one', () => {
    expect(about('[info]     title           : [error] All is lost')).toBeUndefined()
    expect(about('[warning] Guessed Channel Layout for Input Stream #0.1 : stereo')).toBeUndefined()
  })

  test('told apart where demuxer and decoder bear one name', () => {
    const flac = head
      .replace('matroska,webm', 'flac')
      .replaceAll('vorbis', 'flac')
      .replace('Stream #0:1(eng)', 'Stream #0:1')
    expect(
      about('[flac @ 0x1] [error] Could not read mimetype from an attached picture.', flac),
    ).toBe('nothing')
    expect(about('[flac @ 0x1] [error] CRC error at PTS 3', flac)).toBe('sound')
    expect(
      about(
        '[flac @ 0x1] [error] Channel layout not supported by Flac, output stream will have incorrect channel layout.',
        flac,
      ),
    ).toBe('own')
  })
})

describe('what fails', () => {
  const broken = '[vorbis @ 0x1] [error] invalid codebook\n'
  const filter = '[auto_aresample_0 @ 0x1] [error] Cannot select channel layout\n'

  test('is the sound, whatever else was said before', () => {
    expect(findComplaint(`${head}${filter}${broken}`)).toBe('invalid codebook')
    expect(explainFailure(`${head}${filter}${broken}`, 1)).toMatchObject({
      fault: 'damaged',
      reason: { code: 'media.damaged', params: { complaint: 'invalid codebook' } },
    })
  })

  test('is no damage where only a filter complains', () => {
    expect(findComplaint(`${head}${filter}`)).toBeUndefined()
    expect(explainFailure(`${head}${filter}`, 1)).toMatchObject({
      name: 'NotProcessedError',
      reason: { code: 'media.not-processed' },
    })
  })

  test('is the disk where that is full', () => {
    const log = `${head}[error] av_interleaved_write_frame(): No space left on device\n`
    expect(explainFailure(log, 1)).toMatchObject({ reason: { code: 'storage.disk-full' } })
  })

  test('is no audio file where none was opened', () => {
    const log = '[error] file:/a/song.mka: Invalid data found when processing input\n'
    expect(explainFailure(log, 1)).toMatchObject({ reason: { code: 'media.not-audio' } })
  })
})

describe('what FFmpeg lacks', () => {
  const figures = (packets: number) =>
    `[verbose]   Input stream #0:1 (audio): ${packets} packets read (9 bytes); 3 frames decoded (9 samples); \n`
  const feature =
    '[wmavoice @ 0x1] [warning] Speech of a kind is not implemented. Update your FFmpeg version to the newest one from Git. If the problem still occurs, it means that\n'
  const error =
    '[error] Error while decoding stream #0:1: Not yet implemented in FFmpeg, patches welcome\n'
  const lack = (log: string) => findLack(readLogLines(`${head}${log}`))

  test('is told by its name', () => {
    const expected =
      'Speech of a kind is not implemented. Update your FFmpeg version to the newest one from Git.'
    expect(lack(feature + error.repeat(9) + figures(20))).toBe(expected)
    expect(explainFailure(head + feature + error + figures(4), 69)).toMatchObject({
      fault: 'undecodable',
      reason: { code: 'media.undecodable', params: { detail: expected } },
    })
  })

  test('is a decoder, or a key', () => {
    expect(lack('[fatal] Decoder (codec none) not found for input stream #0:1\n')).toMatch(
      /^Decoder/,
    )
    expect(lack('[fatal] Decoding requested, but no decoder found for: none\n')).toMatch(
      /^Decoding/,
    )
    const drm = '[asf @ 0x1] [warning] DRM protected stream detected, decoding will likely fail!\n'
    expect(lack(`${drm}[vorbis @ 0x1] [error] invalid\n`)).toMatch(/^DRM/)
  })

  test('is nothing where damage looks like it', () => {
    expect(lack(feature + error + figures(400))).toBeUndefined()
    expect(lack(`${feature}${error}[vorbis @ 0x1] [error] invalid\n${figures(4)}`)).toBeUndefined()
    expect(lack('')).toBeUndefined()
  })
})
