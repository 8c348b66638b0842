import { reason } from '../../../model/reason.ts'
import type { Bag } from './bag.ts'

/** Reads the labels of `bag-info.txt` (RFC 8493, 2.2.2), as they stand there; a label may come more than once. */
export async function checkInfo(bag: Bag): Promise<readonly (readonly [string, string])[]> {
  // Until 0.95 it was called so (draft-kunze-bagit-03).
  const file = bag.tree.files.has('bag-info.txt') ? 'bag-info.txt' : 'package-info.txt'
  const found: [label: string, value: string][] = []
  const lines = (await bag.readLines(file)) ?? []
  for (const [at, line] of lines.entries()) {
    const last = found.at(-1)
    const pair = /^([^\s:](?:[^:]*[^\s:])?)(\s*):(?:[ \t]+(.*))?$/.exec(line)
    if (/^[ \t]/.test(line) && last) last[1] += ` ${line.trim()}`
    else if (pair && !(bag.isStrict && pair[2] !== '')) found.push([pair[1] ?? '', pair[3] ?? ''])
    else if (line.trim() !== '') bag.error(file, reason('bag.info-malformed', { line: at + 1 }))
  }
  checkOxum(bag, file, found)
  return found
}

function checkOxum(bag: Bag, file: string, labels: readonly (readonly [string, string])[]): void {
  const said = labels.filter(([label]) => label.toLowerCase() === 'payload-oxum')
  const [oxum] = said
  if (!oxum) return
  const [, value] = oxum
  const numbers = /^(\d+)\.(\d+)$/.exec(value.trim())
  if (!numbers || said.length > 1) {
    bag.error(file, reason('bag.oxum-malformed'))
    return
  }
  const payload = [...bag.tree.files].filter(([path]) => path.startsWith('data/'))
  const bytes = payload.reduce((sum, [, size]) => sum + size, 0)
  const found = `${bytes}.${payload.length}`
  if (found !== `${BigInt(numbers[1] ?? '')}.${BigInt(numbers[2] ?? '')}`)
    bag.error(file, reason('bag.oxum-differs', { said: value.trim(), found }))
}
