import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { runCommand, runCommandHere } from '../../src/base/process/command.ts'
import { WorkerDiedError, WorkerProcess } from '../../src/base/process/worker.ts'
import { StorageError, UserError } from '../../src/words/user-error.ts'

const node = (script: string, options = {}) => runCommand(process.execPath, ['-e', script], options)

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // Nobody may have taken note of its end yet.
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

async function untilGone(...pids: number[]) {
  while (pids.some(isRunning)) await setTimeout(20)
}

describe('a command', () => {
  test('says its exit code and what it printed', async () => {
    const script = 'console.log("out"); console.error("err"); process.exitCode = 3'
    expect(await node(script)).toEqual({ code: 3, stdout: 'out\n', stderr: 'err\n' })
  })

  test('has nothing on its standard input and no shell', async () => {
    const script =
      'process.stdin.on("data", () => {}).on("end", () => console.log(process.argv[1]))'
    const { stdout } = await runCommand(process.execPath, ['-e', script, '$HOME; "&'])
    expect(stdout).toBe('$HOME; "&\n')
  })

  test('that does not exist is an error', async () => {
    await expect(runCommand('/nowhere/no-such-program', [])).rejects.toThrow('ENOENT')
  })

  test.skipIf(process.platform === 'win32')('that a signal ended says so', async () => {
    const { code, killedBy } = await node('process.kill(process.pid, "SIGTERM")')
    expect({ code, killedBy }).toEqual({ code: null, killedBy: 'SIGTERM' })
  })

  test('that says megabytes is quoted from both ends', async () => {
    const script = `
      process.stderr.write('first')
      for (let i = 0; i < 100; i++) process.stderr.write('x'.repeat(100_000))
      process.stderr.write('last')`
    const { stderr } = await node(script)
    expect(stderr.length).toBeLessThan(300_000)
    expect(stderr).toMatch(/^first/)
    expect(stderr).toMatch(/last$/)
  })

  test('run by a worker says how it ended, and its lines but for those that are skipped', async () => {
    const run = (script: string, skip = (_: string) => false) =>
      runCommandHere(process.execPath, ['-e', script], skip)
    const talk = `
      for (let i = 0; i < 5000; i++) process.stderr.write('noise é ' + i + '\\n')
      process.stderr.write('kept é\\nlast without an end')
      process.exitCode = 3`
    const seen: string[] = []
    const { code, stderr, endless } = await run(talk, (line) => {
      seen.push(line)
      return line.startsWith('noise')
    })
    expect({ code, stderr, endless }).toEqual({
      code: 3,
      endless: false,
      stderr: 'kept é\nlast without an end',
    })
    expect(seen.slice(0, 5001)).toEqual([
      ...Array.from({ length: 5000 }, (_, i) => `noise é ${i}`),
      'kept é',
    ])
    if (process.platform !== 'win32')
      expect(await run('process.kill(process.pid, "SIGTERM")')).toMatchObject({
        code: null,
        killedBy: 'SIGTERM',
      })
    const long = await run(
      'for (let i = 0; i < 100; i++) process.stderr.write("x".repeat(100_000))',
    )
    expect(long.stderr.length).toBeLessThan(300_000)
    const lost = runCommandHere('/nowhere/no-such-program', [], () => false)
    await expect(lost).rejects.toThrow('ENOENT')
  })

  test('is killed on abort with all that it started', async () => {
    const { promise: told, resolve } = Promise.withResolvers<string>()
    const server = createServer((socket) => socket.once('data', (data) => resolve(String(data))))
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { port } = server.address() as AddressInfo
    const abort = new AbortController()
    const running = node(
      `const { spawn } = require('node:child_process')
       const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
       require('node:net').connect(${port}, '127.0.0.1').write(process.pid + ' ' + child.pid)`,
      { signal: abort.signal },
    )
    const pids = (await told).split(' ').map(Number)
    expect(pids.every(isRunning)).toBe(true)
    abort.abort(new Error('enough'))
    await expect(running).rejects.toThrow('enough')
    await untilGone(...pids)
    server.close()
  })

  test('is killed after its time', async () => {
    const running = node('setInterval(() => {}, 1e3)', { timeoutMs: 300 })
    await expect(running).rejects.toMatchObject({ name: 'TimeoutError' })
  })

  test('is not started when the signal has come', async () => {
    await expect(node('', { signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow(
      'before',
    )
  })
})

describe('a worker', () => {
  const opened: WorkerProcess<object, unknown>[] = []
  const open = () => {
    const worker = new WorkerProcess<object, unknown>(
      new URL('../fixtures/base/worker.ts', import.meta.url),
      64,
    )
    opened.push(worker)
    return worker
  }
  afterEach(async () => {
    for (const worker of opened.splice(0)) await worker[Symbol.asyncDispose]()
  })

  test('answers one call after the other, bytes as bytes', async () => {
    const worker = open()
    for (const bytes of [Uint8Array.of(1, 2), Uint8Array.of()])
      expect(await worker.call({ kind: 'echo', bytes })).toEqual(bytes)
  })

  test('passes errors on as what they were, and lives', async () => {
    const worker = open()
    const userError = worker.call({ kind: 'user-error' })
    await expect(userError).rejects.toBeInstanceOf(UserError)
    await expect(userError).rejects.toMatchObject({ message: 'not so', hint: 'but so' })
    await expect(worker.call({ kind: 'storage-error' })).rejects.toBeInstanceOf(StorageError)
    await expect(worker.call({ kind: 'error' })).rejects.toThrow('broken')
    expect(worker.alive).toBe(true)
  })

  test.each([
    { kind: 'exit', says: 'exit code 7' },
    { kind: 'crash', says: 'SIGKILL' },
  ])('that dies ($kind) fails its call and says why', async ({ kind, says }) => {
    const worker = open()
    // Long enough for its thread to wait for the parent: an end must not wait for that.
    for (let time = 0; time < 3; time++) await worker.call({ kind: 'echo', bytes: 'x' })
    await setTimeout(300)
    const call = worker.call({ kind })
    await expect(call).rejects.toBeInstanceOf(WorkerDiedError)
    await expect(call).rejects.toThrow(says)
    expect(worker.alive).toBe(false)
    await expect(worker.call({ kind: 'echo' })).rejects.toBeInstanceOf(WorkerDiedError)
  })

  test('is killed on abort, though it hears nothing, with all that it started', async () => {
    const worker = open()
    const child = Number(await worker.call({ kind: 'start-child' }))
    const abort = new AbortController()
    const call = worker.call({ kind: 'compute' }, abort.signal)
    setImmediate(() => abort.abort(new Error('enough')))
    await expect(call).rejects.toThrow('enough')
    expect(worker.alive).toBe(false)
    await untilGone(child)
  })

  test('is killed after its time', async () => {
    const call = open().call({ kind: 'compute' }, undefined, 500)
    await expect(call).rejects.toMatchObject({ name: 'TimeoutError' })
  })

  test('dies with its parent, even one that was killed, and so does what it started', async () => {
    const script = fileURLToPath(new URL('../fixtures/base/parent.ts', import.meta.url))
    const parent = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [line] = await once(parent.stdout, 'data')
    const pids = String(line).trim().split(' ').map(Number)
    expect(pids.every(isRunning)).toBe(true)
    parent.kill('SIGKILL')
    await untilGone(...pids)
  })

  /** Runs a program that has one worker. */
  const runOwner = (work: string) =>
    runCommand(process.execPath, [
      '--input-type=module',
      '-e',
      `
      const { WorkerProcess } = await import(${JSON.stringify(new URL('../../src/base/process/worker.ts', import.meta.url).href)})
      const worker = new WorkerProcess(new URL(${JSON.stringify(new URL('../fixtures/base/worker.ts', import.meta.url).href)}), 64)
      ${work}`,
    ])

  test('does not keep the program running when idle', async () => {
    const { code, stdout } = await runOwner(
      "console.log(await worker.call({ kind: 'echo', bytes: 'x' }))",
    )
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'x\n' })
  })

  test.each([
    ['its end is asked for', 'await worker[Symbol.asyncDispose]()'],
    ['it dies under a call', "await worker.call({ kind: 'exit' }).catch(() => {})"],
  ])('keeps the program running until all is heard when %s', async (_, end) => {
    // What shares its standard error closes that later than the worker ends.
    const { code, stdout } = await runOwner(`
      await worker.call({ kind: 'share-stderr' })
      ${end}
      console.log('ended')`)
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'ended\n' })
  })
})
