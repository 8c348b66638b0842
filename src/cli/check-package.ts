import type { PackageFault } from '../packages/fault.ts'
import { cleanLine } from '../report/terminal/width.ts'
import { say } from '../words/say.ts'
import { spellOut } from '../words/spell-out.ts'
import type { Words } from '../words/words.ts'
import { exitCodes } from './exit-codes.ts'
import { stopOnInterrupt } from './interrupt.ts'

/** Judges a package by its specification and prints all that is wrong with it. */
export async function checkPackage(dir: string, json: boolean, words: Words): Promise<void> {
  const { checkPackageAt } = await import('../app/archives/packages/unpack.ts')
  const { signal, done } = stopOnInterrupt(words)
  const { packages } = words
  try {
    const onProgress = showProgress(packages.checking)
    const { kind, faults } = await checkPackageAt(dir, { signal, onProgress })
    clearProgress()
    for (const fault of faults)
      process.stdout.write(
        `${json ? JSON.stringify(spellOut(fault)) : cleanLine(describe(fault, words))}\n`,
      )
    const errors = faults.filter(({ severity }) => severity === 'error').length
    if (errors > 0) process.exitCode = exitCodes.incomplete
    const said =
      errors > 0
        ? packages.invalid(packages.kinds[kind], errors)
        : packages.valid(packages.kinds[kind], faults.length)
    if (!json) process.stdout.write(`${said}\n`)
  } finally {
    clearProgress()
    done()
  }
}

export function describe({ severity, path, reason }: PackageFault, words: Words): string {
  const { packages } = words
  const told = packages.fault(path, say(reason, words))
  return severity === 'warning' ? packages.warning(told) : told
}

/** Draws how far something is, where somebody looks. */
export const showProgress = (tell: (done: number, total: number) => string) =>
  process.stderr.isTTY
    ? (done: number, total: number) => void process.stderr.write(`\r\u001b[K${tell(done, total)}`)
    : undefined

export const clearProgress = () => void (process.stderr.isTTY && process.stderr.write('\r\u001b[K'))
