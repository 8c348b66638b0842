import { expect, test } from 'vitest'
import { textReason } from '../../src/model/reason.ts'
import { CircuitBreaker } from '../../src/source/circuit-breaker.ts'
import { StorageError } from '../../src/words/user-error.ts'

const { signal } = new AbortController()

/** A place that answers and fails as told, and counts how often it was asked. */
function placeOf(answers: readonly ('well' | 'down')[]) {
  let asked = 0
  const call = async () => {
    if (answers[asked++] === 'down') throw new Error(`down for the ${asked}. time`)
    return 'found'
  }
  return { call, asked: () => asked }
}

const lastReason = textReason('down for the 3. time')

test('a place that fails three times in a row is left alone, and told once with its last reason', async () => {
  const breaker = new CircuitBreaker()
  const told: unknown[] = []
  using _ = breaker.listen((each) => told.push(each))
  const place = placeOf(['down', 'down', 'down', 'well'])
  const said: unknown[] = []
  for (let time = 0; time < 5; time++) said.push(await breaker.ask('Down', place.call, signal))
  expect(place.asked()).toBe(3)
  expect(said.slice(2)).toEqual(
    Array.from({ length: 3 }, () => ({ kind: 'unanswered', by: 'Down', reason: lastReason })),
  )
  const leftAlone = { source: 'Down', reason: lastReason, leftAlone: true }
  expect(breaker.unavailable).toEqual([leftAlone])
  expect(told).toEqual([{ kind: 'left-alone', unavailable: leftAlone }])
  expect(await breaker.ask('Another', placeOf(['well']).call, signal)).toEqual({
    kind: 'answered',
    value: 'found',
  })
})

test('questions that wait when a place is given up do not wait any longer', async () => {
  const breaker = new CircuitBreaker()
  const forEver = (timely: AbortSignal) =>
    new Promise<never>((_, reject) => {
      timely.addEventListener('abort', () => reject(timely.reason))
    })
  const waiting = breaker.ask('Down', forEver, signal)
  const place = placeOf(['down', 'down', 'down'])
  for (let time = 0; time < 3; time++) await breaker.ask('Down', place.call, signal)
  expect(await waiting).toEqual({ kind: 'unanswered', by: 'Down', reason: lastReason })
})

test('an answer in between begins the count anew', async () => {
  const breaker = new CircuitBreaker()
  const place = placeOf(['down', 'down', 'well', 'down', 'down', 'well'])
  for (let time = 0; time < 6; time++) await breaker.ask('Shaky', place.call, signal)
  expect(place.asked()).toBe(6)
  expect(breaker.unavailable).toMatchObject([{ source: 'Shaky', leftAlone: undefined }])
})

test('a stop and a full disk are nobody’s failure', async () => {
  const breaker = new CircuitBreaker()
  const full = async () => Promise.reject(new StorageError('The disk is full.'))
  await expect(breaker.ask('Any', full, signal)).rejects.toBeInstanceOf(StorageError)
  const stopped = AbortSignal.abort(new Error('enough'))
  const stop = async () => Promise.reject(stopped.reason)
  await expect(breaker.ask('Any', stop, stopped)).rejects.toBe(stopped.reason)
  expect(breaker.unavailable).toEqual([])
})
