import { expect, test } from 'vitest'
import { bareName, compareNames, TakenNames } from '../../../src/backup/identity/names.ts'

test.each([
  ['Mix', 'Mix', 'equal'],
  ['mix', 'Mix ', 'equal'],
  ['Cafe\u0301', 'Café', 'equal'],
  ['Mix', 'Mix (1)', 'alike'],
  ['Mix [2]', 'Mix(12)', 'alike'],
  ['Mix', 'Mix - Copy', 'alike'],
  ['Mix', 'Mix - Copy (2)', 'alike'],
  ['Mix', 'Mix – Kopie', 'alike'],
  ['Mix', 'Mix 2026-11-28', 'alike'],
  ['Mix', 'mix_20261128', 'alike'],
  ['Rock/Pop: 90s', 'Rock_Pop_ 90s', 'alike'],
  ['夜曲', '夜曲 (1)', 'alike'],
  ['Best of 2019', 'Best of 2020', 'other'],
  ['Mix', 'Mixer', 'other'],
  ['北京', '背景', 'other'],
  ['!!!', '???', 'other'],
  ['(1)', '(2)', 'other'],
  ['', '?', 'other'],
])('%j and %j: %s', (a, b, kind) => {
  expect(compareNames(a, b)).toBe(kind)
  expect(compareNames(b, a)).toBe(kind)
})

test('a name that is nothing but an addition stays a name', () => {
  expect([bareName('(1)'), bareName('Copy'), bareName('2026-11-28')]).toEqual([
    '(1)',
    'Copy',
    '2026-11-28',
  ])
})

test('of lists with one name each later one has a number; its own name is free for each', () => {
  const names = new TakenNames()
  names.take('Mix', 'a')
  names.take('mix (2)', 'b')
  expect(['a', 'b', 'c'].map((id) => names.freeFor(id, 'Mix'))).toEqual([
    'Mix',
    'Mix (2)',
    'Mix (3)',
  ])
})
