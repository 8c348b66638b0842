import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderM3u8 } from '../../src/report/m3u8.ts'
import { hostileReports } from './hostile.ts'
import { everyKind, kept, report, track } from './samples.ts'

const pathsOf = (text: string) =>
  text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))

const one = (path: string, folder: string) =>
  pathsOf(
    renderM3u8(
      report([{ kind: 'kept', position: 1, track: track(), kept: kept({ path }), notes: [] }]),
      folder,
    ),
  )

describe('renderM3u8', () => {
  it('lists what is kept, in order, with lengths and names', () => {
    expect(renderM3u8(report(), 'Evening Shore')).toBe(
      [
        '#EXTM3U',
        '#PLAYLIST:Evening Shore',
        '#EXTINF:187,The Low Tide - Harbour Lights',
        '#EXTALB:Slack Water',
        '03 The Low Tide - Harbour Lights.mp3',
        '#EXTINF:187,Ina Voss, Marek - Undertow',
        '#EXTALB:Slack Water',
        '../Other List/01 Undertow.mp3',
        '',
      ].join('\n'),
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
    )
    expect(text).toContain('#EXTINF:187,The Low Tide - Harbour Lights\n#EXTALB:Slack Water\n')
  })

  it('gets no line from a name, whatever is in it', () => {
    const count = everyKind.filter((outcome) => 'kept' in outcome).length
    fc.assert(
      fc.property(hostileReports, (hostile) => {
        const text = renderM3u8(hostile, 'List')
        expect(text.split(/[\n\v\f\r\u0085\u2028\u2029]/)).toHaveLength(2 + count * 3 + 1)
        expect(pathsOf(text)).toHaveLength(count)
        for (const path of pathsOf(text)) expect(path).not.toMatch(/^\s*[a-z][a-z0-9+.-]*:/i)
      }),
    )
  })
})
