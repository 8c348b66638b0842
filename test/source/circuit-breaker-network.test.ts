import { expect, test } from 'vitest'
import type { LineState } from '../../src/base/http/http.ts'
import { CircuitBreaker } from '../../src/source/circuit-breaker.ts'

const { signal } = new AbortController()

/** A breaker with a network that the test switches off and on, and a clock that it moves. */
function open() {
  const state = { line: 'up' as LineState, now: 0, asked: [] as string[] }
  const breaker = new CircuitBreaker({ line: () => state.line, now: () => state.now })
  const told: string[] = []
  breaker.listen((news) =>
    told.push(news.kind === 'network' ? news.state : news.unavailable.source),
  )
  const ask = async (title: string, isUp: boolean, line: LineState) => {
    const asked = await breaker.ask(
      title,
      async () => {
        state.asked.push(title)
        state.line = line
        if (!isUp) throw new Error('no such name')
      },
      signal,
    )
    return asked.kind === 'answered' || asked.reason
  }
  return { state, breaker, told, ask }
}

test('without a network nobody is blamed and nobody is asked, until it is back', async () => {
  const { state, breaker, told, ask } = open()
  for (let time = 0; time < 4; time++) await ask('A', false, 'unsure')
  // One host that fails may be to blame, or the network: nothing is told yet.
  expect(told).toEqual([])
  expect(await ask('B', false, 'none')).toMatchObject({ code: 'network.none' })
  expect(await ask('C', false, 'none')).toMatchObject({ code: 'network.none' })
  expect(told).toEqual(['none'])
  expect(state.asked).toEqual(['A', 'A', 'A', 'B'])
  expect(breaker.unavailable).toEqual([])
  expect(breaker.network).toMatchObject({ code: 'backup.network-none' })
  state.now = 31_000
  expect(await ask('A', false, 'none')).toMatchObject({ code: 'network.none' })
  expect(await ask('B', false, 'none')).toMatchObject({ code: 'network.none' })
  expect(state.asked.slice(4)).toEqual(['A'])
  state.now = 62_000
  expect(await ask('A', true, 'up')).toBe(true)
  expect(await ask('B', true, 'up')).toBe(true)
  expect(told).toEqual(['none', 'back'])
  expect(breaker.network).toMatchObject({ code: 'backup.network-back' })
})

test('a host that fails alone is blamed once another answers', async () => {
  const { breaker, told, ask } = open()
  for (let time = 0; time < 3; time++) await ask('A', false, 'unsure')
  expect(await ask('B', true, 'up')).toBe(true)
  expect(told).toEqual(['A'])
  expect(breaker.unavailable).toMatchObject([{ source: 'A', leftAlone: true }])
  await ask('C', false, 'unsure')
  await ask('D', false, 'lost')
  expect(told).toEqual(['A', 'lost'])
  // It was left alone before there was no network, and stays so.
  expect(breaker.unavailable).toMatchObject([{ source: 'A', leftAlone: true }])
  expect(breaker.network).toMatchObject({ code: 'backup.network-lost' })
})

test('what was found out while nobody listened is told to whoever comes', async () => {
  const line: LineState = 'none'
  const breaker = new CircuitBreaker({ line: () => line })
  await breaker.ask('A', () => Promise.reject(new Error('no such name')), signal)
  const told: unknown[] = []
  breaker.listen((news) => told.push(news))
  breaker.listen((news) => told.push(news))
  expect(told).toEqual([{ kind: 'network', state: 'none' }])
  expect(breaker.takeUntold()).toEqual([])
})
