import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { bin, variablesOf } from '../../support/program.ts'
import type { Machine } from './machine.ts'

export interface Fleet extends AsyncDisposable {
  /** Ends one worker as a power cut does, and starts another in its place. */
  killOne(): void
  readonly kills: number
  /** How often a worker ended that found no database when it began; started again, as a service is. */
  readonly refusals: number
  /** What a worker said that ended by itself in any other way. */
  readonly broken: readonly string[]
  /** What workers complained of, how often. */
  readonly complaints: ReadonlyMap<string, number>
}

interface FleetOptions {
  readonly machines: readonly Machine[]
  /** Each worker has a folder of its own in it, as if it were a machine of its own. */
  readonly dir: string
  readonly databaseUrl: string
}

/** An encoder of this machine is quicker at its start than the one of npm; both are tried elsewhere. */
const OWN_FFMPEG = '/usr/bin/ffmpeg'

/** What a worker says that cannot begin. */
const NO_DATABASE = /^songkeep: The database .* cannot be used: /m

export function startFleet({ machines, dir, databaseUrl }: FleetOptions): Fleet {
  const running: { child: ChildProcess; ended: Promise<void> }[] = []
  const broken: string[] = []
  const complaints = new Map<string, number>()
  let isEnding = false
  let [kills, refusals] = [0, 0]
  const start = (at: number) => {
    const machine = machines[at]!
    const child = startWorker(machine, join(dir, `machine ${at}`), databaseUrl, join(dir, 'data'))
    let said = ''
    child.stderr?.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-4_000)
      for (const line of String(chunk).split('\n').filter(Boolean))
        complaints.set(line, (complaints.get(line) ?? 0) + 1)
    })
    const ended = new Promise<void>((resolve) => {
      child.on('close', (code, signal) => {
        resolve()
        if (signal === 'SIGKILL' || isEnding) return
        if (!NO_DATABASE.test(said)) return void broken.push(`${code ?? signal}: ${said}`)
        refusals++
        start(at)
      })
    })
    running[at] = { child, ended }
  }
  for (const at of machines.keys()) start(at)
  return {
    get kills() {
      return kills
    },
    get refusals() {
      return refusals
    },
    broken,
    complaints,
    killOne() {
      const at = Math.floor(Math.random() * machines.length)
      running[at]?.child.kill('SIGKILL')
      kills++
      start(at)
    },
    async [Symbol.asyncDispose]() {
      isEnding = true
      for (const { child } of running) child.kill('SIGTERM')
      await Promise.all(running.map(({ ended }) => ended))
    },
  }
}

function startWorker(machine: Machine, cache: string, databaseUrl: string, data: string) {
  const address = new URL(databaseUrl)
  address.hostname = machine.host
  address.port = String(machine.databasePort)
  const [program, ...args] = [...machine.command, process.execPath, bin, 'worker']
  return spawn(program!, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      ...variablesOf(cache),
      NODE_OPTIONS: `--import=${join(import.meta.dirname, 'preload.ts')}`,
      REPLAY_HOST: machine.host,
      REPLAY_PORT: String(machine.replayPort),
      SONGKEEP_OFFLINE: '',
      SONGKEEP_DATABASE_URL: address.href,
      SONGKEEP_DATA: data,
      ...(existsSync(OWN_FFMPEG) && { SONGKEEP_FFMPEG: OWN_FFMPEG }),
    },
  })
}
