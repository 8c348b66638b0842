import { join } from 'node:path'
import { runCommand } from '../../src/base/process/command.ts'
import { type Cost, costOf, sum } from './cost.ts'

interface Step {
  readonly program: string
  args(source: string, made: string): readonly string[]
}

/** What a careful person does for each track, one program after the other; each reads the file anew. */
const steps = (encoding: readonly string[]): readonly Step[] => [
  {
    program: 'ffmpeg',
    args: (source, made) => [...quiet, '-i', source, '-map', '0:a:0', ...encoding, made],
  },
  { program: 'fpcalc', args: (source) => ['-ignore-errors', source] },
  { program: 'loudgain', args: (_, made) => ['-q', '-s', 'i', made] },
  { program: 'mid3v2', args: (_, made) => ['-t', 'Title', '-a', 'Artist', '-A', 'Album', made] },
  // The source has to be whole, and what was written too.
  { program: 'ffmpeg', args: (source) => [...checked, source, '-f', 'null', '-'] },
  { program: 'ffmpeg', args: (_, made) => [...checked, made, '-f', 'null', '-'] },
]

const quiet = ['-nostdin', '-v', 'error', '-y']
const checked = [...quiet, '-err_detect', 'crccheck', '-i']

/** The same by programs for one thing each; undefined, and said, where one of them is missing. */
export async function costOfPrograms(
  files: readonly string[],
  encoding: readonly string[],
  dir: string,
): Promise<Cost | undefined> {
  for (const program of ['ffmpeg', 'fpcalc', 'loudgain', 'mid3v2'])
    if (!(await runCommand(program, ['-version']).catch(() => undefined))) {
      console.log(`no ${program} here: not compared with one program after the other`)
      return undefined
    }
  const costs: Cost[] = []
  for (const source of files)
    for (const { program, args } of steps(encoding))
      costs.push(await costOf(program, args(source, join(dir, 'by-programs.mp3'))))
  return sum(costs)
}
