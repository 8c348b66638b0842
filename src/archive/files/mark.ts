import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, writeAtomic } from '../../base/file.ts'
import { look } from '../../base/inside.ts'
import { refuseLink } from './inside.ts'
import { pathsOf } from './paths.ts'

const LENGTH = 36
const stateOf = (dir: string) => pathsOf(resolve(dir), undefined).state
const pathIn = (dir: string) => join(stateOf(dir), 'mark')

/** Whether the folder is one that an archive was made in: only there is a mark. */
export async function hasState(dir: string): Promise<boolean> {
  return (await look(stateOf(dir)))?.isDirectory() === true
}

/**
 * What an archive is known by to every machine that sees its folder. Undefined where it has none yet, and where another
 * folder, or none, has its path.
 */
export async function readMark(dir: string): Promise<string | undefined> {
  const path = pathIn(dir)
  if (!(await hasState(dir))) return undefined
  const found = await look(path)
  if (!found?.isFile() || found.size !== LENGTH) return undefined
  return await readFile(path, 'utf8')
}

/** Gives an archive a mark, where it has none; returns the one that it has, whoever gave it. */
export async function giveMark(dir: string, mark: string = randomUUID()): Promise<string> {
  const path = pathIn(dir)
  if (!(await hasState(dir))) throw refuseLink(stateOf(dir))
  try {
    await writeFile(path, mark, { flag: 'wx' })
    return mark
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  return (await readMark(dir)) ?? (await waitForMark(dir)) ?? (await replaceMark(path, mark))
}

/** Somebody else may be writing it just now. */
async function waitForMark(dir: string): Promise<string | undefined> {
  for (let tries = 0; tries < 50; tries++) {
    await sleep(20)
    const found = await readMark(dir)
    if (found !== undefined) return found
  }
  return undefined
}

/** It was cut short by a crash. */
async function replaceMark(path: string, mark: string): Promise<string> {
  if ((await look(path))?.isFile() === false) throw refuseLink(path)
  await writeAtomic(path, mark)
  return mark
}
