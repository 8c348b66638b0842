import { describe, expect, test } from 'vitest'
import { countItems } from '../../src/playlist/reading/count/items.ts'
import { countLines } from '../../src/playlist/reading/count/lines.ts'
import { countRows } from '../../src/playlist/reading/count/rows.ts'
import { attributeIn, countTags } from '../../src/playlist/reading/count/tags.ts'
import { countTracks } from '../../src/playlist/reading/count/tracks.ts'

test('lines that are records', () => {
  expect(countLines('a\r\n#b\n\nc', (line) => !line.startsWith('#'))).toBe(2)
})

describe('values of JSON at a place', () => {
  test.each([
    ['[1, "a", null, {"a": [1]}, [2]]', ['[]'], 5],
    [
      '{"playlists": [{"items": [{}, {}]}, {"items": []}, {"items": [null]}]}',
      ['playlists[].items[]'],
      3,
    ],
    ['{"a": {"b": [1, 2]}, "b": [1]}', ['b[]'], 1],
    ['{"a": "},{[\\"", "b": [1, ","]}', ['b[]'], 2],
    // Which of two counts is the parser's affair: both are there.
    ['{"b": [1], "b": [1, 2]}', ['b[]'], 3],
    ['{"a b": [1]}', ['a b[]', '[]'], 1],
    ['[]', ['[]'], 0],
  ] as const)('%s', (text, places, count) => {
    JSON.parse(text)
    expect(countItems(text, ...places)).toBe(count)
  })
})

describe('elements of XML', () => {
  test.each([
    ['<a><b/><b x="1>2"></b><c><b></b></c></a>', 3],
    ['<a><!-- <b/> --><![CDATA[<b/>]]><?b <b?><b/></a>', 1],
    ["<a><B t='/'/><x:b/><bb/></a>", 2],
  ])('%s', (text, count) => {
    expect(countTags(text, 'b')).toBe(count)
  })

  test('those of a parent alone', () => {
    const text = '<a><n Type = "1"><b/></n><n Type="0"><n Type=\'1\'><b/><b/></n><b/></n></a>'
    const isList = (parents: Parameters<Parameters<typeof countTags>[2] & object>[0]) =>
      attributeIn(parents.at(-1), 'type') === '1'
    expect(countTags(text, 'b', isList)).toBe(3)
  })
})

describe('rows of a table', () => {
  test.each([
    ['a,b,c\n1,2,3\n\n4,5,6\n', 3],
    ['a;b;c\r\n"1\n1";2;3\r\n4;5;"6\n6"\r\n', 3],
    // A line within a cell may look like anything but a whole row.
    ['a,b,c\n"1\nof, and\nmore",2,3\n4,5,6', 3],
    // A quote that nobody closes, and one that only the row after the next closes.
    ['a,b,c\n1,"2,3\n4,5,6\n7,8,9', 4],
    ['a,b,c\n1,"2,3\n4,5,6\n7,8",9\n1,2,3', 5],
    ['a,b,c\n1,7" Mix,3\n4,"12"" Mix",6', 3],
    ['a,b,c\r1,2,3\r4,5,6', 3],
  ])('%j', (text, count) => {
    expect(countRows(text, text.includes(';') ? ';' : ',')).toBe(count)
  })

  test('heads are none of them, however many rows an open quote has made one', () => {
    expect(countRows('Title\na,b\nc,d', ',', 1)).toBe(2)
    expect(countRows('"Title\na,b\nc,d,"e', ',', 3)).toBe(0)
  })

  test('a quote that is never closed takes in no more than a page', () => {
    const rows = Array.from({ length: 500 }, (_, at) => `${at},${at}`)
    expect(countRows(['1,"2', ...rows].join('\n'), ',')).toBe(501)
  })
})

describe('tracks of JSON in whatever words', () => {
  test.each<[unknown, number]>([
    [[{ title: 'Salt', artist: 'Mira' }, { x: 1 }], 2],
    [{ data: { tracks: [{ track: { name: 'Salt', artists: [{ name: 'Mira' }] } }] } }, 1],
    [{ albums: [{ name: 'Shore', artist: 'Mira' }], songs: [{ song: 'Salt', singer: 'Mira' }] }, 1],
    [[{ name: 'Sunday', artist: 'me', tracks: [{ name: 'Salt', album: 'Shore' }] }], 1],
    [['Mira - Salt', 'Tolland - Sand'], 2],
    [[1, 2], 0],
  ])('%j', (value, count) => {
    expect(countTracks(value)).toBe(count)
  })
})
