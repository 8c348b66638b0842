import { join } from 'node:path'
import { expect } from 'vitest'
import { runProgram } from '../../support/program.ts'

/** One file as `duplicates --audio` prints it for programs. */
export interface Line {
  readonly id: string
  readonly cluster: string
  readonly error?: string
}

export const readLines = (text: string): readonly Line[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

/** The names of each cluster's files, sorted. */
export function readClusters(lines: readonly Line[], dir: string) {
  const clusters = Object.groupBy(lines, ({ cluster }) => cluster)
  return Object.values(clusters)
    .map((group = []) => group.map(({ id }) => id.slice(dir.length + 1)).sort())
    .sort()
}

export async function duplicates(dir: string, ...flags: readonly string[]) {
  const ended = await runProgram(
    ['duplicates', '--audio', join(dir, 'Music'), ...flags],
    join(dir, 'cache'),
  )
  expect(ended.code, ended.stderr).toBe(0)
  return ended
}
