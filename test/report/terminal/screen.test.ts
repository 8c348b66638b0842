import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../../src/model/outcome.ts'
import { reason } from '../../../src/model/reason.ts'
import { LastScreen } from '../../../src/report/terminal/screen/screen.ts'
import { en } from '../../../src/words/en/index.ts'
import { wordsIn } from '../../../src/words/languages.ts'
import { hostileReports } from '../hostile.ts'
import { everyKind, longReport, report, someChanges, track } from '../samples.ts'

const run = {
  words: ['backup', 'my list.csv', '-l', '/music', '-i', '/keep', '--dry-run'],
  name: 'backup',
  takesLibrary: true,
  isWhole: true,
}
const plain = { colour: false, width: 80, height: 22, archive: '/keep', words: en, run }
const { lastScreen } = en.terminal

const files = { html: 'Evening Shore/report.html', playlist: 'Evening Shore/playlist.m3u8' }

function render(reports: readonly ReturnType<typeof report>[], over: Partial<typeof plain> = {}) {
  const screen = new LastScreen({ ...plain, ...over })
  for (const each of reports) screen.add(each, files)
  return screen.render()
}

const linesOf = (text: string) => text.trimEnd().split('\n')

const missing = (position: number, over: Partial<Outcome> = {}): Outcome =>
  ({
    kind: 'not-found',
    position,
    track: track({ title: `Song ${position}` }),
    reason: reason('backup.nothing-near'),
    ...over,
  }) as Outcome
const many = (length: number) => Array.from({ length }, (_, at) => missing(at + 1))

describe('the last screen', () => {
  test('is the whole report where that fits', () => {
    const text = render([report([missing(1)])])
    expect(text).toContain(en.report.notKept)
    expect(linesOf(text).at(-2)).toBe(
      en.outcomes.summary({
        ...{ tracks: 1, good: 0, already: 0, verb: 'kept' },
        others: [['not-found', 1]],
      }),
    )
  })

  test('groups what was not kept by its reason, with the count and the first few', () => {
    const text = render([report([...many(3000), ...everyKind.slice(0, 4)])])
    expect(text).toContain(`${en.outcomes.labels['not-found']} 3,000 · `)
    expect(text).toMatch(/ Song 1$/m)
    expect(text).not.toMatch(/ Song 9$/m)
    expect(linesOf(text).length).toBeLessThanOrEqual(22)
  })

  test('tells the sentence of one where those of a group differ', () => {
    const files = [1, 2].flatMap((at) =>
      many(40).map((one) => ({
        ...one,
        reason: reason('backup.files-conflict', { left: `a${at}.flac`, right: 'b.flac' }),
      })),
    ) as readonly Outcome[]
    expect(render([report(files)]).replaceAll(/\s+/g, ' ')).toContain(
      lastScreen.forExample('Two files of yours'),
    )
  })

  test('offers the command that was typed, with what it lacked', () => {
    const dry = render([report(many(100), { dryRun: true })])
    expect(dry).toContain("songkeep backup 'my list.csv' -l /music -i /keep\n")
    expect(render([report(many(100))])).toContain("songkeep backup --library FOLDER 'my list.csv'")
    const piped = render([report(many(100))], { run: { ...run, isWhole: false } })
    expect(piped).toContain(lastScreen.sameWith('--library FOLDER'))
    expect(render([report(many(100), { stopped: true })])).toContain(lastScreen.steps.continue)
    const hostile = { ...run, words: ['backup', 'a\u001b[31mb.csv'] }
    expect(render([report(many(100))], { run: hostile })).not.toContain('\u001b')
  })

  test('gives several lists a line each, the worst where there are too many, and then the sum', () => {
    const lists = Array.from({ length: 40 }, (_, at) => {
      const one = report(at === 17 ? many(7) : many(1))
      return { ...one, playlist: { ...one.playlist, name: `List ${at}` } }
    })
    const text = render(lists)
    expect(text).toMatch(/^List 17 /m)
    expect(text).toContain(lastScreen.moreLists(34))
    expect(text).toContain(lastScreen.together(40, '0 of 46 tracks kept'))
    expect(linesOf(text).length).toBeLessThanOrEqual(22)
  })

  test('says the same note of several lists once', () => {
    const noted = report(many(30), { archiveNotes: [reason('backup.list-begun', { id: 'x' })] })
    expect(render([noted, noted, noted]).split(en.report.note('')).length - 1).toBe(1)
  })

  test('says the same with and without colour', () => {
    const coloured = render([longReport(300)], { colour: true })
    expect(coloured).toContain('\u001b[')
    expect(stripVTControlCharacters(coloured)).toBe(render([longReport(300)]))
  })

  test('is empty without a report', () => {
    expect(render([])).toBe('')
  })

  test.each([
    ['en', 80, 22],
    ['en', 40, 22],
    ['de', 80, 22],
    ['de', 40, 22],
    ['en', 40, 10],
    ['de', 60, 5],
    ['en', 200, 60],
  ] as const)(
    '%s, %i columns: never wider, never more than %i lines',
    (language, width, height) => {
      const wide = track({ title: '海の灯り'.repeat(30), artists: ['👩‍👩‍👧‍👦'.repeat(20)] })
      const outcomes = [
        ...many(90).map((one) => ({ ...one, track: wide })),
        ...longReport(300).outcomes,
      ]
      const noted = report(outcomes as readonly Outcome[], {
        changes: someChanges,
        stopped: true,
        archiveNotes: ['長い理由'.repeat(200), 'Two', 'Three', 'Four', 'Five'],
      })
      for (const reports of [[noted], [noted, noted]]) {
        const lines = linesOf(render(reports, { width, height, words: wordsIn(language) }))
        expect(lines.length).toBeLessThanOrEqual(height)
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width)
      }
    },
  )

  test('sends no control character of any data to the terminal, and no line too many', () => {
    fc.assert(
      fc.property(hostileReports, fc.integer({ min: 4, max: 40 }), (hostile, height) => {
        const text = render([hostile, hostile], { height })
        expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u)
        expect(linesOf(text).length).toBeLessThanOrEqual(height)
      }),
      { numRuns: 12 },
    )
  })
})
