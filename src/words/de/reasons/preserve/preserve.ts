import type { Remedy } from '../../../../model/preserve/remedy.ts'
import type { PreserveReasons } from '../../../../model/reasons/preserve/preserve.ts'
import type { Sentences } from '../../../sentences.ts'

const by: Readonly<Record<Remedy, string>> = {
  move: 'von einem anderen Namen im Archiv',
  parity: 'aus der Parität',
  copy: 'aus der Kopie',
  source: 'aus der Quelle',
  again: 'neu gemacht: derselbe Titel in einer neuen Datei',
  rewrite: 'neu geschrieben',
}

/** `Bytes 0–511, 4.096–4.607`: pairs of the first byte and the one after the last. */
export function tellRanges(pairs: readonly number[], count: (value: number) => string): string {
  const ranges = pairs.flatMap((start, at) => {
    const end = pairs[at + 1]
    return at % 2 === 0 && end !== undefined ? [`${count(start)}–${count(end - 1)}`] : []
  })
  const shown = ranges.slice(0, 5)
  return `Bytes ${shown.join(', ')}${ranges.length > shown.length ? ', …' : ''}`
}

export const preserve: Sentences<PreserveReasons> = {
  'preserve.record-missing': 'ist nicht da',
  'preserve.manifest-stale': 'nennt nicht, was aufbewahrt ist',
  'preserve.record-changed':
    'Zeilen, die bei der letzten Prüfung da waren, sind verändert oder fehlen',
  'preserve.no-spare-record': 'keine heile Kopie davon gefunden',
  'preserve.parity-damaged': 'sie ist beschädigt oder fehlt',
  'preserve.no-parity': 'es gibt keine Parität davon',
  'preserve.beyond-parity': 'es fehlt mehr, als die Parität wiederherstellen kann',
  'preserve.no-copy-has-it': ({ folder }) => `in der Kopie ${folder} ist die Datei nicht heil`,
  'preserve.copy-not-there': ({ folder }) => `Die Kopie ${folder} ist nicht da.`,
  'preserve.copy-is-archive': 'Die Kopie ist das Archiv selbst oder liegt darin.',
  'preserve.name-a-copy':
    'Mit --from einen anderen Ordner nennen: einen, der eine Kopie des Archivs enthält.',
  'preserve.no-source': 'keine Quelle hat sie Byte für Byte',
  'preserve.source-changed': ({ place }) => `${place} fehlt oder ist nicht mehr dieselbe Datei`,
  'preserve.source-needs-network': 'die Quelle liegt im Netz, und es darf nichts geholt werden',
  'preserve.changed-while-read': 'die Datei hat sich beim Lesen verändert',
  'preserve.not-made-again': 'keine Liste des Archivs konnte sie neu machen lassen',
  'preserve.again-untried': 'eine Sicherung ihrer Liste würde versuchen, sie neu zu machen',
  'preserve.repaired': ({ path, by: way, dryRun }) =>
    `${dryRun ? 'Lässt sich reparieren' : 'Repariert'}: ${path} (${by[way]})`,
  'preserve.unrepaired': ({ path, why, ranges }, { say, units }) =>
    `Nicht repariert: ${path}${ranges ? ` (${tellRanges(ranges, units.count)})` : ''}${why.length > 0 ? `: ${why.map(say).join('; ')}` : ''}`,
  'preserve.repair-done': ({ repaired, again, left, dryRun }, { units }) => {
    if (repaired + left === 0) return 'Nichts ist zu reparieren.'
    const made = again > 0 ? ` (davon ${units.count(again)} neu gemacht)` : ''
    const done = dryRun ? 'reparierbar' : 'repariert'
    return left > 0
      ? `${units.count(repaired)} ${done}${made}, ${units.count(left)} nicht.`
      : `${units.count(repaired)} ${done}${made}.`
  },
}
