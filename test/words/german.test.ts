import { expect, test } from 'vitest'
import { backupOptions } from '../../src/model/backup/options.ts'
import { de } from '../../src/words/de/index.ts'
import { en } from '../../src/words/en/index.ts'
import { listPhrases, listSentences } from '../support/words/sentences.ts'

/** What has the same name in both languages. */
const alike = [
  'evidence.fields.isrc',
  'guide.spotify.facts.premium',
  'guide.spotify.facts.isrc',
  'guide.spotify.ways.exportify.title',
  'evidence.links.watch',
  'evidence.links.homepage',
  'evidence.facts.checksum',
  'doctor.Node',
  'doctor.Encoder',
  'packages.kinds.crate',
  'terminal.reportFiles.playlist',
  'missing.columns.album',
]

const isWord = (text: string) => /\p{L}{2}/u.test(text)

test('nothing that is said in English is said alike in German, but names', () => {
  const german = new Map(listSentences(de))
  const same = listSentences(en).filter(
    ([path, said]) => isWord(said) && german.get(path) === said && !alike.includes(path),
  )
  expect(same).toEqual([])
})

test('nor are two words of a sentence with parameters', () => {
  const german = new Set(listPhrases(de))
  const same = listPhrases(en).filter(
    (phrase) => phrase.split(' ').filter(isWord).length > 1 && german.has(phrase),
  )
  expect(same).toEqual([])
})

test('nor is the help of an option', () => {
  const texts = listSentences(backupOptions).filter(([path]) => path.endsWith('.en'))
  const german = new Map(listSentences(backupOptions))
  expect(texts.length).toBeGreaterThan(20)
  const same = texts.filter(([path, said]) => german.get(path.replace(/en$/, 'de')) === said)
  expect(same).toEqual([])
})
