import type { Changes } from '../../model/changes.ts'
import { isUnchanged } from '../changes/compare.ts'
import { changeKinds, countChanges, tellChange } from '../changes/tell.ts'
import { formatCount, formatTime } from '../words.ts'
import { html, type Markup, name } from './markup.ts'

/** Changes of one kind that are listed. */
const shown = 100

/** What became of the playlist since it was last recorded: a sentence, and behind it every change. */
export function renderChanges(changes: Changes | undefined): Markup {
  if (!changes) return html``
  const since = formatTime(changes.since)
  if (isUnchanged(changes))
    return html`<p class=since>The playlist has not changed since ${since}.\n`
  const rows = changeKinds.flatMap(([kind, label, sign]) => {
    const more = changes[kind].length - shown
    return [
      ...changes[kind].slice(0, shown).map((change) => {
        const told = tellChange(change, kind)
        const what = name(told.name)
        const entry =
          kind === 'removed' ? what : html`<a href="#entry-${told.position}">${what}</a>`
        const aside = told.more === undefined ? '' : html` <small>${name(told.more)}</small>`
        return html`<li><i aria-hidden=true>${sign}</i><b>${label}</b><span>${told.place}</span><span>${entry}${aside}</span>`
      }),
      ...(more > 0
        ? [
            html`<li><i></i><b></b><span></span><span>and ${formatCount(more)} more; report.json has them all</span>`,
          ]
        : []),
    ]
  })
  return html`<details class=since><summary>Since ${since}: ${countChanges(changes)}</summary><ul role=list>${rows}</ul></details>\n`
}
