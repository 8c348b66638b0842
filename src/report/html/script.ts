import type { Words } from '../../words/words.ts'
import { type Markup, trusted } from './markup.ts'

/** Search by words, for pages with script; everything else on the page works without. */
export const writeScript = ({ report }: Words): Markup =>
  trusted(`
const field = document.querySelector('#search')
const found = document.querySelector('#found')
const rows = Array.from(document.querySelectorAll('.entries > li'), (row) => ({ row, text: '' }))
const plain = (text) => text.normalize('NFKD').replace(/\\p{M}/gu, '').toLowerCase()
field.closest('p').hidden = false
let timer
field.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(search, rows.length > 500 ? 150 : 0)
})
addEventListener('keydown', (event) => {
  if (event.key === '/' && document.activeElement !== field) {
    event.preventDefault()
    field.focus()
  }
})
function search() {
  const words = plain(field.value).split(/\\s+/).filter(Boolean)
  let count = 0
  for (const entry of rows) {
    entry.text ||= plain(entry.row.querySelector('.line').textContent)
    entry.row.hidden = !words.every((word) => entry.text.includes(word))
    if (!entry.row.hidden) count++
  }
  found.textContent = words.length > 0 ? count + (count === 1 ? ' ${report.found.one}' : ' ${report.found.many}') : ''
}
`)
