import type { Changes } from '../../model/lists/changes.ts'
import type { Words } from '../../words/words.ts'
import { isUnchanged } from '../changes/compare.ts'
import { changeKinds, countChanges, tellChange } from '../changes/tell.ts'
import { html, type Markup, name } from './markup.ts'

/** Changes of one kind that are listed. */
const MAX_SHOWN = 100

/** What became of the playlist since it was last recorded: a sentence, and behind it every change. */
export function renderChanges(changes: Changes | undefined, words: Words): Markup {
  if (!changes) return html``
  if (isUnchanged(changes)) return html`<p class=since>${words.changes.unchanged(changes.since)}\n`
  const rows = changeKinds.flatMap(([kind, sign]) => {
    const more = changes[kind].length - MAX_SHOWN
    return [
      ...changes[kind].slice(0, MAX_SHOWN).map((change) => {
        const told = tellChange(change, kind, words)
        const what = name(told.name)
        const entry =
          kind === 'removed' ? what : html`<a href="#entry-${told.position}">${what}</a>`
        const aside = told.more === undefined ? '' : html` <small>${name(told.more)}</small>`
        return html`<li><i aria-hidden=true>${sign}</i><b>${words.changes.labels[kind]}</b><span>${told.place}</span><span>${entry}${aside}</span>`
      }),
      ...(more > 0
        ? [html`<li><i></i><b></b><span></span><span>${words.changes.more(more)}</span>`]
        : []),
    ]
  })
  return html`<details class=since><summary>${words.changes.since(changes.since, countChanges(changes, words))}</summary><ul role=list>${rows}</ul></details>\n`
}
