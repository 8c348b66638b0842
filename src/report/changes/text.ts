import type { Changes } from '../../model/changes.ts'
import { cleanLine, fitWidth, type Paint, padWidth } from '../terminal/width.ts'
import { formatCount, formatTime } from '../words.ts'
import { isUnchanged } from './compare.ts'
import { changeKinds, countChanges, tellChange } from './tell.ts'

/** Changes of one kind that are listed. */
const shown = 12
const longestLabel = Math.max(...changeKinds.map(([, label]) => label.length))

/** For a terminal: a sentence, then a line for each change. */
export function renderChanges(changes: Changes, width: number, paint: Paint): readonly string[] {
  const since = cleanLine(formatTime(changes.since))
  if (isUnchanged(changes))
    return [paint('dim', fitWidth(`The playlist has not changed since ${since}.`, width))]
  const lines = changeKinds.flatMap(([kind, label, sign]) => {
    const told = changes[kind].slice(0, shown).map((change) => tellChange(change, kind))
    const places = Math.max(0, ...told.map(({ place }) => place.length))
    const more = changes[kind].length - told.length
    return [
      ...told.map(({ place, name, more }) => {
        const head = `  ${sign} ${padWidth(label, longestLabel)}  ${padWidth(place, places)}  `
        const text = cleanLine(more === undefined ? name : `${name} (${more})`)
        return head + fitWidth(text, width - head.length)
      }),
      ...(more > 0 ? [`    and ${formatCount(more)} more; report.json has them all`] : []),
    ]
  })
  return [paint('bold', `Since ${since}: ${countChanges(changes)}`), ...lines]
}
