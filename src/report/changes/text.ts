import type { Changes } from '../../model/lists/changes.ts'
import type { Words } from '../../words/words.ts'
import { cleanLine, displayWidth, fitWidth, type Paint, padWidth } from '../terminal/width.ts'
import { isUnchanged } from './compare.ts'
import { changeKinds, countChanges, tellChange } from './tell.ts'

/** Changes of one kind that are listed. */
const MAX_SHOWN = 12

/** For a terminal: a sentence, then a line for each change. */
export function renderChanges(
  changes: Changes,
  width: number,
  paint: Paint,
  words: Words,
): readonly string[] {
  if (isUnchanged(changes))
    return [paint('dim', fitWidth(cleanLine(words.changes.unchanged(changes.since)), width))]
  const { labels } = words.changes
  const labelWidth = Math.max(...Object.values(labels).map(displayWidth))
  const lines = changeKinds.flatMap(([kind, sign]) => {
    const told = changes[kind].slice(0, MAX_SHOWN).map((change) => tellChange(change, kind, words))
    const places = Math.max(0, ...told.map(({ place }) => place.length))
    const more = changes[kind].length - told.length
    return [
      ...told.map(({ place, name, more }) => {
        const head = `  ${sign} ${padWidth(labels[kind], labelWidth)}  ${padWidth(place, places)}  `
        const text = cleanLine(more === undefined ? name : `${name} (${more})`)
        return head + fitWidth(text, width - head.length)
      }),
      ...(more > 0 ? [`    ${words.changes.more(more)}`] : []),
    ]
  })
  return [
    paint('bold', cleanLine(words.changes.since(changes.since, countChanges(changes, words)))),
    ...lines,
  ]
}
