import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/model/outcome.ts'
import { textReason } from '../../src/model/reason.ts'
import type { Verdict } from '../../src/model/verdict.ts'
import { renderHtml as renderIn } from '../../src/report/html/report.ts'
import { en } from '../../src/words/en/index.ts'
import { english } from '../../src/words/english.ts'
import { hostileReports } from './hostile.ts'
import {
  copied,
  everyKind,
  kept,
  links,
  longReport,
  match,
  report,
  someChanges,
  track,
} from './samples.ts'

const renderHtml = (given: Report, folder?: string) => renderIn(given, en, folder)

type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

/** The page as a browser sees it: parse5 follows the parsing rules of the HTML standard. */
function readPage(page: string): readonly Element[] {
  const elements: Element[] = []
  const visit = (node: Node) => {
    if ('tagName' in node) elements.push(node)
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(page))
  return elements
}

const attribute = (element: Element, name: string) =>
  element.attrs.find((one) => one.name === name)?.value

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

const named = (elements: readonly Element[], name: string) =>
  elements.filter((element) => element.tagName === name)

const entriesOf = (page: string) =>
  readPage(page).filter((element) => attribute(element, 'id')?.startsWith('entry-'))

const linksOf = (page: string) =>
  named(readPage(page), 'a').map((element) => attribute(element, 'href'))

const known = new Set(
  (
    'html head meta title style body header p h1 h2 h3 bdi svg rect main div fieldset legend label ul ' +
    'input i b output ol li details summary span dl dt dd a br small code table thead tbody tfoot ' +
    'tr th td caption section footer script path'
  ).split(' '),
)

const blank = (playlist: Partial<Report['playlist']> = {}) => {
  const sample = report([])
  return { ...sample, playlist: { ...sample.playlist, ...playlist } }
}

describe('renderHtml', () => {
  it('has every entry with its outcome in words, in the playlist’s order', () => {
    const entries = entriesOf(renderHtml(report()))
    expect(entries.map((entry) => attribute(entry, 'class'))).toEqual(
      everyKind.map(({ kind }) => kind),
    )
    const texts = entries.map(textOf)
    expect(texts[3]).toContain('Ambiguous')
    expect(texts[3]).toContain('Two recordings fit about equally well.')
    expect(texts[4]).toContain('In review')
    expect(texts[4]).toContain('it was put there by shoreline99.')
    expect(texts[5]).toContain('The licence reserves all rights.')
    expect(texts[6]).toContain('The nearest recording is another version.')
    expect(texts[6]).toContain('Harbour Lights (Live at the Customs House)')
    expect(texts[7]).toContain('The file ends in the middle of its sound.')
    expect(texts[8]).toContain('An episode is no music.')
  })

  it('opens a kept entry to its file, licence, source, checksums and evidence', () => {
    const [entry] = entriesOf(renderHtml(report()))
    const text = entry === undefined ? '' : textOf(entry)
    for (const fact of [kept().sha256, kept().chosen.sha256, kept().chosen.id, kept().path]) {
      expect(text).toContain(fact)
    }
    expect(text).toContain('it is your own copy.')
    expect(text).toContain('over 99.9 % likely the same recording')
    for (const { level } of kept().chosen.evidence) expect(text).toContain(english(level))
  })

  it('draws a waterfall: each bar begins where the one before ended', () => {
    const [entry] = entriesOf(renderHtml(report()))
    const bars: { from: number; to: number }[] = []
    const visit = (node: Node) => {
      if ('tagName' in node && node.tagName === 'rect' && attribute(node, 'class') !== 'z') {
        const left = Number.parseFloat(attribute(node, 'x') ?? '')
        const right = left + Number.parseFloat(attribute(node, 'width') ?? '')
        const against = attribute(node, 'class') === 'n'
        bars.push(against ? { from: right, to: left } : { from: left, to: right })
      }
      if ('childNodes' in node) node.childNodes.forEach(visit)
    }
    if (entry !== undefined) visit(entry)
    const steps = bars.slice(0, -1)
    expect(steps).toHaveLength(kept().chosen.evidence.length)
    for (const [index, step] of steps.entries()) {
      // Percentages are rounded, and the smallest bars are widened to be seen.
      if (index > 0) expect(Math.abs(step.from - (steps[index - 1]?.to ?? 0))).toBeLessThan(1)
    }
    expect(Math.abs((bars.at(-1)?.to ?? 0) - (steps.at(-1)?.to ?? 0))).toBeLessThan(1)
  })

  it('links to the files relative to where it lies', () => {
    const path = 'Evening Shore/a?b#c & 100%.mp3'
    const one = report([
      { kind: 'kept', position: 1, track: track(), kept: kept({ path }), notes: [] },
    ])
    expect(linksOf(renderHtml(one))).toEqual(['./Evening%20Shore/a%3Fb%23c%20%26%20100%25.mp3'])
    expect(linksOf(renderHtml(one, 'Evening Shore'))).toEqual(['./a%3Fb%23c%20%26%20100%25.mp3'])
    expect(linksOf(renderHtml(one, 'Other'))).toEqual([
      './../Evening%20Shore/a%3Fb%23c%20%26%20100%25.mp3',
    ])
  })

  it.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['http://example.org/', 'http://example.org/'],
    ['javascript:alert(1)', undefined],
    [' java\tscript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['file:///etc/passwd', undefined],
    ['//example.org', undefined],
    ['https://listen.example@evil.example/', undefined],
    [`https://example.org/${'x'.repeat(5000)}`, undefined],
    ['nonsense', undefined],
  ])('makes a link of %j only where it leads to the web', (url, href) => {
    const sample = match()
    const candidates = [match({ recording: { ...sample.recording, url } })]
    const page = renderHtml(
      report([{ kind: 'ambiguous', position: 1, track: track(), candidates, reason: 'x' }]),
    )
    expect(linksOf(page)).toEqual(href === undefined ? [] : [href])
  })

  it('shows of a copy its licence, page, file, the host’s terms and the answer it was made on', () => {
    const page = renderHtml(
      report([{ kind: 'kept', position: 1, track: track(), kept: copied, notes: [] }]),
    )
    const text = entriesOf(page).map(textOf).join('')
    for (const fact of [
      'Creative Commons Attribution 4.0 allows it.',
      'The Internet Archive lets items be downloaded that are openly licensed.',
      'It gives access for scholarship and research.',
      'its terms, read on 21 November 2026',
      'uploaded by The Low Tide',
      copied.chosen.answer?.sha256 ?? fail(),
    ])
      expect(text.split(fact)).toHaveLength(2)
    expect(linksOf(page)).toEqual([
      './Evening%20Shore/04%20The%20Low%20Tide%20-%20Sandbar.mp3',
      'https://archive.org/details/nl042',
      'https://archive.org/download/nl042/04_sandbar.mp3',
      'https://archive.org/metadata/nl042',
      'https://creativecommons.org/licenses/by/4.0/',
      'https://archive.org/about/terms',
    ])
  })

  it.each([
    ['https://host.example/terms', '2026-11-21', ' · its terms, read on 21 November 2026'],
    ['https://host.example/terms', undefined, ' · its terms'],
    [undefined, '2026-11-21', ' · looked up on 21 November 2026'],
    [undefined, undefined, ''],
  ])('shows of terms at %j, read on %j,%s', (termsUrl, readOn, shown) => {
    const verdict: Verdict = {
      action: 'link',
      reasons: ['It is not settled.'],
      licence: { id: 'unknown', name: 'Unknown' },
      host: { name: 'Host', reason: 'It is not settled.', termsUrl, readOn },
    }
    const one = { kind: 'refused', position: 1, track: track(), match: match(), verdict } as const
    const page = renderHtml(report([one]))
    expect(entriesOf(page).map(textOf).join('')).toContain(`Host${shown}The Low Tide`)
    expect(linksOf(page)).toEqual(termsUrl === undefined ? [] : [termsUrl])
  })

  it('tells where to hear and to buy what was not kept, by kind, and which are searches', () => {
    const one = { kind: 'not-found', position: 1, track: track(), reason: 'No.', links } as const
    const page = renderHtml(report([one]))
    expect(linksOf(page)).toEqual([2, 3, 5, 1, 4, 0].map((index) => links[index]?.url))
    const text = entriesOf(page).map(textOf).join('')
    expect(text).toContain('Where to hear or buy it')
    expect(text.trim()).toMatch(/SearchQobuz\s+a search, not checked$/)
  })

  it('shows of many links of a kind the first', () => {
    const many = Array.from({ length: 500 }, (_, index) => ({
      kind: 'listen' as const,
      service: 'Radio',
      url: `https://listen.example/${index}`,
      by: 'deezer',
    }))
    const one = { kind: 'failed', position: 1, track: track(), reason: 'No.', links: many } as const
    const page = renderHtml(report([one]))
    expect(linksOf(page)).toHaveLength(8)
    expect(page).toContain('And 492 more; report.json names them all.')
  })

  it('names the sources that did not answer, whichever entries are shown', () => {
    const unavailable = [{ source: 'Jamendo', reason: 'It asked to wait for 2 h.' }]
    const page = renderHtml(report([], { unavailable }))
    expect(page).toContain('<div class="run"><dt>No answer<dd>Jamendo: It asked to wait for 2 h.')
  })

  it('tells what has changed since the last report, each with a link to its entry', () => {
    const elements = readPage(renderHtml(report(undefined, { changes: someChanges })))
    const told = elements.find((element) => attribute(element, 'class') === 'since')
    expect(named(elements, 'summary').map(textOf)).toContain(
      'Since 20 November 2026, 06:43 UTC: 2 added, 1 removed, 1 moved, 1 changed, 1 withdrawn, 1 returned',
    )
    expect(told && textOf(told)).toMatch(/↕Moved6 → 4The Low Tide – Breakwater/)
    expect(told && textOf(told)).toMatch(
      /~Changed5The Low Tide – Lanterns was: The Low Tide – Lantern/,
    )
    const targets = elements.flatMap((element) => attribute(element, 'href') ?? [])
    expect(targets).toContain('#entry-4')
    expect(targets).not.toContain('#entry-7')
    const none = { added: [], removed: [], moved: [], changed: [], withdrawn: [], returned: [] }
    const same = renderHtml(report(undefined, { changes: { ...someChanges, ...none } }))
    expect(same).toContain('The playlist has not changed since 20 November 2026, 06:43 UTC.')
    expect(renderHtml(report())).not.toContain('class=since')
  })

  it('shows of very many changes the first, and says how many more there are', () => {
    const [first] = someChanges.added
    if (!first) throw new Error('no sample')
    const added = Array.from({ length: 5000 }, (_, at) => ({ ...first, position: at + 1 }))
    const page = renderHtml(report(undefined, { changes: { ...someChanges, added } }))
    expect(page).toContain('and 4,900 more; report.json has them all')
  })

  it('is one file: its policy lets nothing load, and only its own script and styles run', () => {
    const elements = readPage(renderHtml(report()))
    const policy = attribute(named(elements, 'meta')[1] ?? fail(), 'content')
    const hashOf = (name: string) => {
      const [block, ...more] = named(elements, name)
      expect(more).toEqual([])
      const text = block === undefined ? '' : textOf(block)
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    }
    expect(policy).toBe(
      `default-src 'none'; style-src ${hashOf('style')}; script-src ${hashOf('script')}; base-uri 'none'; form-action 'none'`,
    )
    for (const { attrs } of elements) {
      for (const { name } of attrs) expect(name).not.toMatch(/^(?:on|src$|style$|srcset$)/)
    }
  })

  it('has no element that data made, whatever is in it', () => {
    fc.assert(
      fc.property(hostileReports, (hostile) => {
        const page = renderHtml(hostile)
        const elements = readPage(page)
        for (const element of elements) {
          expect(known).toContain(element.tagName)
          for (const { name } of element.attrs) expect(name).not.toMatch(/^on|^src|^style$/)
        }
        expect(named(elements, 'script')).toHaveLength(1)
        for (const href of linksOf(page)) expect(href).toMatch(/^(?:\.\/|https?:\/\/|#entry-\d+$)/)
        expect(page.isWellFormed()).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('writes every angle bracket of data as an entity', () => {
    const page = renderHtml(blank({ name: '<&>"\'', notes: [textReason('</footer><b>')] }))
    expect(page).toContain('<h1><bdi>&lt;&amp;&gt;&quot;&#39;</bdi></h1>')
    expect(page).toContain('<bdi>&lt;/footer&gt;&lt;b&gt;</bdi>')
  })

  it('lets the style sheet filter: a button for each kind that is there, a rule for each button', () => {
    const elements = readPage(renderHtml(report()))
    const values = named(elements, 'input').flatMap((one) =>
      attribute(one, 'type') === 'radio' ? [attribute(one, 'value')] : [],
    )
    expect(values).toEqual(['all', ...new Set(everyKind.map(({ kind }) => kind))])
    const [style] = named(elements, 'style')
    for (const value of values.slice(1)) {
      expect(style === undefined ? '' : textOf(style)).toContain(`[value=${value}]:checked`)
    }
  })

  it('names the hosts contacted and the requests refused', () => {
    const page = renderHtml(
      report([], { hosts: ['archive.org'], refusedRequests: ['GET https://audio.example/x'] }),
    )
    expect(page).toContain('Contacted on the internet: archive.org.')
    expect(page).toContain('Blocked requests: GET https://audio.example/x.')
  })

  it('cuts a name of pages, at a whole character', () => {
    const title = `${'a'.repeat(399)}👩${'b'.repeat(5_000_000)}`
    const page = renderHtml(
      report([{ kind: 'not-found', position: 1, track: track({ title }), reason: 'No.' }]),
    )
    expect(page).toContain(`<bdi>${'a'.repeat(399)}…</bdi>`)
    expect(page.length).toBeLessThan(50_000)
  })

  it('stays within bounds for 10,000 entries, and keeps all of them', () => {
    const page = renderHtml(longReport(10_000))
    expect(page.match(/<li class=/g)).toHaveLength(10_000)
    expect(page).toContain('likely the same recording (+20.4 bits)')
    expect(Buffer.byteLength(page)).toBeLessThan(25_000_000)
  })
})

function fail(): never {
  throw new Error('missing element')
}
