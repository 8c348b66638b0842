import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { renderText } from '../../src/report/terminal/report.ts'
import { cleanLine, displayWidth, fitWidth, wrapWidth } from '../../src/report/terminal/width.ts'
import { en } from '../../src/words/en/index.ts'
import { hostileReports } from './hostile.ts'
import { copied, everyKind, kept, report, someChanges, track } from './samples.ts'

const plain = { colour: false, width: 110, archive: '~/Keep', words: en }

describe('renderText', () => {
  it('puts the whole in a sentence last and gives each entry that was not kept its reason', () => {
    const text = renderText(report(), plain)
    const lines = text.trimEnd().split('\n')
    expect([lines[0], lines.at(-2)]).toEqual([
      'Evening Shore',
      '2 of 8 tracks kept (1 already there), 1 ambiguous, 1 in review, 1 refused, 1 not found, 1 failed, 1 left out.',
    ])
    expect(text).toMatch(/ {2}4 {2}\? Ambiguous {5}The Low Tide – Breakwater \(3:07\)/)
    expect(text).toContain('Two recordings fit about equally well.')
    expect(text).toContain('• The Low Tide – Harbour Lights (55 %)')
    expect(text).toContain(
      'Closest match: The Low Tide – Harbour Lights (Live at the Customs House)',
    )
    expect(text).toMatch(/Against it: version: live against studio/)
    expect(text).toContain('The licence reserves all rights.')
    expect(text).toContain('https://example.org/lanterns')
    expect(text).toContain('The file ends in the middle of its sound.')
    expect(text).toContain('An episode is no music.')
    expect(text).toContain('Everything is in ~/Keep')
  })

  it('lists what is kept when asked to', () => {
    expect(renderText(report(), plain)).not.toContain('Undertow')
    expect(renderText(report(), { ...plain, verbose: true })).toMatch(/= Already kept .*Undertow/)
  })

  it('tells what has changed since the last report, by signs and words', () => {
    const text = renderText(report(undefined, { changes: someChanges }), plain)
    expect(text).toMatch(/^Since 20 November 2026, 06:43 UTC: 2 added, 1 removed, 1 moved/m)
    expect(text).toMatch(/^ {2}\+ Added {6}3 {2}The Low Tide – Sandbar$/m)
    expect(text).toMatch(/^ {2}\+ Added {6}9 {2}An empty row$/m)
    expect(text).toMatch(/^ {2}− Removed {4}7 {2}The Low Tide – Spindrift$/m)
    expect(text).toMatch(/^ {2}↕ Moved {6}6 → 4 {2}The Low Tide – Breakwater$/m)
    expect(text).toMatch(/^ {2}~ Changed {4}5 .*Lanterns \(was: The Low Tide – Lantern\)$/m)
    expect(text).toMatch(/^ {2}⊘ Withdrawn {2}8 .*Low Water \(Not sold any more\.\)$/m)
    const added = Array.from({ length: 20 }, () => someChanges.added[0] ?? [])
    const many = renderText(
      report(undefined, { changes: { ...someChanges, added: added.flat() } }),
      plain,
    )
    expect(many).toContain('    and 8 more; report.json has them all')
  })

  it('says why an entry is in review, and where to look', () => {
    const text = renderText(report(), { ...plain, width: 160 })
    expect(text).toMatch(/ {2}5 {2}≠ In review {5}The Low Tide – Sandbar/)
    expect(text).toContain('it was put there by shoreline99.')
    expect(text).toContain('https://archive.org/details/sandbar')
    expect(text).toMatch(
      /In review +Found, but it is not certain that the licence on its page is right/,
    )
  })

  it('tells where to hear and to buy what was not kept, searches last', () => {
    const text = renderText(report(), { ...plain, width: 160 })
    const [, after = ''] = text.split('Low Water')
    expect(after.split('\n').map((line) => line.trim())).toEqual(
      expect.arrayContaining([
        'Where to hear or buy it:',
        '• Video: https://video.example/watch?v=1&t=2 (YouTube; the artist’s own channel)',
        '• Buy: https://lowtide.example/track/low-water (Bandcamp)',
        '• Search: https://qobuz.example/search?q=low+tide (Qobuz; a search, not checked)',
      ]),
    )
    const order = ['Video:', 'Listen:', 'Free download:', 'Buy:', 'Homepage:', 'Search:']
    const places = order.map((label) => after.indexOf(`• ${label}`))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(places[0]).toBeGreaterThan(0)
  })

  it('tells licence, host and page of a copy', () => {
    const one = { kind: 'kept', position: 1, track: track(), kept: copied, notes: [] } as const
    expect(renderText(report([one]), { ...plain, width: 160, verbose: true })).toContain(
      'Creative Commons Attribution 4.0 · Internet Archive · https://archive.org/details/nl042',
    )
  })

  it('names the sources that did not answer', () => {
    const unavailable = [{ source: 'Jamendo', reason: 'It asked to wait for 2 h.' }]
    expect(renderText(report([], { unavailable }), plain)).toMatch(
      /No answer +Jamendo: It asked to wait for 2 h\./,
    )
  })

  it('prints no heading over nothing', () => {
    const text = renderText(report(everyKind.slice(0, 1)), { ...plain, verbose: true })
    expect(text).toContain('Kept\n')
    expect(text).not.toContain('Not kept')
    expect(text).not.toContain('What next')
  })

  it('says the same with and without colour', () => {
    const coloured = renderText(report(), { ...plain, colour: true })
    expect(coloured).toContain('\u001b[')
    expect(stripVTControlCharacters(coloured)).toBe(renderText(report(), plain))
  })

  it.each([40, 60, 80, 200])('keeps within %i columns, wide characters and all', (width) => {
    const wide = track({ title: '海の灯り'.repeat(30), artists: ['👩‍👩‍👧‍👦'.repeat(20)] })
    const text = renderText(
      report([
        ...everyKind,
        { kind: 'not-found', position: 10, track: wide, reason: '長い理由'.repeat(40) },
        { kind: 'kept', position: 11, track: wide, kept: kept(), notes: [] },
      ]),
      { ...plain, width, verbose: true },
    )
    for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width)
  })

  it('gives no entry more than a few lines, however long its names are', () => {
    const endless = track({ title: 'word '.repeat(1_000_000) })
    const reason = `“${endless.title}” was not found.`
    const text = renderText(
      report([{ kind: 'not-found', position: 1, track: endless, reason }]),
      plain,
    )
    expect(text.split('\n').length).toBeLessThan(25)
  })

  it('sends no control character of any data to the terminal', () => {
    fc.assert(
      fc.property(hostileReports, (hostile) => {
        const text = renderText(hostile, { ...plain, verbose: true })
        expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u)
      }),
    )
  })
})

describe('terminal', () => {
  it.each([
    ['a\u001b[31mb', 'a [31mb'],
    ['one\r\ntwo', 'one two'],
    ['\u202Eabc', 'abc'],
    ['👩‍👧', '👩‍👧'],
  ])('cleanLine %j', (given, cleaned) => expect(cleanLine(given)).toBe(cleaned))

  it.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdef', 5, 'abcd…'],
    ['海の灯り', 5, '海の…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 3, '👩‍👩‍👧‍👦…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
  ])('fitWidth %j to %i', (given, width, fitted) => expect(fitWidth(given, width)).toBe(fitted))

  it('wraps any text within the width and loses no word that fits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 4, max: 30 }),
        (text, width) => {
          const lines = wrapWidth(cleanLine(text), width)
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
          const words = cleanLine(text)
            .split(' ')
            .filter((word) => displayWidth(word) <= width)
          const printed = lines.join(' ')
          for (const word of words) expect(printed).toContain(word)
        },
      ),
    )
  })
})
