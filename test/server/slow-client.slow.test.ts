import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Limits } from '../../src/server/limits.ts'
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
let sockets: Socket[] = []

beforeEach(async () => {
  home = await makeHome()
  memory = openMemory(home)
})

afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  sockets = []
  await running[Symbol.asyncDispose]()
  await removeHome(home)
  expect(running.log).toEqual([])
})

async function start(limits: Partial<Limits>) {
  running = await serve(memory.context, home, { limits })
}

interface Line {
  readonly socket: Socket
  readonly closed: Promise<void>
  text: string
}

function open(text: string): Line {
  const socket = connect(running.port, '127.0.0.1')
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  const line = { socket, closed, text: '' }
  socket.on('data', (piece) => (line.text += piece.toString('latin1')))
  socket.on('error', () => {})
  socket.write(text)
  sockets.push(socket)
  return line
}

/** Sends a sign now and then, for as long as it is heard. */
async function drip({ socket, closed }: Line, sign: string, ms: number) {
  let isOpen = true
  closed.then(() => (isOpen = false))
  while (isOpen) {
    socket.write(sign)
    await pause(ms)
  }
}

const post = (path: string, more = '') =>
  `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${running.port}\r\n${more}\r\n`
const json = 'Content-Type: application/json\r\n'
const bytes = 'Content-Type: application/octet-stream\r\n'
const answers = async () =>
  expect(await ask(running.address, '/api/session')).toMatchObject({ status: 200 })

describe('a client that is slow on purpose is left', () => {
  test('with headers that never end', async () => {
    await start({ headersMs: 100 })
    const line = open(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${running.port}\r\n`)
    await drip(line, 'X: y\r\n', 20)
    expect(line.text).toMatch(/^HTTP\/1.1 408 /)
    await answers()
  })

  test('without a word', async () => {
    await start({ headersMs: 100 })
    await open('').closed
    await answers()
  })

  test('with JSON that never ends', async () => {
    await start({ bodyMs: 100 })
    const line = open(post('/api/jobs', `${json}Content-Length: 100000\r\n`))
    await drip(line, ' ', 20)
    expect(line.text).toMatch(/^HTTP\/1.1 408 .*"message"/s)
    await answers()
  })

  test('with an upload that stands still; one that comes slowly is waited for', async () => {
    await start({ idleMs: 1000 })
    const still = open(post('/api/uploads?name=still', `${bytes}Content-Length: 100000\r\n`))
    still.socket.write('some')
    const slow = open(post('/api/uploads?name=slow', `${bytes}Content-Length: 25\r\n`))
    for (const sign of 'slow, but sign after sign') {
      slow.socket.write(sign)
      await pause(60)
    }
    await until(async () => memory.received.get('slow'))
    await still.closed
    expect(still.text).toMatch(/^HTTP\/1.1 408 /)
    expect(memory.received.has('still')).toBe(false)
    await answers()
  })

  test('that does not read what it has asked for', async () => {
    await writeFile(join(home, 'long.mp3'), Buffer.alloc(50_000_000))
    await start({ idleMs: 200 })
    const line = open('')
    line.socket.pause()
    const host = `Host: 127.0.0.1:${running.port}`
    line.socket.write(`GET /api/archives/a/files/long.mp3 HTTP/1.1\r\n${host}\r\n\r\n`)
    await pause(3000)
    line.socket.resume()
    await line.closed
    expect(line.text.length).toBeLessThan(50_000_000)
    await answers()
  })

  test('but not one that waits for us', async () => {
    await start({ idleMs: 100 })
    memory.examine = async () => {
      await pause(500)
      return []
    }
    expect(await ask(running.address, '/api/doctor')).toMatchObject({ status: 200 })
  })
})

describe('an upload', () => {
  test('that breaks off is told to whoever stores it', async () => {
    await start({})
    const line = open(post('/api/uploads?name=broken', `${bytes}Content-Length: 100000\r\n`))
    line.socket.write('some')
    await until(async () => memory.begun[0])
    line.socket.destroy()
    await until(async () => memory.broken[0])
    expect(memory.received.size).toBe(0)
    await answers()
  })

  test('that is too large is refused while it comes', async () => {
    await start({})
    const answer = await ask(running.address, '/api/uploads?name=large', {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: Buffer.alloc(3 << 20),
    })
    expect(answer).toMatchObject({ status: 413, json: { message: 'This is larger than 1 MB.' } })
    expect(memory.received.size).toBe(0)
  })

  test('is never held as a whole', async () => {
    Object.assign(memory.context.uploads, {
      async receive(name: string, pieces: AsyncIterable<Uint8Array>) {
        let [size, largest] = [0, 0]
        for await (const piece of pieces) {
          size += piece.length
          largest = Math.max(largest, piece.length)
        }
        return { id: String(largest), name, bytes: size }
      },
    })
    await start({})
    const { json: told } = await ask(running.address, '/api/uploads?name=x', {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: Buffer.alloc(20_000_000),
    })
    expect(told.bytes).toBe(20_000_000)
    expect(Number(told.id)).toBeLessThan(1 << 20)
  })

  test('of a body of JSON is no way around its limit', async () => {
    await start({ jsonBytes: 1000 })
    const path = '/api/preview'
    const unsized: Readonly<Record<string, string>> = { 'Transfer-Encoding': 'chunked' }
    for (const headers of [{}, unsized])
      expect(
        await ask(running.address, path, {
          method: 'POST',
          headers,
          body: `"${'x'.repeat(2000)}"`,
        }),
      ).toMatchObject({ status: 413 })
  })
})

describe('floods', () => {
  test('of requests: so many at once, then so many a second', async () => {
    await start({ burst: 30, perSecond: 1 })
    const all = await Promise.all(
      Array.from({ length: 60 }, () => ask(running.address, '/api/jobs')),
    )
    const refused = all.filter(({ status }) => status === 429)
    expect(all.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(30)
    expect(refused.length).toBeGreaterThan(20)
    for (const { headers } of refused) expect(headers['retry-after']).toMatch(/^[12]$/)
    await until(async () => ((await ask(running.address, '/')).status === 200 ? true : undefined))
  })

  test.each([
    ['one address', { connectionsEach: 50, connections: 500 }],
    ['all', { connectionsEach: 500, connections: 50 }],
  ])('of connections of %s: those that say nothing make room again', async (_, limits) => {
    await start({ ...limits, headersMs: 300 })
    const silent = Array.from({ length: 200 }, () => open(''))
    await until(async () =>
      (await ask(running.address, '/').catch(() => undefined))?.status === 200 ? true : undefined,
    )
    await Promise.all(silent.map(({ closed }) => closed))
    await answers()
  })

  // macOS has one address of its own, until it is given more.
  test.skipIf(process.platform === 'darwin')(
    'of connections from one address leave room for others',
    async () => {
      await start({ connectionsEach: 5, headersMs: 60_000 })
      const silent = Array.from({ length: 20 }, () => open(''))
      await until(async () =>
        silent.filter(({ socket }) => socket.closed).length === 15 ? true : undefined,
      )
      const other = connect({ port: running.port, host: '127.0.0.1', localAddress: '127.0.0.2' })
      sockets.push(other)
      other.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${running.port}\r\nConnection: close\r\n\r\n`)
      const [first] = await once(other, 'data')
      expect(String(first)).toMatch(/^HTTP\/1.1 200 /)
    },
  )

  test('of requests on one line, one behind the other', async () => {
    await start({ burst: 100, perSecond: 1 })
    const line = open('')
    const host = `Host: 127.0.0.1:${running.port}`
    line.socket.write(`GET /api/jobs HTTP/1.1\r\n${host}\r\n\r\n`.repeat(500))
    line.socket.write(`GET /api/jobs HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`)
    await line.closed
    const statuses = [...line.text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)
    expect(statuses.filter((status) => status === '200').length).toBeLessThan(110)
    expect(statuses.filter((status) => status === '429').length).toBeGreaterThan(300)
  })
})
