import type { Findings } from './findings.ts'

/** The number of a version's name; undefined for what is no such name. */
export function versionNumber(name: string): number | undefined {
  const number = /^v(\d{1,15})$/.exec(name)?.[1]
  return number === undefined || Number(number) === 0 ? undefined : Number(number)
}

const isPadded = (name: string) => name.startsWith('v0')

/** The names of an inventory's versions (3.3). `directories`: the folders that are there. */
export function checkVersionNames(
  names: readonly string[],
  directories: ReadonlySet<string>,
  findings: Findings,
  file: string,
): void {
  for (const name of names) {
    if (/^v0+$/.test(name)) findings.add('E105', file, name)
    // A folder of this name is told as one that does not belong there (E001).
    else if (versionNumber(name) === undefined && !directories.has(name))
      findings.add('E104', file, name)
  }
  const known = names.filter((name) => versionNumber(name) !== undefined)
  checkSequence(known, findings, file)
  checkConvention(known, findings, file)
}

function checkSequence(names: readonly string[], findings: Findings, file: string): void {
  const numbers = new Set(names.map(versionNumber))
  const highest = Math.max(0, ...names.map((name) => versionNumber(name) ?? 0))
  if (names.length > 0 && !numbers.has(1)) findings.add('E009', file)
  if (numbers.size < highest - (numbers.has(1) ? 0 : 1)) findings.add('E010', file)
}

/** The first version's name says how the others are written. */
function checkConvention(names: readonly string[], findings: Findings, file: string): void {
  const [first] = names.toSorted((a, b) => (versionNumber(a) ?? 0) - (versionNumber(b) ?? 0))
  if (first === undefined) return
  if (names.some(isPadded)) findings.add('W001', file)
  for (const name of names) {
    if (isPadded(first) && !isPadded(name)) {
      findings.add('E011', file, name)
      findings.add('E013', file, name)
    } else if (
      isPadded(first) !== isPadded(name) ||
      (isPadded(first) && name.length !== first.length)
    )
      findings.add('E012', file, name)
  }
}
