import { describe, expect, test } from 'vitest'
import { detectEncoding } from '../../../src/base/encoding/detect.ts'
import { findUtf16 } from '../../../src/base/encoding/utf16.ts'

/** Invented names, and their bytes in an encoding: few words each, as lists and tags have them. */
const NAMES: readonly (readonly [encoding: string, hex: string, text: string])[] = [
  [
    'windows-1251',
    'd2e8f5e8e920c1e5f0e5e3202d20c7e5ebb8ede0ff20e4e2e5f0fc0ad2e8f5e8e920c1e5f0e5e3202d20cfeef1ebe5e4ede8e920f2f0e0ece2e0e9',
    'Тихий Берег - Зелёная дверь\nТихий Берег - Последний трамвай',
  ],
  [
    'koi8-r',
    'f4c9c8c9ca20e2c5d2c5c7202d20fac5cca3cec1d120c4d7c5d2d80af3c5d7c5d2202d20f0cfd3ccc5c4cec9ca20d4d2c1cdd7c1ca',
    'Тихий Берег - Зелёная дверь\nСевер - Последний трамвай',
  ],
  [
    'ibm866',
    '92a8e5a8a92081a5e0a5a3202d2087a5abf1ada0ef20a4a2a5e0ec0a91a5a2a5e0202d208faee1aba5a4ada8a920e2e0a0aca2a0a9',
    'Тихий Берег - Зелёная дверь\nСевер - Последний трамвай',
  ],
  [
    'windows-1250',
    '43696368792042727a6567202d205a69656c6f6e6520b3b96b690a8c77696174b36f202d204f737461746e6920649f7769ea6b',
    'Cichy Brzeg - Zielone łąki\nŚwiatło - Ostatni dźwięk',
  ],
  [
    'iso-8859-2',
    '43696368792042727a6567202d205a69656c6f6e6520b3b16b690aa677696174b36f202d204f737461746e692064bc7769ea6b',
    'Cichy Brzeg - Zielone łąki\nŚwiatło - Ostatni dźwięk',
  ],
  [
    'windows-1253',
    'b9f3f5f7e720c1eaf4de202d20d4ef20f0f1dcf3e9edef20f6f9f20ac2eff1f1dcf2202d20d4e5ebe5f5f4e1dfef20f4f1ddedef',
    'Ήσυχη Ακτή - Το πράσινο φως\nΒορράς - Τελευταίο τρένο',
  ],
  [
    'windows-1254',
    '53657373697a204bfd79fd202d205965fe696c20fdfefd6b0a4b757a6579202d2047fc6cfcfefc6e206465f0696c',
    'Sessiz Kıyı - Yeşil ışık\nKuzey - Gülüşün değil',
  ],
  [
    'windows-1255',
    'e7e5f320f9f7e8202d20e3ecfa20e9f8e5f7e40af6f4e5ef202d20f8ebe1fa20e0e7f8e5f0e4',
    'חוף שקט - דלת ירוקה\nצפון - רכבת אחרונה',
  ],
  [
    'windows-1256',
    'd4c7d8c620e5c7cfc6202d20c7e1c8c7c820c7e1c3ced6d10ac7e1d4e3c7e1202d20c2ced120ded8c7d1',
    'شاطئ هادئ - الباب الأخضر\nالشمال - آخر قطار',
  ],
  [
    'windows-1257',
    '54796c7573206b72616e746173202d20de616c696120f076696573610ad069617572eb202d205061736b7574696eeb20fe76616967fe64eb',
    'Tylus krantas - Žalia šviesa\nŠiaurė - Paskutinė žvaigždė',
  ],
  [
    'windows-874',
    'aad2c2bdd1e8a7e0a7d5c2ba202d20bbc3d0b5d9cad5e0a2d5c2c70ae0cbb9d7cd202d20c3b6e4bfe0b7d5e8c2c7cad8b4b7e9d2c2',
    'ชายฝั่งเงียบ - ประตูสีเขียว\nเหนือ - รถไฟเที่ยวสุดท้าย',
  ],
  [
    'shift_jis',
    '90c382a982c88a438add202d2097ce82cc836883410a966b9597202d2082b382a282b282cc97f18ed4',
    '静かな海岸 - 緑のドア\n北風 - さいごの列車',
  ],
  [
    'euc-jp',
    'c0c5a4aba4cab3a4b4df202d20ced0a4cea5c9a5a20acbccc9f7202d20a4b5a4a4a4b4a4cecef3bcd6',
    '静かな海岸 - 緑のドア\n北風 - さいごの列車',
  ],
  ['shift_jis', '834a83828381202d20837e8368838a836d83688341', 'カモメ - ミドリノドア'],
  ['euc-jp', 'a5aba5e2a5e1202d20a5dfa5c9a5eaa5cea5c9a5a2', 'カモメ - ミドリノドア'],
  [
    'gb18030',
    'b0b2beb2baa3b0b6202d20c2ccc9abb5c4c3c50ab1b1b7e7202d20d7eebaf3d2bbb0e0c1d0b3b5',
    '安静海岸 - 绿色的门\n北风 - 最后一班列车',
  ],
  [
    'big5',
    'a677c052aefca9a4202d20baf1a6e2aabaaaf90aa55fadb7202d20b3ccabe1a440af5aa643a8ae',
    '安靜海岸 - 綠色的門\n北風 - 最後一班列車',
  ],
  [
    'euc-kr',
    'c1b6bfebc7d120b9d9b4e5b0a1202d20c3cab7cfbafb20b9ae0abacfc7b3202d20b8b6c1f6b8b720b1e2c2f7',
    '조용한 바닷가 - 초록빛 문\n북풍 - 마지막 기차',
  ],
  [
    'macintosh',
    '5374696c6c65204b9f737465202d2047729f6e6573204c6963687420669f722080727a74650a526976698f7265202d204465726e698f72652066656e90747265',
    'Stille Küste - Grünes Licht für Ärzte\nRivière - Dernière fenêtre',
  ],
  [
    'windows-1252',
    '5374696c6c65204bfc737465202d204772fc6e6573204c696368742066fc7220c4727a74650a52697669e87265202d204465726e69e872652066656eea747265',
    'Stille Küste - Grünes Licht für Ärzte\nRivière - Dernière fenêtre',
  ],
  [
    'windows-1252',
    '43697474e0205665726465202d205065726368e920636f73ec',
    'Città Verde - Perché così',
  ],
]

describe('an encoding is found from a few names', () => {
  test.each(NAMES)('%s (%#)', (encoding, hex, text) => {
    expect(detectEncoding(Buffer.from(hex, 'hex'))).toMatchObject({ encoding, text })
  })

  test.each(NAMES)('%s (%#) among the lines of a player', (_, hex, text) => {
    const [artist = '', title = ''] =
      Buffer.from(hex, 'hex').toString('latin1').split('\n', 1)[0]?.split(' - ') ?? []
    const line = `#EXTM3U\n#EXTINF:215,${artist} - ${title}\nD:\\Music\\01 ${title}.mp3\n`
    expect(detectEncoding(Buffer.from(line, 'latin1'))?.text).toContain(text.split('\n', 1)[0])
  })
})

test('of too few letters nothing is sure', () => {
  expect(detectEncoding(Buffer.from('4361666520c9e9', 'hex'))?.isSure).toBe(false)
})

test('UTF-16 without its mark is known by the side of its empty bytes', () => {
  for (const [, , text] of NAMES) {
    const lines = `${text}\n`
    expect(findUtf16(Buffer.from(lines, 'utf16le'))).toBe('utf-16le')
    expect(findUtf16(Buffer.from(lines, 'utf16le').swap16())).toBe('utf-16be')
    expect(findUtf16(Buffer.from(lines))).toBeUndefined()
  }
  expect(findUtf16(Buffer.from('ID3\x04\0\0\0\0\0\x21TIT2\0\0\0\x04'))).toBeUndefined()
})
