import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Job, RunEntry } from '../../src/api/contract.ts'
import type { Limits } from '../../src/server/limits.ts'
import { english } from '../../src/words/english.ts'
import { type Memory, openMemory } from '../support/memory-context.ts'
import {
  ask,
  makeHome,
  type Running,
  removeHome,
  serve,
  until,
} from '../support/servers/page-server.ts'

let home: string
let memory: Memory
let running: Running
let listeners: Listener[] = []

beforeEach(async () => {
  home = await makeHome()
  memory = openMemory(home)
  memory.putJob('one')
  running = await serve(memory.context, home)
})

afterEach(async () => {
  for (const listener of listeners) listener.socket.destroy()
  listeners = []
  await running[Symbol.asyncDispose]()
  await removeHome(home)
  expect(running.log).toEqual([])
})

async function restart(limits: Partial<Limits>) {
  await running[Symbol.asyncDispose]()
  running = await serve(memory.context, home, { limits })
}

interface Listener {
  readonly socket: Socket
  /** All that has come, from the status line on. */
  text: string
}

/** Listens as a browser does, on a connection that is read at once. */
function listen(query = '', headers = ''): Listener {
  const socket = connect(running.port, '127.0.0.1')
  const listener: Listener = { socket, text: '' }
  const host = `Host: localhost:${running.port}\r\n`
  socket.write(`GET /api/events${query} HTTP/1.1\r\n${host}${headers}\r\n`)
  socket.setEncoding('utf8').on('data', (piece) => (listener.text += piece))
  socket.on('error', () => {})
  listeners.push(listener)
  return listener
}

interface Told {
  readonly event: string
  readonly id: number | undefined
  // biome-ignore lint/suspicious/noExplicitAny: what it must be is what the test says.
  readonly data: any
}

/** What a listener was told, comments left out. */
function told({ text }: Listener): readonly Told[] {
  const body = text.replaceAll(/\r\n[0-9a-f]+\r\n/g, '')
  return [...body.matchAll(/(?:id: (\d+)\n)?event: (\w+)\ndata: ([^\r\n]*)\n\n/g)].map(
    ([, id, event = '', data = '']) => ({
      event,
      id: id === undefined ? undefined : Number(id),
      data: JSON.parse(data),
    }),
  )
}

const entriesOf = (listener: Listener): readonly RunEntry[] =>
  told(listener).flatMap(({ event, data }) => (event === 'entries' ? data : []))

const jobsOf = (listener: Listener): readonly (readonly Job[])[] =>
  told(listener).flatMap(({ event, data }) => (event === 'jobs' ? [data] : []))

const comes = (look: () => boolean) => until(async () => (look() ? true : undefined))

describe('jobs', () => {
  test('all of them at first, then those that changed', async () => {
    memory.putJob('two')
    const listener = listen()
    await comes(() => jobsOf(listener).length === 1)
    expect(listener.text).toMatch(/^HTTP\/1.1 200 OK\r\n/)
    expect(listener.text).toMatch(/\r\ncontent-type: text\/event-stream/i)
    expect(listener.text).toMatch(/\r\ncache-control: no-store/i)
    memory.putJob('one', { state: 'paused' })
    await comes(() => jobsOf(listener).length === 2)
    memory.putJob('three')
    await comes(() => jobsOf(listener).length === 3)
    expect(jobsOf(listener).map((jobs) => jobs.map(({ id }) => id))).toEqual([
      ['two', 'one'],
      ['one'],
      ['three'],
    ])
    expect(jobsOf(listener)[1]?.[0]?.state).toBe('paused')
  })

  test('a title can end no event and begin no other', async () => {
    const title = 'x\n\nevent: entries\ndata: []\r\n\r\nid: 7\u2028\u0000'
    memory.putJob('one', { title })
    const listener = listen()
    await comes(() => jobsOf(listener).length === 1)
    expect(told(listener)).toHaveLength(1)
    expect(jobsOf(listener)[0]?.[0]?.title).toBe(title)
  })
})

describe('entries', () => {
  test('those after the number that is named, and then as they change', async () => {
    memory.putEntries('one', ['a', 'b', 'c'])
    const listener = listen('?job=one&after=1')
    await comes(() => entriesOf(listener).length === 2)
    memory.putEntries('one', ['a'])
    await comes(() => entriesOf(listener).length === 3)
    expect(entriesOf(listener).map(({ key }) => key)).toEqual(['b', 'c', 'a'])
    expect(told(listener).findLast(({ event }) => event === 'entries')?.id).toBe(4)
  })

  test('whoever comes back misses nothing, and hears nothing twice', async () => {
    memory.putEntries('one', ['a', 'b'])
    const first = listen('?job=one&after=0')
    await comes(() => entriesOf(first).length === 2)
    first.socket.destroy()
    memory.putEntries('one', ['b', 'c'])
    const second = listen('?job=one&after=0', 'Last-Event-ID: 2\r\n')
    await comes(() => entriesOf(second).length === 2)
    expect(entriesOf(second).map(({ key }) => key)).toEqual(['b', 'c'])
  })

  test('of what changes all the time, the last is told, and not every step to it', async () => {
    const listener = listen('?job=one')
    await comes(() => jobsOf(listener).length === 1)
    const keys = Array.from({ length: 400 }, (_, index) => `0.${index + 1}`)
    for (let round = 0; round < 50; round++) {
      memory.putEntries('one', keys, `round ${round}`)
      await pause(4)
    }
    const last = () => new Map(entriesOf(listener).map((entry) => [entry.key, entry]))
    await comes(
      () =>
        [...last().values()].filter((each) => 'text' in each && english(each.text) === 'round 49')
          .length === 400,
    )
    expect(entriesOf(listener).length).toBeLessThan(50 * 400)
  })

  test('ten thousand come in batches of at most 500', async () => {
    await restart({ batchMs: 1 })
    memory.putEntries(
      'one',
      Array.from({ length: 10_000 }, (_, index) => `0.${index}`),
    )
    const listener = listen('?job=one')
    await comes(() => entriesOf(listener).length === 10_000)
    const batches = told(listener).filter(({ event }) => event === 'entries')
    expect(batches.map(({ data }) => data.length)).toEqual(Array(20).fill(500))
    expect(batches.map(({ id }) => id)).toEqual(batches.map((_, index) => (index + 1) * 500))
  })

  test('the line ends with the job', async () => {
    const listener = listen('?job=one')
    await comes(() => jobsOf(listener).length === 1)
    memory.drop('one')
    await comes(() => listener.text.endsWith('0\r\n\r\n'))
    expect(await ask(running.address, '/api/events?job=one')).toMatchObject({ status: 404 })
  })
})

test('a silent line says that it is there', async () => {
  await restart({ heartbeatMs: 10, batchMs: 1 })
  const listener = listen()
  await comes(() => listener.text.split('\n: here\n').length > 3)
  expect(jobsOf(listener)).toHaveLength(1)
})

describe('whoever does not read', () => {
  const flood = async () => {
    for (let round = 0; round < 200; round++) {
      const keys = Array.from({ length: 500 }, (_, index) => `0.${index}`)
      memory.putEntries('one', keys, `${round}`.padEnd(1000, 'x'))
      await pause(1)
    }
  }

  test('is sent no more than his connection holds, and left in the end; others go on', async () => {
    await restart({ batchMs: 1, unreadMs: 100 })
    const deaf = listen('?job=one')
    await comes(() => jobsOf(deaf).length === 1)
    deaf.socket.pause()
    const hearing = listen('?job=one')
    const before = process.memoryUsage().arrayBuffers
    await flood()
    // 100 MB were there to be said.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50e6)
    const closed = new Promise((resolve) => deaf.socket.once('close', resolve))
    deaf.socket.resume()
    await closed
    expect(deaf.text.endsWith('0\r\n\r\n')).toBe(false)
    memory.putEntries('one', ['the last'])
    await comes(() => entriesOf(hearing).some(({ key }) => key === 'the last'))
  })
})

describe('how many may listen', () => {
  test('so many of one client, and a place is free again when one leaves', async () => {
    await restart({ streamsEach: 3 })
    const three = [listen(), listen(), listen()]
    await comes(() => three.every(({ text }) => text.includes('event: jobs')))
    const fourth = await ask(running.address, '/api/events')
    expect([fourth.status, fourth.headers['retry-after']]).toEqual([429, '5'])
    three[0]?.socket.destroy()
    const again = listen()
    await until(async () => {
      if (again.text.includes('event: jobs')) return true
      if (!again.text.includes(' 429 ')) return undefined
      again.text = ''
      again.socket.write(`GET /api/events HTTP/1.1\r\nHost: localhost:${running.port}\r\n\r\n`)
      return undefined
    })
  })

  test('so many of all', async () => {
    await restart({ streams: 2 })
    const two = [listen(), listen()]
    await comes(() => two.every(({ text }) => text.includes('event: jobs')))
    expect(await ask(running.address, '/api/events')).toMatchObject({ status: 503 })
    expect(await ask(running.address, '/api/jobs')).toMatchObject({ status: 200 })
    two[0]?.socket.destroy()
    const isFree = async () =>
      (await ask(running.address, '/api/events', { method: 'HEAD' })).status === 200
    await until(async () => ((await isFree()) ? true : undefined))
  })
})

test.each([
  '?job=..%2f..',
  '?after=-1',
  '?after=x',
  '?after=1e3',
  `?after=${'9'.repeat(30)}`,
  '?job=none',
])('no line is opened by %s', async (query) => {
  const { status } = await ask(running.address, `/api/events${query}`)
  expect([400, 404]).toContain(status)
})

test('headers alone', async () => {
  const answer = await ask(running.address, '/api/events', { method: 'HEAD' })
  expect([answer.status, answer.headers['content-type']]).toEqual([
    200,
    'text/event-stream; charset=utf-8',
  ])
})
