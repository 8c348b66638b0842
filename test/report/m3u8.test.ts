import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/model/outcome.ts'
import { renderM3u8 } from '../../src/report/m3u8.ts'
import { de } from '../../src/words/de/index.ts'
import { en } from '../../src/words/en/index.ts'
import type { Words } from '../../src/words/words.ts'
import { hostileReports } from './hostile.ts'
import { everyKind, kept, report, track } from './samples.ts'

const pathsOf = (text: string) =>
  text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))

const one = (path: string, folder: string) =>
  pathsOf(
    renderM3u8(
      report([{ kind: 'kept', position: 1, track: track(), kept: kept({ path }), notes: [] }]),
      folder,
      en,
    ),
  )

describe('renderM3u8', () => {
  it('lists what is kept, in order, with lengths and names', () => {
    const isKept = (outcome: Outcome) => 'kept' in outcome
    expect(renderM3u8(report(everyKind.filter(isKept)), 'Evening Shore', en)).toBe(
      [
        '#EXTM3U',
        '#PLAYLIST:Evening Shore',
        '#EXTINF:187,The Low Tide - Harbour Lights',
        '#EXTART:The Low Tide',
        '#EXTALB:Slack Water',
        '03 The Low Tide - Harbour Lights.mp3',
        '#EXTINF:187,Ina Voss, Marek - Undertow',
        '#EXTART:Ina Voss, Marek',
        '#EXTALB:Slack Water',
        '../Other List/01 Undertow.mp3',
        '',
      ].join('\n'),
    )
  })

  it('keeps what has no file in its place, as a comment with artist, title and reason', () => {
    const [first, , , ...others] = everyKind
    const outcomes = [others[0], first, others[3]].flatMap((each, at) =>
      each ? [{ ...each, position: at + 1 }] : [],
    )
    const lines = (words: Words) => renderM3u8(report(outcomes), '', words).split('\n').slice(2)
    const [before, inf, , , file, after] = lines(en)
    expect(before).toBe(
      '#SONGKEEP-MISSING:187 artist="The Low Tide" album="Slack Water" reason="Two recordings fit about equally well.",The Low Tide - Breakwater',
    )
    expect(inf).toMatch(/^#EXTINF/)
    expect(file).not.toMatch(/^#/)
    expect(after).toContain(',The Low Tide - Low Water')
    expect(lines(de)).toHaveLength(lines(en).length)
  })

  it('keeps what a stopped run has not reached, and no row that is no track', () => {
    const whole = report()
    const text = renderM3u8({ ...whole, outcomes: whole.outcomes.slice(0, 1) }, '', en)
    const missing = text.split('\n').filter((line) => line.startsWith('#SONGKEEP-MISSING:'))
    expect(missing).toHaveLength(
      whole.playlist.entries.filter(({ kind }) => kind === 'track').length - 1,
    )
  })

  it.each([
    ['a.mp3', '', 'a.mp3'],
    ['List/a.mp3', '', 'List/a.mp3'],
    ['List/a.mp3', 'List', 'a.mp3'],
    ['List/a.mp3', 'List/', 'a.mp3'],
    ['List/a.mp3', 'Other/deep', '../../List/a.mp3'],
    ['List/#1.mp3', 'List', './#1.mp3'],
    ['List/ a.mp3', 'List', './ a.mp3'],
    ['http:/a.mp3', '', './http:/a.mp3'],
    ['C:/a.mp3', '', './C:/a.mp3'],
    ['List/100% 50%25.mp3', 'List', '100% 50%25.mp3'],
    ['List/a\nb.mp3', 'List', 'a%0Ab.mp3'],
  ])('%j seen from %j is %j', (path, folder, line) => {
    expect(one(path, folder)).toEqual([line])
  })

  it('takes the recording’s artists where the playlist names none', () => {
    const bare = kept({ track: { title: 'Harbour Lights', artists: [] } })
    const text = renderM3u8(
      report([{ kind: 'kept', position: 1, track: bare.track, kept: bare, notes: [] }]),
      '',
      en,
    )
    expect(text).toContain(
      '#EXTINF:187,The Low Tide - Harbour Lights\n#EXTART:The Low Tide\n#EXTALB:Slack Water\n',
    )
  })

  it('gets no line from a name, whatever is in it', () => {
    const count = everyKind.filter((outcome) => 'kept' in outcome).length
    const missing = everyKind.filter((one) => 'track' in one && !('kept' in one)).length
    fc.assert(
      fc.property(hostileReports, (hostile) => {
        const text = renderM3u8(hostile, 'List', en)
        const lines = text.split(/[\n\v\f\r\u0085\u2028\u2029]/)
        const credits = lines.filter((line) => line.startsWith('#EXTART:'))
        expect(credits.length).toBeLessThanOrEqual(count)
        expect(lines).toHaveLength(2 + count * 3 + credits.length + missing + 1)
        expect(pathsOf(text)).toHaveLength(count)
        for (const path of pathsOf(text)) expect(path).not.toMatch(/^\s*[a-z][a-z0-9+.-]*:/i)
      }),
    )
  })
})
