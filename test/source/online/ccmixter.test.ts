import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../../../src/rights/judge.ts'
import { ccMixter } from '../../../src/source/providers/ccmixter/ccmixter.ts'
import { mendCcMixterJson } from '../../../src/source/providers/ccmixter/json.ts'
import { readUpload } from '../../../src/source/providers/ccmixter/upload.ts'
import { codePoint } from '../../support/code-point.ts'
import { openReplayed } from '../../support/hosts/online.ts'
import { describeShared, shared } from '../../support/shared.ts'

const answer = {
  url: 'https://ccmixter.org/api/query',
  sha256: '0'.repeat(64),
  at: '2026-11-21T12:00:00Z',
}

describe('JSON that is nearly JSON', () => {
  test.each([
    ['{"bpm":094}', { bpm: 94 }],
    ['{"bpm": 00094 , "x":0}', { bpm: 94, x: 0 }],
    ['[007,-012,00.5,0.05,10,100,-0.0,0,000]', [7, -12, 0.5, 0.05, 10, 100, -0, 0, 0]],
    ['[1.050, 1e05, 2E-007]', [1.05, 1e5, 2e-7]],
    ['{"text":"one\ntwo\tthree\u0000\u001ffour"}', { text: 'one two three  four' }],
    ['{"text":"keep 007, \\"quoted\\": 007 and \\\\"}', { text: 'keep 007, "quoted": 007 and \\' }],
    ['{"007":"key"}', { '007': 'key' }],
    ['{"ok":true,"no":false,"nil":null}', { ok: true, no: false, nil: null }],
    ['[{"a":"\\u0041\n"},01]', [{ a: 'A ' }, 1]],
  ])('%j', (text, value) => {
    expect(JSON.parse(mendCcMixterJson(text))).toEqual(value)
  })

  test.each(['{', '[1,]', '"open', '{"a":01', '"ends in \\', '--1', '[0x1F]', "{'a':1}", '<html>'])(
    'what is broken otherwise stays broken: %j',
    (text) => {
      expect(() => JSON.parse(mendCcMixterJson(text))).toThrow(SyntaxError)
    },
  )

  test('leaves JSON as it is', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(mendCcMixterJson(text)).toBe(text)
      }),
    )
  })

  test('takes any text, never makes it longer, and mends it once', () => {
    const pieces = fc.constantFrom(
      '0',
      '00',
      '1',
      '-',
      '.',
      'e',
      '"',
      '\\',
      '\n',
      '\0',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      'a',
    )
    const text = fc.oneof(
      fc.string({ unit: codePoint }),
      fc.array(pieces).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(text, (given) => {
        const mended = mendCcMixterJson(given)
        expect(mended.length).toBeLessThanOrEqual(given.length)
        expect(mendCcMixterJson(mended)).toBe(mended)
      }),
      { numRuns: 2000 },
    )
  })

  test('megabytes of the worst are nothing much', () => {
    for (const piece of ['0', '"', '\\', '\n', '"\n', '-0', ' 01', '"\\'])
      expect(mendCcMixterJson(piece.repeat(2_000_000)).length).toBeLessThanOrEqual(
        piece.length * 2_000_000,
      )
  })
})

test('is read through a header of 200 kB', async () => {
  const upload = {
    upload_id: 1,
    upload_name: 'Blue Harbour',
    user_name: 'lanterns',
    files: [
      {
        download_url: 'http://ccmixter.org/content/lanterns/lanterns - Blue Harbour.mp3',
        file_format_info: { 'media-type': 'audio', 'default-ext': 'mp3' },
      },
    ],
  }
  const body = JSON.stringify([upload]).replace('"upload_id":1', '"bpm":094,"upload_id":1')
  const headers = { 'x-json': JSON.stringify('x'.repeat(200_000)) }
  await using source = await openReplayed(ccMixter, () => ({ headers, body }))
  const found = await source.search(
    { title: 'Blue Harbour', artists: [] },
    new AbortController().signal,
  )
  expect(found.map(({ title }) => title)).toEqual(['Blue Harbour'])
})

test('a guest of a remix is not taken for whoever put it there', () => {
  const upload = {
    upload_id: 1,
    upload_name: 'Blue Harbour',
    user_real_name: 'Night Ferry',
    upload_extra: { ccud: 'remix,media', featuring: 'Ada Holm' },
    license_url: 'http://creativecommons.org/licenses/by/3.0/',
    files: [
      {
        download_url: 'http://ccmixter.org/content/nightferry/1.mp3',
        file_format_info: { 'media-type': 'audio', 'default-ext': 'mp3' },
      },
    ],
  }
  const recording = readUpload(upload, answer)!
  expect(recording.artists).toEqual(['Night Ferry', 'Ada Holm'])
  const claimBy = (artist: string) => ({
    by: 'musicbrainz',
    artists: [artist],
    published: true,
    labels: [],
    licences: [],
  })
  const policy = { today: '2026-11-21' }
  expect(judge(recording, policy, { assertions: [claimBy('Night Ferry')] }).action).toBe('copy')
  expect(judge(recording, policy, { assertions: [claimBy('Ada Holm')] }).action).toBe('review')
})

describeShared('a recorded upload', 'data/replies/ccmixter', () => {
  const text = () => readFileSync(shared('data/replies/ccmixter/single_item.json'), 'utf8')

  test('is the mp3 alone: the zip holds stems, the flac is marked as samples', () => {
    expect(readUpload(JSON.parse(text()), answer)).toEqual({
      id: '69420',
      source: 'ccmixter',
      title: 'Test Music',
      artists: ['Test User', 'Other Test User', 'Another Test User'],
      durationMs: 346_000,
      year: 2023,
      media: {
        kind: 'remote',
        files: [
          {
            url: 'https://ccmixter.org/content/testuser/testuser%20-%20Test_Music.mp3',
            format: 'mp3',
            original: true,
            bytes: 11_150_278,
            md5: 'c2b9a98d0ca61853b0ed8ed89dc6d9c3',
          },
        ],
      },
      licence: 'https://creativecommons.org/licenses/by-nc/4.0/',
      uploader: 'Test User',
      uploaderUrl: 'https://ccmixter.org/people/testuser',
      url: 'https://ccmixter.org/files/testuser/69420',
      popularity: 420,
      answer,
    })
  })

  test('is the same with the faults that the host is known for', () => {
    const faulty = text().replace('"bpm": 94', '"bpm": 094').replaceAll('\\r\\n', '\r\n')
    expect(() => JSON.parse(faulty)).toThrow()
    const mended = JSON.parse(mendCcMixterJson(faulty))
    expect(readUpload(mended, answer)).toEqual(readUpload(JSON.parse(text()), answer))
  })
})
