import { expect, test } from 'vitest'
import { foldText } from '../../../src/text/fold.ts'

test.each([
  // Kana, after Hepburn.
  ['キャッチ', 'kyatchi'],
  ['まっちゃ', 'matcha'],
  ['ラーメン', 'ramen'],
  ['ティファニー', 'tifani'],
  ['ヴァイオリン', 'vaiorin'],
  ['ウィーン チェロ', 'win chero'],
  ['クァルテット', 'kwarutetto'],
  ['なぁ いすゞ', 'na isuzu'],
  ['っ', ''],
  // Hangul, as it is spoken.
  ['봄날', 'bomnal'],
  ['한라', 'halla'],
  ['독립', 'dongnip'],
  ['같이', 'gachi'],
  ['음악', 'eumak'],
  ['좋아', 'joa'],
  ['축하', 'chuka'],
  // Greek.
  ['Ζορμπάς', 'zormpas'],
  ['Ευαγγελία', 'evangelia'],
  ['Ελευθερία', 'eleftheria'],
  ['Μπάμπης', 'bampis'],
  ['Μαΐου', 'maiou'],
  // Hebrew and Arabic, by what is written.
  ['שלום', 'shlwm'],
  ['שָׁלוֹם', 'shlwm'],
  ['فيروز', 'fyrwz'],
  ['العَرَبِيّة', 'alarbya'],
  // Cyrillic.
  ['Объём', 'obem'],
  ['Щастя', 'shchastya'],
])('%s is folded to %j', (text, folded) => {
  expect(foldText(text)).toBe(folded)
  expect(foldText(text.normalize('NFD'))).toBe(folded)
})

test.each([
  ['國', '国'],
  ['櫻', '桜'],
  ['樱', '桜'],
  ['氣', '気'],
  ['藝', '芸'],
  ['後', '后'],
  ['髙', '高'],
  ['妳', '你'],
  ['廣', '広'],
])('%s and %s are one character', (one, other) => {
  expect(foldText(one)).toBe(foldText(other))
})

test.each([
  ['时间', '事件'],
  ['遇见', '预见'],
  ['李', '黎'],
  ['她', '他'],
])('%s and %s are two, though they sound alike', (one, other) => {
  expect(foldText(one)).not.toBe(foldText(other))
})
