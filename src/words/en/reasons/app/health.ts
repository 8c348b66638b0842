import type { Remedy } from '../../../../model/preserve/remedy.ts'
import type { AppRunReasons } from '../../../../model/reasons/app/runs.ts'
import type { Speaker } from '../../../sentences.ts'
import type { Units } from '../../../units.ts'
import { tellRanges } from '../preserve/preserve.ts'

const kinds: Readonly<Record<AppRunReasons['app.verify-finding']['kind'], string>> = {
  records: 'The archive’s records',
  missing: 'Missing',
  damaged: 'Damaged',
  broken: 'As it was kept, but its container is broken',
  parity: 'Parity',
  unknown: 'Not ours',
}

const ways: Readonly<Record<Remedy, string>> = {
  move: 'its bytes are moved back',
  parity: 'parity has its bytes',
  copy: 'a second copy is known',
  source: 'its source may have it',
  again: 'it can be made again',
  rewrite: 'it can be written anew',
}

/** One finding in one line, with what can be done about it. */
export function tellFinding(
  { kind, path, why, foundAt, ranges, remedies }: AppRunReasons['app.verify-finding'],
  { say, units }: Speaker,
): string {
  const details = [
    ...(why ? [say(why)] : []),
    ...(foundAt === undefined ? [] : [`its bytes are in ${foundAt}`]),
    ...(ranges?.length ? [tellRanges(ranges, units.count)] : []),
    ...(remedies ?? []).map((remedy) => ways[remedy]),
  ]
  return `${kinds[kind]}: ${path}${details.length > 0 ? ` (${details.join('; ')})` : ''}`
}

/** What a check came to, in one paragraph. */
export function tellChecked(counts: AppRunReasons['app.checked'], { count }: Units): string {
  const { whole, faults, notDue, newer, stopped } = counts
  if (whole + faults === 0 && notDue > 0 && !stopped) return 'Nothing is due today.'
  const files = (number: number) => `${count(number)} ${number === 1 ? 'file' : 'files'}`
  return [
    ...(stopped ? ['Stopped before the end.'] : []),
    ...(faults === 0
      ? [`${files(whole)} read, every one whole.`]
      : [`${files(whole)} read and whole; ${count(faults)} ${faults === 1 ? 'fault' : 'faults'}.`]),
    ...(notDue > 0 ? [`${files(notDue)} not due today.`] : []),
    ...(newer > 0 ? [`${files(newer)} newer than this check: nothing is said of them.`] : []),
  ].join(' ')
}
