import { Readable } from 'node:stream'
import { main } from '../../src/cli/main.ts'
import { variablesOf } from './program.ts'

/** What a command has said, and the exit code that the process would have had. */
export interface CommandResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

let last: Promise<unknown> = Promise.resolve()

/**
 * Runs the command line in this process, with an environment, an input and outputs of its own: to start a program for
 * each of hundreds of cases costs more than what they do. One after another, as they share the process.
 * `runProgram` starts the real one.
 */
export function runCommand(
  args: readonly string[],
  cache: string,
  stdin = '',
): Promise<CommandResult> {
  const ended = last.then(() => run(args, cache, stdin))
  last = ended.catch(() => {})
  return ended
}

async function run(args: readonly string[], cache: string, stdin: string): Promise<CommandResult> {
  using outputs = captureOutputs()
  using _environment = replaceEnvironment(variablesOf(cache))
  using _input = replaceInput(stdin)
  const codeBefore = process.exitCode
  using _listeners = keepListeners()
  try {
    await main([process.execPath, 'songkeep', ...args])
    return { code: Number(process.exitCode ?? 0), ...outputs.read() }
  } finally {
    process.exitCode = codeBefore
  }
}

/** Takes away what the command line listens to the outputs with. */
function keepListeners() {
  const streams = [process.stdout, process.stderr]
  const before = streams.map((stream) => stream.listeners('error'))
  return {
    [Symbol.dispose]() {
      for (const [at, stream] of streams.entries())
        for (const listener of stream.listeners('error'))
          if (!before[at]?.includes(listener)) stream.off('error', listener as () => void)
    },
  }
}

function captureOutputs() {
  const [stdout, stderr] = [capture(process.stdout), capture(process.stderr)]
  return {
    read: () => ({ stdout: stdout.read(), stderr: stderr.read() }),
    [Symbol.dispose]() {
      stdout.restore()
      stderr.restore()
    },
  }
}

function capture(stream: NodeJS.WriteStream) {
  const { write } = stream
  let text = ''
  stream.write = (chunk: Uint8Array | string, ...rest: readonly unknown[]) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
    const done = rest.find((each) => typeof each === 'function')
    done?.(null)
    return true
  }
  return {
    read: () => text,
    restore() {
      stream.write = write
    },
  }
}

function replaceEnvironment(variables: NodeJS.ProcessEnv) {
  const before = { ...process.env }
  Object.assign(process.env, variables)
  return {
    [Symbol.dispose]() {
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
      Object.assign(process.env, before)
    },
  }
}

function replaceInput(text: string) {
  const before = Object.getOwnPropertyDescriptor(process, 'stdin')
  Object.defineProperty(process, 'stdin', {
    configurable: true,
    value: Readable.from(text === '' ? [] : [Buffer.from(text)]),
  })
  return {
    [Symbol.dispose]() {
      if (before) Object.defineProperty(process, 'stdin', before)
    },
  }
}
