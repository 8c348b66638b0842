import { spawn } from 'node:child_process'
import { sessionEnvironment } from './environment.ts'

/** Who shows a folder: on a Mac always the Finder, as a folder may be made up as a program to start. */
const openers: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open', '-a', 'Finder'],
  win32: ['explorer'],
}

/** A program that has not ended by then goes on by itself. */
const PATIENCE_MS = 3000

/** Asks the system to show a folder, by its absolute path and without a shell. False where no program did. */
export function openFolder(path: string): Promise<boolean> {
  const [program, ...args] = openers[process.platform] ?? ['xdg-open']
  const child = spawn(program, [...args, path], {
    env: sessionEnvironment(),
    stdio: 'ignore',
    detached: true,
  })
  child.unref()
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), PATIENCE_MS)
    const end = (isShown: boolean) => {
      clearTimeout(timer)
      resolve(isShown)
    }
    child.on('error', () => end(false))
    // Windows' Explorer ends with 1, whatever it did.
    child.on('exit', (code) => end(code === 0 || process.platform === 'win32'))
  })
}
