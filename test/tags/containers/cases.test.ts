import { expect, test } from 'vitest'
import { probeFile } from '../../../src/tags/read/probe-file.ts'
import { describeShared, shared } from '../../support/shared.ts'

/** What mutagen, TagLib, ExifTool, MediaInfo or FFprobe say of these files, two at least. */
const expected: readonly (readonly [path: string, what: object])[] = [
  [
    'samples/06-dsf/full.dsf',
    { tags: { title: 'full', discTotal: 5 }, audio: { samples: 56_448, durationMs: 10 } },
  ],
  ['samples/06-dsf/dsf64.dsf', { tags: { date: '2013-12-29' }, audio: { sampleRate: 2_822_400 } }],
  [
    'samples/09-wma-cover-and-order/multiple_values_images.wma',
    {
      tags: {
        artists: ['some artist', 'another artist', 'yet another artist'],
        album: 'some album',
      },
      audio: { sampleRate: 8000, durationMs: 100 },
    },
  ],
  [
    'samples/09-wma-cover-and-order/test.wma',
    { tags: { composers: ['coma a', 'comb'], cover: { mime: 'image/jpeg' } } },
  ],
  ['samples/09-wma-cover-and-order/image.wma', { tags: { cover: { mime: 'image/png' } } }],
  ['samples/13-rf64/rf64.wav', { audio: { samples: 2400, sampleRate: 48_000, lossless: true } }],
  ['samples/13-rf64/cortissimo.wav', { audio: { sampleRate: 96_000, lossless: true } }],
  ['samples/17-aiff-chunks-over-id3/AIFF.aif', { tags: { artists: ['the artist'], date: '2006' } }],
  ['samples/17-aiff-chunks-over-id3/full_test.aiff', { tags: { artists: ['Foo artist'] } }],
  ['samples/17-aiff-chunks-over-id3/zero.aiff', { tags: { artists: ['Foo artist'] } }],
  [
    'samples/26-dff/dff.dff',
    { tags: { title: '.05 sec 1kHz', album: 'Test Tones' }, audio: { durationMs: 50 } },
  ],
  [
    'sound/03-wma-tags/lib/mk/Tag_Matroska.mka',
    { tags: { title: 'Tag_Loss', trackNumber: 3, extra: { ENCODEDBY: ['me'] } } },
  ],
  [
    'sound/03-wma-tags/lib/riff/Tag_Riff.wav',
    { tags: { date: '2011-02-03', copyright: 'CC', trackNumber: 3 } },
  ],
  ['sound/06-riff-aiff-text/lib/A25/A25.wav', { tags: { artists: ['Øystein Info'] } }],
  ['sound/06-riff-aiff-text/lib/A28/A28.aiff', { tags: { title: 'Mötley Brücke' } }],
  ['sound/06-riff-aiff-text/lib/A29/A29.aif', { tags: { title: 'Naïve Umlaut' } }],
  [
    'sound/11-ogg-flac/lib/B12/B12.oga',
    { tags: { title: 'Flac In Ogg' }, audio: { lossless: true } },
  ],
]

describeShared('files of other projects', 'cases', () => {
  test.each(expected)('%s', async (path, what) => {
    expect(await probeFile(shared('cases', path))).toMatchObject(what)
  })

  test('a WMA by Picard gives each of its fields', async () => {
    const { tags } = await probeFile(shared('cases/sound/03-wma-tags/lib/P5/P5.wma'))
    expect(Object.keys(tags.extra)).toHaveLength(33)
    expect(tags.extra).toMatchObject({
      MUSICBRAINZ_TRMID: ['value of trmid'],
      ORIGINALFILENAME: ['value of originalfilename'],
    })
  })
})
