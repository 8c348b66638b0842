import { describe, expect, test } from 'vitest'
import { decodeLegacy, findLegacyEncoding } from '../../src/tags/read/legacy-text.ts'

/** A title and an artist as the bytes that programs wrote into "Latin-1" tags, and what they meant. */
const TAGS: readonly (readonly [
  encoding: string,
  string,
  string,
  title: string,
  artist: string,
])[] = [
  [
    'windows-1251',
    'c7e5ebb8ede0ff20e4e2e5f0fc',
    'd2e8f5e8e920c1e5f0e5e3',
    'Зелёная дверь',
    'Тихий Берег',
  ],
  ['windows-1251', 'c8f1eaf0e0', 'd1e5e2e5f0', 'Искра', 'Север'],
  [
    'koi8-r',
    'fac5cca3cec1d120c4d7c5d2d8',
    'f4c9c8c9ca20e2c5d2c5c7',
    'Зелёная дверь',
    'Тихий Берег',
  ],
  [
    'windows-1250',
    '4f737461746e6920649f7769ea6b209c77696174b361',
    '43696368792042727a65672050f3b36e6f6379',
    'Ostatni dźwięk światła',
    'Cichy Brzeg Północy',
  ],
  [
    'windows-1253',
    'd4ef20f0f1dcf3e9edef20f6f9f2',
    'b9f3f5f7e720c1eaf4de',
    'Το πράσινο φως',
    'Ήσυχη Ακτή',
  ],
  ['windows-1255', 'e3ecfa20e9f8e5f7e4', 'e7e5f320f9f7e8', 'דלת ירוקה', 'חוף שקט'],
  ['gbk', 'c2ccc9abb5c4c3c5', 'b0b2beb2baa3b0b6', '绿色的门', '安静海岸'],
  ['shift_jis', '97ce82cc83688341', '834a83828381', '緑のドア', 'カモメ'],
  ['euc-kr', 'c3cab7cfbafb20b9ae', 'c1b6bfebc7d120b9d9b4e5b0a1', '초록빛 문', '조용한 바닷가'],
  ['big5', 'baf1a6e2aabaaaf9', 'a677c052aefca9a4', '綠色的門', '安靜海岸'],
  [
    'utf-8',
    '4772c3bc6e6573204c69636874',
    '5374696c6c65204bc3bc737465',
    'Grünes Licht',
    'Stille Küste',
  ],
]

function mendTexts(texts: readonly string[], path: string): ReadonlyMap<string, string> {
  const bytes = texts.map((text) => Buffer.from(text, 'latin1'))
  const encoding = findLegacyEncoding(bytes, path)
  if (encoding === undefined) return new Map()
  return new Map(texts.map((text, at) => [text, decodeLegacy(bytes[at] ?? Buffer.of(), encoding)]))
}

const asLatin = (hex: string) => Buffer.from(hex, 'hex').toString('latin1')

describe('tags that are no Latin-1 are read as what they are', () => {
  test.each(TAGS)('%s (%#)', (_, title, artist, meantTitle, meantArtist) => {
    const [given, by] = [asLatin(title), asLatin(artist)]
    const mended = mendTexts([given, by], '/music/01.mp3')
    expect([mended.get(given), mended.get(by)]).toEqual([meantTitle, meantArtist])
  })

  test.each([
    ...['Möwen', 'Déjà Vu', 'Señorita', 'Ænima', 'Øya', 'São', 'Å', 'È già più', 'Ágætis', 'Ça va'],
    ...['Zelda', 'Łąka', '緑', 'Жар'],
  ])('%s stays as it is', (name) => {
    expect(mendTexts([name, 'Mira'], '/music/01.mp3').get(name) ?? name).toBe(name)
  })

  test('where it is not sure, the path decides', () => {
    const short = asLatin('c6e8f0') // Жир
    expect(mendTexts([short], '/music/Жир.mp3').get(short)).toBe('Жир')
    expect(mendTexts([asLatin('c6')], '/music/01.mp3').size).toBe(0)
  })

  test('a letter that ID3v1 has cut is left out', () => {
    const cut = asLatin('baa3b0b6b1dfb5c4c2ccc9abb5c4c3c5bacdd7eebaf3d2bbb0e0c1d0b3')
    const artist = asLatin('b0b2beb2baa3b0b6')
    expect(mendTexts([cut, artist], '/music/01.mp3').get(cut)).toBe('海岸边的绿色的门和最后一班列')
  })
})
