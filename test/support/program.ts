import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { onTestFinished } from 'vitest'

export const bin = join(import.meta.dirname, '../../bin/songkeep.js')

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts the real program, as a user's shell would; `cache` keeps tests from the user's own memory and jobs, and nothing leaves the machine. */
export function startProgram(
  args: readonly string[],
  cache: string,
  stdin = '',
  variables: NodeJS.ProcessEnv = {},
) {
  const env = { ...process.env, ...variablesOf(cache), ...variables }
  const child = spawn(process.execPath, [bin, ...args], { env })
  child.stdin.on('error', () => {})
  child.stdin.end(stdin)
  return { child, ended: collect(child) }
}

export const variablesOf = (cache: string): NodeJS.ProcessEnv => ({
  SONGKEEP_CACHE: cache,
  SONGKEEP_DATA: join(cache, 'data'),
  SONGKEEP_CONFIG: join(cache, 'config'),
  SONGKEEP_OFFLINE: '1',
  NO_COLOR: '1',
  LC_ALL: 'C',
})

/** The real program to its end, in a process of its own. */
export function runProgram(args: readonly string[], cache: string, stdin?: string) {
  return startProgram(args, cache, stdin).ended
}

/** For a program that may ask the network, and finds every host at the replay of this port. */
export const variablesOfReplay = (port: number): NodeJS.ProcessEnv => ({
  NODE_OPTIONS: `--import=${join(import.meta.dirname, 'hosts/replay-preload.ts')}`,
  REPLAY_PORT: String(port),
  SONGKEEP_OFFLINE: '',
})

function collect(child: ChildProcess): Promise<Ended> {
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (chunk) => (stdout += chunk))
  child.stderr?.on('data', (chunk) => (stderr += chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
}

/** A folder of its own, gone when the test ends. */
export async function makeTempDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'songkeep-test-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  return dir
}

/** Every file below a folder, relative to it, in order; names of folders that start with a dot are left out. */
export async function listFiles(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith('.'))
    .sort()
}

export async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8')) as T
}
