import { describe, expect, it } from 'vitest'
import { de } from '../../../web/text/de/index.ts'
import { en } from '../../../web/text/en/index.ts'
import { listSentences } from '../../support/words/sentences.ts'

/** The same in both languages: names. */
const alike = new Set([
  'start.placeholder',
  'choices.formats.m4a',
  'choices.formats.ogg',
  'choices.id3s.2.4',
])

describe('the words of the page', () => {
  const english = listSentences(en)
  const german = new Map(listSentences(de))

  it('say something in German where they do in English', () => {
    const silent = english.filter(([path, said]) => said !== '' && german.get(path) === '')
    expect(silent).toEqual([])
  })

  it('are not English in German', () => {
    const same = english.filter(
      ([path, said]) =>
        /[a-z]{3}.* [a-z]{3}/.test(said) && german.get(path) === said && !alike.has(path),
    )
    expect(same).toEqual([])
  })

  it.each([
    [en.start.tracks(1), '1 track'],
    [en.start.tracks(2000), '2,000 tracks'],
    [de.start.tracks(2000), '2.000 Titel'],
    [
      en.job.openLong(1),
      'One track needs your decision: Songkeep is not sure which recording it is.',
    ],
    [de.format.bytes(1_234_567), '1,2 MB'],
    [en.format.bytes(999), '999 B'],
    [en.format.bytes(999_999_999), '1.0 GB'],
    [en.format.duration(187_400), '3:07'],
    [en.format.duration(3_723_000), '1:02:03'],
    [en.format.span(89_000), '89 s'],
    [en.format.span(65 * 60_000), '1 h 5 min'],
    [en.format.day('not a day'), 'not a day'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected)
  })
})
