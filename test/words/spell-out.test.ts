import { expect, test } from 'vitest'
import { reason, textReason } from '../../src/model/reason.ts'
import { readReason, readReasons, readSpelled, spellOut } from '../../src/words/spell-out.ts'

const agrees = reason('match.agrees')
const lengths = reason('match.several-lengths', { shortestMs: 187_000, longestMs: 221_000 })
const lengthsInWords = 'lengths from 3:07 to 3:41 go by this name'

test('a reason is written as its sentence, with its code beside it, and read again', () => {
  const stored = spellOut({ reason: agrees, notes: [lengths] })
  expect(stored).toEqual({
    reason: 'Title, artist and version agree.',
    reasonCode: agrees,
    notes: [lengthsInWords],
    notesCodes: [lengths],
  })
  expect(spellOut(stored)).toEqual(stored)
  const read = JSON.parse(JSON.stringify(stored))
  expect(readReason(read, 'reason')).toEqual(agrees)
  expect(readReasons(read, 'notes')).toEqual([lengths])
})

test('words among reasons stay what they are', () => {
  expect(spellOut({ notes: ['as it was', lengths] })).toEqual({
    notes: ['as it was', lengthsInWords],
    notesCodes: [textReason('as it was'), lengths],
  })
})

test('a sentence written before codes were is recognised where it has no parameters', () => {
  const stored = { reason: 'Title, artist and version agree.', notes: ['remaster', lengthsInWords] }
  expect(readReason(stored, 'reason')).toEqual(agrees)
  expect(readReasons(stored, 'notes')).toEqual([
    reason('match.remaster'),
    textReason(lengthsInWords),
  ])
})

test('values that were compared are read again; without a code they stay the words that they are', () => {
  const live = reason('match.versions', { versions: [], album: 'live' })
  const evidence = { field: 'version', level: reason('match.live-album'), weight: -2 }
  const stored = spellOut({ ...evidence, left: reason('match.plain'), right: live })
  expect(stored).toMatchObject({ left: 'plain', right: 'live album', rightCode: live })
  expect(readSpelled(stored)).toEqual({ ...evidence, left: reason('match.plain'), right: live })
  // A title may be what is said of an agreement elsewhere.
  const titles = { field: 'title', left: 'exact', right: 'plain' }
  expect(readSpelled(titles)).toEqual(titles)
})
