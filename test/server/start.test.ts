import { connect, createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '../../src/app/context.ts'
import { isLoopback, nameClient } from '../../src/server/addresses.ts'
import { UserError } from '../../src/words/user-error.ts'
import { openMemory } from '../support/memory-context.ts'
import { ask, askJson, makeHome, removeHome, serve } from '../support/servers/page-server.ts'

let home: string

beforeEach(async () => {
  home = await makeHome()
})
afterEach(() => removeHome(home))

const start = (options: Parameters<typeof serve>[2]) =>
  serve(openMemory(home).context, home, options)

describe('it does not start', () => {
  test.each(['0.0.0.0', '::', '192.168.1.2', 'example.org'])(
    'where others can reach it without a password: %s',
    async (host) => {
      await expect(start({ host })).rejects.toThrow(UserError)
      await expect(start({ host, password: '' })).rejects.toThrow(/password/)
    },
  )

  test('on a port that is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    const refused = await start({ port }).catch((error: unknown) => error)
    other.close()
    expect(refused).toBeInstanceOf(UserError)
    expect(String(refused)).toContain(`Port ${port} of 127.0.0.1 is in use`)
    expect((refused as UserError).hint).toContain(`--port ${port + 1}`)
  })

  test('at an address that is not ours', async () => {
    await expect(start({ host: '192.0.2.1', password: 'x' })).rejects.toThrow(UserError)
  })

  test('without a page', async () => {
    for (const webDir of [
      join(home, 'nowhere'),
      join(home, 'web/assets'),
      join(home, 'web/index.html'),
    ]) {
      const refused = await start({ webDir }).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(UserError)
      expect((refused as UserError).hint).toContain('npm run build')
    }
  })
})

test('it says where it is, on IPv6 too', async () => {
  const v6 = Object.values(networkInterfaces()).some((all) =>
    all?.some((one) => one.address === '::1'),
  )
  for (const [host, told] of [
    ['127.0.0.1', '127.0.0.1'],
    ['localhost', 'localhost'],
    ...(v6 ? [['::1', '[::1]']] : []),
  ]) {
    await using running = await start({ host: host ?? '' })
    expect(running.address).toBe(`http://${told}:${running.port}`)
    expect(await ask(running.address, '/')).toMatchObject({ status: 200 })
  }
})

test('whom others reach by an address answers to that address', async () => {
  await using running = await start({ host: '0.0.0.0', password: 'x' })
  expect(await ask(running.address, '/')).toMatchObject({ status: 200 })
  const headers = { Host: `192.0.2.1:${running.port}` }
  expect(await ask(running.address, '/', { headers })).toMatchObject({ status: 421 })
})

test('it ends though somebody listens, and somebody else has not said what he wants', async () => {
  const running = await start({})
  const listening = ask(running.address, '/api/events')
  const silent = connect(running.port, '127.0.0.1')
  silent.on('error', () => {})
  const closed = new Promise((resolve) => silent.once('close', resolve))
  await new Promise((resolve) => silent.once('connect', resolve))
  silent.write('GET / HT')
  await ask(running.address, '/')
  await running[Symbol.asyncDispose]()
  await Promise.all([listening, closed])
  await expect(ask(running.address, '/')).rejects.toThrow(/ECONNREFUSED/)
})

test('what is under way when it ends is told so, and is no fault that is logged', async () => {
  const memory = openMemory(home)
  let begun = () => {}
  const working = new Promise<void>((resolve) => (begun = resolve))
  const preview: Context['preview'] = (_, __, signal) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
      begun()
    })
  const running = await serve({ ...memory.context, preview }, home)
  const body = { inputs: [{ kind: 'link', link: 'https://example.org/' }] }
  const asked = askJson(running.address, '/api/preview', 'POST', body)
  await working
  await running[Symbol.asyncDispose]()
  expect(await asked).toMatchObject({ status: 503 })
  expect(running.log).toEqual([])
})

test('which addresses are one client', () => {
  expect(['127.0.0.1', '127.9.9.9', '::1', 'localhost'].every(isLoopback)).toBe(true)
  expect(['0.0.0.0', '::', '10.0.0.1', 'localhost.example', ''].some(isLoopback)).toBe(false)
  expect(nameClient('::ffff:10.0.0.1')).toBe('10.0.0.1')
  expect(nameClient('2001:db8:1:2:3:4:5:6')).toBe(nameClient('2001:db8:1:2::9'))
  expect(nameClient('2001:db8::1')).toBe('2001:db8:0:0')
  expect(nameClient('fe80::1%eth0')).toBe('fe80:0:0:0')
  expect(nameClient('2001:db8:1:3::9')).not.toBe(nameClient('2001:db8:1:2::9'))
})
