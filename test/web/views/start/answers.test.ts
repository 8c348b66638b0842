import { describe, expect, it } from 'vitest'
import type { IncomingList } from '../../../../src/api/contract.ts'
import { BackupJobRequest } from '../../../../src/api/jobs.ts'
import {
  answersOf,
  choiceOf,
  isCertain,
  keyOf,
  NEW,
  type Said,
} from '../../../../web/views/start/lists/answers.ts'

const asked: IncomingList = {
  playlist: 'Mix',
  place: 0,
  name: 'Mix',
  isKnown: true,
  candidates: [
    { id: 'one', name: 'Mix', same: 40, of: 44 },
    { id: 'two', name: 'Mix (2)', same: 3, of: 44 },
  ],
  suggested: 'one',
  newId: 'fresh',
}
const sure: IncomingList = { ...asked, playlist: 'Sure', candidates: [], suggested: undefined }

const answer = (list: IncomingList, said?: Said) =>
  answersOf([list], new Map(said ? [[keyOf(list), said]] : []))

describe('what goes into an order', () => {
  it.each<[string, IncomingList, Said | undefined, object | undefined]>([
    ['what is suggested, where nothing was said', asked, undefined, { list: 'one' }],
    ['what was chosen', asked, { list: 'two' }, { list: 'two' }],
    ['a new list, by the id that is kept for it', asked, { list: NEW }, { list: 'fresh' }],
    [
      'a new list, where nothing is suggested',
      { ...asked, suggested: undefined },
      {},
      { list: 'fresh' },
    ],
    ['not a list of another archive', asked, { list: 'elsewhere' }, { list: 'one' }],
    ['another name', sure, { as: ' Best ' }, { as: 'Best' }],
    ['nothing where nothing is asked', sure, { as: ' ' }, undefined],
  ])('%s', (_, list, said, expected) => {
    const { playlist, place } = list
    const given = answer(list, said)
    expect(given).toEqual(expected && [{ playlist, place, ...expected }])
    expect(BackupJobRequest.shape.answers.parse(given)).toEqual(given)
  })

  it('goes by the place of several of one name', () => {
    const second = { ...asked, place: 1 }
    const answers = new Map([[keyOf(second), { list: 'two' }]])
    expect(answersOf([asked, second], answers)).toMatchObject([
      { place: 0, list: 'one' },
      { place: 1, list: 'two' },
    ])
    expect(choiceOf(asked, answers.get(keyOf(asked)))).toBe('one')
  })
})

const [likest] = asked.candidates
const one = { ...asked, candidates: likest ? [likest] : [] }

it.each<[string, IncomingList, boolean]>([
  ['one that is much like the only list of its name', one, true],
  ['one that is like several', asked, false],
  ['one of another name', { ...one, playlist: 'Mixtape' }, false],
  ['one that nothing is suggested for', { ...one, suggested: undefined }, false],
  [
    'one that has little of it',
    { ...one, candidates: [{ id: 'one', name: 'Mix', same: 20, of: 44 }] },
    false,
  ],
])('nobody is asked about %s: %#', (_, list, isIt) => {
  expect(isCertain(list)).toBe(isIt)
})
