import { expect, test } from 'vitest'
import { foldText } from '../../../src/text/fold.ts'
import { isFamilyName } from '../../../src/text/scripts/family-names.ts'
import { isSameSound } from '../../../src/text/scripts/same-sound.ts'
import { scriptOf } from '../../../src/text/scripts/script.ts'

const written = (text: string) => ({ folded: foldText(text), script: scriptOf(text) })

function sounds(one: string, other: string): boolean {
  const there = isSameSound(written(one), written(other))
  expect(isSameSound(written(other), written(one))).toBe(there)
  return there
}

test.each([
  // Kana and Han characters, in Hepburn's, Kunrei's and typed spellings.
  ['つばめ', 'Tsubame'],
  ['つばめ', 'Tubame'],
  ['しょうじょ', 'Shōjo'],
  ['しょうじょ', 'Syoujo'],
  ['こんにちは', 'Konnichi wa'],
  ['海へ行こう', 'Umi e Ikō'],
  ['青い鳥', 'Aoi Tori'],
  ['山桜', 'Yamazakura'],
  ['学校', 'Gakkō'],
  ['三日月の夜に', 'Mikazuki no Yoru ni'],
  ['明日の花', 'Ashita no Hana'],
  ['恋', 'こい'],
  ['佐々木 青', 'Sasaki Ao'],
  // Mandarin, any reading of a character.
  ['月亮的音乐', 'Yueliang de Yinyue'],
  ['長江之歌', 'Chang Jiang Zhi Ge'],
  // Korean, as decreed in 2000, as McCune and Reischauer had it, and as people write.
  ['가을 바다', 'Gaeul Bada'],
  ['가을 바다', 'Kaŭl Pada'],
  ['사랑', 'Sarang'],
  ['박선희', 'Park Seon Hee'],
  ['눈물', 'Noonmool'],
  // Russian and Ukrainian.
  ['Жёлтый ключ', 'Zholtyy klyuch'],
  ['Жёлтый ключ', 'Žëltyj ključ'],
  ['Площадь', 'Ploshchad'],
  ['Хорошо', 'Khorosho'],
  ['Хорошо', 'Horosho'],
  ['Їжачок', 'Yizhachok'],
  ['Глина', 'Hlyna'],
  // Greek.
  ['Μπαλάντα', 'Balanta'],
  ['Θάλασσα', 'Thalassa'],
  ['Καλημέρα ήλιε', 'Kalimera Ilie'],
  ['Αυγή', 'Avgi'],
  ['Αυγή', 'Augi'],
  ['Χωριό', 'Horio'],
  ['Χωριό', 'Chorio'],
  // Hebrew and Arabic, by their consonants.
  ['ליל מנוחה', 'Leil Menucha'],
  ['מנגינה', 'Mangina'],
  ['אהבת ים', 'Ahavat Yam'],
  ['מירי כהן', 'Miri Cohen'],
  ['ארץ מצרים', 'Eretz Mitzrayim'],
  ['قمر الليل', 'Qamar El Leil'],
  ['قمر الليل', 'Kamar al-Layl'],
  // Others.
  ['चांदनी', 'Chandni'],
])('%s may be read as %s', (one, other) => {
  expect(sounds(one, other)).toBe(true)
})

test.each([
  ['つばめ', 'Swallow'],
  ['つばめ', 'すずめ'],
  ['青い鳥', 'Akai Tori'],
  ['月亮', 'Xingxing'],
  ['바다', 'Sarang'],
  ['Хорошо', 'Plokho'],
  ['Θάλασσα', 'Ouranos'],
  ['אהבה', 'Shalom'],
  ['אב', 'Abba'],
  ['قمر الليل', 'Shams'],
  ['夜', '月'],
])('%s is not read as %s', (one, other) => {
  expect(sounds(one, other)).toBe(false)
})

test.each([
  ['Nothing beyond Latin, Łódź', 'latin'],
  ['1979 !!!', 'latin'],
  ['月亮', 'han'],
  ['青い鳥', 'japanese'],
  ['トリ', 'kana'],
  ['Live 版 at the Mill', 'latin'],
  ['바다 (Bada)', 'hangul'],
  ['Хорошо', 'cyrillic'],
  ['สวัสดี', 'other'],
])('%s is written in %s letters', (text, script) => {
  expect(scriptOf(text)).toBe(script)
})

test.each([
  ['陈默', 'moses chan', true],
  ['陈默', 'chen mo', true],
  ['陈默', 'moses lau', false],
  ['陈默', 'chan', false],
  ['chen mo', 'moses chan', false],
])('%s has the family name of %s: %s', (han, latin, expected) => {
  expect(isFamilyName(han, latin.split(' '))).toBe(expected)
})
