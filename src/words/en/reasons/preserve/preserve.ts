import type { Remedy } from '../../../../model/preserve/remedy.ts'
import type { PreserveReasons } from '../../../../model/reasons/preserve/preserve.ts'
import type { Sentences } from '../../../sentences.ts'

const by: Readonly<Record<Remedy, string>> = {
  move: 'from another name in the archive',
  parity: 'from parity',
  copy: 'from the copy',
  source: 'from its source',
  again: 'made again: the same track, in a new file',
  rewrite: 'written anew',
}

/** `bytes 0–511, 4,096–4,607`: pairs of the first byte and the one after the last. */
export function tellRanges(pairs: readonly number[], count: (value: number) => string): string {
  const ranges = pairs.flatMap((start, at) => {
    const end = pairs[at + 1]
    return at % 2 === 0 && end !== undefined ? [`${count(start)}–${count(end - 1)}`] : []
  })
  const shown = ranges.slice(0, 5)
  return `bytes ${shown.join(', ')}${ranges.length > shown.length ? ', …' : ''}`
}

export const preserve: Sentences<PreserveReasons> = {
  'preserve.record-missing': 'it is not there',
  'preserve.manifest-stale': 'it does not say what is kept',
  'preserve.record-changed': 'lines that were there at the last check have changed or are gone',
  'preserve.no-spare-record': 'no whole copy of it was found',
  'preserve.parity-damaged': 'it is damaged or gone',
  'preserve.no-parity': 'there is no parity of it',
  'preserve.beyond-parity': 'more is lost than parity can restore',
  'preserve.no-copy-has-it': ({ folder }) => `the copy ${folder} does not have it whole`,
  'preserve.copy-not-there': ({ folder }) => `The copy ${folder} is not there.`,
  'preserve.copy-is-archive': 'The copy is the archive itself, or lies in it.',
  'preserve.name-a-copy': 'Name another folder with --from: one that holds a copy of the archive.',
  'preserve.no-source': 'no source has it byte for byte',
  'preserve.source-changed': ({ place }) => `${place} is gone, or not what it was`,
  'preserve.source-needs-network': 'its source is on the network, and nothing may be fetched',
  'preserve.changed-while-read': 'it changed while it was read',
  'preserve.not-made-again': 'no list of the archive could have it made again',
  'preserve.again-untried': 'a backup of its list would try to make it again',
  'preserve.repaired': ({ path, by: way, dryRun }) =>
    `${dryRun ? 'Can be repaired' : 'Repaired'}: ${path} (${by[way]})`,
  'preserve.unrepaired': ({ path, why, ranges }, { say, units }) =>
    `Not repaired: ${path}${ranges ? ` (${tellRanges(ranges, units.count)})` : ''}${why.length > 0 ? `: ${why.map(say).join('; ')}` : ''}`,
  'preserve.repair-done': ({ repaired, again, left, dryRun }, { units }) => {
    if (repaired + left === 0) return 'Nothing is to be repaired.'
    const made = again > 0 ? ` (${units.count(again)} of them made again)` : ''
    const done = dryRun ? 'could be repaired' : 'repaired'
    return left > 0
      ? `${units.count(repaired)} ${done}${made}, ${units.count(left)} could not be.`
      : `${units.count(repaired)} ${done}${made}.`
  },
}
