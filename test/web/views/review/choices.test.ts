import { describe, expect, it } from 'vitest'
import type { Details, Row } from '../../../../src/api/contract.ts'
import {
  chooseCandidate,
  countLikely,
  isDoubtful,
  nextOpen,
  readShortcut,
  undoStepOf,
} from '../../../../web/views/review/decisions/choices.ts'

const row = (position: number, rest: Partial<Row> = {}): Row => ({
  kind: 'row',
  key: `0.${position}`,
  list: 0,
  position,
  state: 'ambiguous',
  title: 'Tide',
  artists: [],
  ...rest,
})

const details = (decision?: Details['decision']): Details => ({
  key: '0.1',
  candidates: [],
  decision,
})
const at = '2026-11-21T08:00:00Z'

describe('what is reviewed', () => {
  it('is ambiguous or in doubt, decided or not', () => {
    expect(isDoubtful(row(1))).toBe(true)
    expect(isDoubtful(row(1, { state: 'review', decided: 'none' }))).toBe(true)
    expect(isDoubtful(row(1, { state: 'not-found' }))).toBe(false)
  })

  it('is settled by trust only where a licence is in doubt', () => {
    expect(chooseCandidate(row(1), 2)).toEqual({ kind: 'candidate', candidate: 2 })
    expect(chooseCandidate(row(1, { state: 'review' }), 0)).toEqual({
      kind: 'candidate',
      candidate: 0,
      trusted: true,
    })
  })
})

describe('stepFrom', () => {
  it.each([
    ['nothing', undefined, { before: undefined, isLost: false }],
    ['none of them', { kind: 'none', at }, { before: { kind: 'none' }, isLost: false }],
    [
      'another candidate',
      { kind: 'recording', candidate: 3, at },
      { before: { kind: 'candidate', candidate: 3 }, isLost: false },
    ],
    ['one that is gone', { kind: 'recording', at }, { before: undefined, isLost: true }],
  ] as const)('can go back to %s', (_, decision, step) => {
    expect(undoStepOf(row(1), details(decision))).toEqual({ key: '0.1', ...step })
  })
})

describe('countLikely', () => {
  it.each([
    [[], 0],
    [[0.001], 1],
    [[0.5, 0.4, 0.001], 2],
    [[0.001, 0.001, 0.001], 2],
    [Array.from({ length: 20 }, () => 0.05), 9],
  ])('of %j shows %i', (probabilities, count) => {
    const recording = { id: '1', source: 'library', title: 'Tide', artists: [] }
    const candidates = probabilities.map((probability) => ({
      match: { recording, probability, weight: 0, evidence: [], notes: [] },
    }))
    expect(countLikely(candidates)).toBe(count)
  })
})

describe('nextOpen', () => {
  const rows = [row(1), row(2, { decided: 'none' }), row(3), row(4, { decided: 'recording' })]
  it.each([
    [-1, 0],
    [0, 2],
    [1, 2],
    [2, 0],
    [3, 0],
  ])('after %i comes %i', (from, to) => {
    expect(nextOpen(rows, from)).toBe(to)
  })

  it('is nowhere when all is decided', () => {
    expect(nextOpen([row(1, { decided: 'none' })], 0)).toBeUndefined()
    expect(nextOpen([], -1)).toBeUndefined()
  })
})

describe('readKey', () => {
  it.each([
    ['1', { kind: 'choose', candidate: 0 }],
    ['9', { kind: 'choose', candidate: 8 }],
    ['0', { kind: 'none' }],
    ['N', { kind: 'none' }],
    ['u', { kind: 'undo' }],
    ['j', { kind: 'next' }],
    ['K', { kind: 'previous' }],
    [' ', { kind: 'play' }],
    ['?', { kind: 'help' }],
    ['ArrowLeft', { kind: 'left' }],
    ['Enter', undefined],
    ['10', undefined],
    ['constructor', undefined],
  ])('%j', (key, asked) => {
    expect(readShortcut(key)).toEqual(asked)
  })
})
