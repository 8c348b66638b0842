import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutAlbum } from '../../../../src/source/library/cue/cut-album.ts'
import { readSheetText } from '../../../../src/source/library/cue/read-sheet.ts'

const track = (number: number, start: number | undefined) => ({
  number: String(number).padStart(2, '0'),
  isAudio: true,
  file: 'x.wav',
  start,
})

test('whatever times a sheet has, its tracks part the file without gaps, or it is wrong', () => {
  const frames = fc.array(fc.option(fc.nat(20_000), { nil: undefined }), {
    minLength: 2,
    maxLength: 12,
  })
  fc.assert(
    fc.property(
      fc.oneof(
        frames,
        frames.map((all) => all.toSorted((a = 0, b = 0) => a - b)),
      ),
      fc.nat(300_000),
      (starts, durationMs) => {
        const tracks = starts.map((start, at) => track(at + 1, start))
        const cut = cutAlbum({ rate: 75, tracks }, tracks, { artists: [], durationMs })
        const isRising = starts.every(
          (start, at) => start !== undefined && (at === 0 || start > (starts[at - 1] ?? 0)),
        )
        const isWithin = starts.every((start = 0) => start < Math.ceil((durationMs * 75) / 1000))
        expect(cut.kind).toBe(isRising && isWithin ? 'cut' : 'wrong')
        if (cut.kind === 'wrong') return
        const segments = cut.tracks.map(({ segment }) => segment)
        expect(segments.map(({ start }) => start)).toEqual(starts)
        expect(segments.map(({ end }) => end)).toEqual([...starts.slice(1), undefined])
        for (const { facts } of cut.tracks) expect(facts.durationMs).toBeGreaterThan(0)
      },
    ),
    { numRuns: 300 },
  )
})

test('any text is a sheet, of nothing at worst', () => {
  const words = fc.constantFrom(
    'FILE "a.wav" WAVE',
    'TRACK 01 AUDIO',
    'INDEX 01 00:00:00',
    'TITLE "',
    'REM',
    'ISRC',
    ' ',
    '\n',
    '\r\n',
    '"',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words).map((all) => all.join('\n')),
  )
  fc.assert(
    fc.property(text, (given) => {
      for (const { start } of readSheetText(given).tracks)
        if (start !== undefined) expect(start).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 300 },
  )
})

test('a title of a sheet without performers is parted', () => {
  const text =
    'FILE "x.wav" WAVE\nTRACK 01 AUDIO\nTITLE "Ann Lee - Ebb"\nINDEX 01 00:00:00\nTRACK 02 AUDIO\nINDEX 01 01:00:00\n'
  const sheet = readSheetText(text)
  const cut = cutAlbum(sheet, sheet.tracks, { artists: ['Various Artists'], durationMs: 120_000 })
  expect(cut).toMatchObject({
    tracks: [
      { facts: { title: 'Ebb', artists: ['Ann Lee'] } },
      { facts: { title: 'Track 02', artists: ['Various Artists'] } },
    ],
  })
})
