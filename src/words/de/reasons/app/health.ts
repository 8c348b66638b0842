import type { Remedy } from '../../../../model/preserve/remedy.ts'
import type { AppRunReasons } from '../../../../model/reasons/app/runs.ts'
import type { Speaker } from '../../../sentences.ts'
import type { Units } from '../../../units.ts'
import { tellRanges } from '../preserve/preserve.ts'

const kinds: Readonly<Record<AppRunReasons['app.verify-finding']['kind'], string>> = {
  records: 'Aufzeichnungen des Archivs',
  missing: 'Fehlt',
  damaged: 'Beschädigt',
  broken: 'Wie gesichert, aber mit fehlerhaftem Container',
  parity: 'Parität',
  unknown: 'Nicht von uns',
}

const ways: Readonly<Record<Remedy, string>> = {
  move: 'die Bytes kommen zurück',
  parity: 'die Parität hat die Bytes',
  copy: 'eine zweite Kopie ist bekannt',
  source: 'vielleicht hat die Quelle sie noch',
  again: 'lässt sich neu machen',
  rewrite: 'lässt sich neu schreiben',
}

/** One finding in one line, with what can be done about it. */
export function tellFinding(
  { kind, path, why, foundAt, ranges, remedies }: AppRunReasons['app.verify-finding'],
  { say, units }: Speaker,
): string {
  const details = [
    ...(why ? [say(why)] : []),
    ...(foundAt === undefined ? [] : [`die Bytes liegen in ${foundAt}`]),
    ...(ranges?.length ? [tellRanges(ranges, units.count)] : []),
    ...(remedies ?? []).map((remedy) => ways[remedy]),
  ]
  return `${kinds[kind]}: ${path}${details.length > 0 ? ` (${details.join('; ')})` : ''}`
}

/** What a check came to, in one paragraph. */
export function tellChecked(counts: AppRunReasons['app.checked'], { count }: Units): string {
  const { whole, faults, notDue, newer, stopped } = counts
  if (whole + faults === 0 && notDue > 0 && !stopped) return 'Heute ist nichts an der Reihe.'
  const files = (number: number) => `${count(number)} ${number === 1 ? 'Datei' : 'Dateien'}`
  return [
    ...(stopped ? ['Vor dem Ende abgebrochen.'] : []),
    ...(faults === 0
      ? [`${files(whole)} gelesen, alles unversehrt.`]
      : [`${files(whole)} gelesen und unversehrt; ${count(faults)} Fehler.`]),
    ...(notDue > 0 ? [`${files(notDue)} heute nicht an der Reihe.`] : []),
    ...(newer > 0 ? [`${files(newer)} neuer als diese Prüfung: Über sie ist nichts gesagt.`] : []),
  ].join(' ')
}
