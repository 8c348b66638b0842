import { describe, expect, test } from 'vitest'
import { groupMissing, type MissingLink, type MissingTrack } from '../../src/model/lists/missing.ts'
import { writeMissingTable } from '../../src/report/missing-table.ts'
import { de } from '../../src/words/de/index.ts'
import { en } from '../../src/words/en/index.ts'
import { writeMissingText } from '../../src/words/missing-text.ts'

const link = (kind: MissingLink['kind'], service: string): MissingLink => ({
  kind,
  service,
  url: `https://${service.toLowerCase()}.example/${kind}`,
})
const search = ['Bandcamp', 'Qobuz'].map((service) => link('search', service))

let position = 0
function track(title: string, more: Partial<MissingTrack> = {}): MissingTrack {
  position++
  return { key: `0.${position}`, position, title, artists: ['Ann'], links: search, ...more }
}

const tracks = [
  track('One', { album: 'Stones', links: [link('watch', 'YouTube'), link('buy', 'Bandcamp')] }),
  track('Two', { album: ' stones', links: [...search, link('buy', 'Bandcamp')] }),
  track('Three', { album: 'Rivers' }),
  track('Four', { links: [link('listen', 'Audius'), link('download', 'Jamendo')] }),
  track('Five', { album: 'Stones', artists: ['Bob'], links: [] }),
  track('Six', { links: [link('buy', 'Qobuz')], isOpen: true }),
]

test.each([
  [
    'place',
    [
      ['download', 'Jamendo', 'Four'],
      ['buy', 'Bandcamp', 'One', 'Two'],
      ['buy', 'Qobuz', 'Six'],
      ['search', 'Three'],
      ['nowhere', 'Five'],
    ],
  ],
  [
    'album',
    [
      ['album', 'Stones', 'One', 'Two'],
      ['album', 'Rivers', 'Three'],
      ['album', 'Stones', 'Five'],
      ['no-album', 'Four', 'Six'],
    ],
  ],
] as const)('each track stands once, grouped by %s', (by, expected) => {
  const groups = groupMissing(tracks, by).map((group) => [
    group.kind === 'place' ? group.what : group.kind,
    ...(group.kind === 'place' ? [group.service] : group.kind === 'album' ? [group.album] : []),
    ...group.tracks.map(({ title }) => title),
  ])
  expect(groups).toEqual(expected)
})

describe('as a table', () => {
  const cellsOf = (text: string) => text.replace('\ufeff', '').trimEnd().split('\r\n')

  test('a row a track, with the best place and a column for each shop to search', () => {
    const [head = '', one = '', , three = ''] = cellsOf(writeMissingTable(tracks, en))
    expect(head).toBe(
      'No.,Artists,Title,Album,Length,ISRC,Where,Address,Search at Bandcamp,Search at Qobuz',
    )
    expect(one).toBe('1,Ann,One,Stones,,,Bandcamp,https://bandcamp.example/buy,,')
    expect(three).toBe(
      '3,Ann,Three,Rivers,,,,,https://bandcamp.example/search,https://qobuz.example/search',
    )
  })

  test.each(['=1+1', '+44', '-5', '@SUM(A1)', '\t=1', ' =1', '=HYPERLINK("x","y")', '"=1"'])(
    'nothing is a formula: %j',
    (title) => {
      const [, row = ''] = cellsOf(writeMissingTable([track(title)], en))
      const [, cell = ''] = /^\d+,Ann,(".*"|[^,]*),,,,/.exec(row) ?? []
      const value = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
      expect(value).toMatch(/^\s*[^\s=+\-@]/)
    },
  )
})

test('as text, a line a track whatever it is called', () => {
  const list = { name: 'Road', tracks: 9, missing: [track('Ev\nil\u2028', { durationMs: 61_000 })] }
  const lines = writeMissingText(list, 'place', en).split('\n')
  expect(lines).toEqual([
    'Shopping list: Road',
    '1 of 9 tracks is not kept.',
    '',
    'Search for it in shops (1)',
    '[ ] Ann – Ev il  (1:01)',
    '',
  ])
  expect(writeMissingText(list, 'album', de)).toContain('Ohne Album (1)')
})
