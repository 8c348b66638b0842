import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const bin = join(import.meta.dirname, '../../../bin/songkeep.js')

export interface Serving {
  readonly address: string
  readonly child: ChildProcess
  /** What it has written so far. */
  readonly said: () => string
  /** As a power cut would. */
  kill(): Promise<void>
  /** As Ctrl-C would. */
  stop(): Promise<void>
}

/** `songkeep serve` as a user starts it, with all its memory below one folder, and nothing leaving the machine. */
export async function startServing(
  home: string,
  port = 0,
  variables: NodeJS.ProcessEnv = {},
): Promise<Serving> {
  const child = start(home, ['serve', '--port', String(port), '--folder', home], variables)
  let said = ''
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'close')
  }
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk
      const found = /http:\/\/[\w.:]+/.exec(said)
      if (found) resolve(found[0])
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.on('close', () => reject(new Error(`The server ended:\n${said}`)))
  })
  return {
    address,
    child,
    said: () => said,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGINT'),
  }
}

/** Another command beside it, in the user's folder and with the same memory; `input` is piped into it. */
export async function runSongkeep(home: string, args: readonly string[], input = '') {
  const child = start(home, args)
  child.stdin?.end(input)
  child.stdout?.resume()
  child.stderr?.resume()
  const [code] = await once(child, 'close')
  return { code: code as number | null }
}

function start(
  home: string,
  args: readonly string[],
  variables: NodeJS.ProcessEnv = {},
): ChildProcess {
  return spawn(process.execPath, [bin, ...args], {
    cwd: home,
    env: {
      ...process.env,
      SONGKEEP_CACHE: join(home, '.cache'),
      SONGKEEP_DATA: join(home, '.data'),
      SONGKEEP_CONFIG: join(home, '.config'),
      SONGKEEP_OFFLINE: '1',
      ...variables,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}
