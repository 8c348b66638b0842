import { createHash } from 'node:crypto'
import { say } from '../../../words/say.ts'
import type { Words } from '../../../words/words.ts'
import { html, type Markup, name, printMarkup, trusted } from '../../html/markup.ts'
import { pageStyles } from '../../html/styles.ts'
import { type LongTail, shareOf } from '../long-tail.ts'
import { bytesForShare } from '../measure/storage-curves.ts'
import { drawDecades } from '../pictures/decades.ts'
import { describeLorenz, drawLorenz } from '../pictures/lorenz.ts'
import { drawStorage } from '../pictures/storage.ts'
import { pictureStyles } from '../pictures/styles.ts'
import { headlineOf, tellFacts } from './facts.ts'
import { renderNext, renderRisk } from './tables.ts'

/** By which a file of an earlier run is known for ours, and may be replaced. */
export const TAIL_MARK = '<meta name=generator content="songkeep tail">'

/** The long tail as one page that needs nothing else: no network, no script. */
export function renderTailHtml(tail: LongTail, words: Words): string {
  const said = words.tail
  const { archives, source = '' } = tail
  const page = html`<!doctype html>
<html lang=${words.language}>
<meta charset=utf-8>
<meta http-equiv=Content-Security-Policy content="${POLICY}">
${trusted(TAIL_MARK)}
<meta name=viewport content="width=device-width">
<meta name=referrer content=no-referrer>
<title>${said.title}</title>
<style>${styles}</style>
<body>
<header>
<p class=eyebrow>${said.title} · ${name(said.of([...archives, source].filter(Boolean)))} · ${said.at(tail.at)}
<h1>${headlineOf(tail, words)}</h1>
${tellFacts(tail, words).map((fact, at) => html`<p class="${at === 0 ? 'lead' : 'amounts'}">${fact}`)}
</header>
<main>
<div class=pictures>
<figure><figcaption>${said.storage.title}</figcaption>${drawStorage(tail, words)}${renderSizes(tail, words)}</figure>
<figure><figcaption>${said.decades.title[tail.weighed]}</figcaption>${drawDecades(tail, words)}${renderDecades(tail, words)}</figure>
<figure><figcaption>${said.lorenz.title}</figcaption>${drawLorenz(tail, words)}<p class=amounts>${describeLorenz(tail, words)}</figure>
</div>
${renderRisk(tail, words)}
${renderNext(tail, words)}
</main>
<footer><h2>${said.notes}</h2>${tail.notes.map((note) => html`<p>${name(say(note, words))}`)}</footer>
</html>
`
  return printMarkup(page)
}

const SHARES = [0.5, 0.8, 0.9, 0.99, 1]

function renderSizes({ storage }: LongTail, words: Words): Markup {
  const { percent, storage: said } = words.tail
  const rows = SHARES.map(
    (share) =>
      html`<tr><th scope=row>${percent(share)}<td>${words.units.bytes(bytesForShare(storage.byPlaysPerByte, share))}`,
  )
  return html`<table class=numbers><thead><tr><th scope=col>${said.share}<th scope=col>${said.takes}</thead>${rows}</table>`
}

function renderDecades({ decades, all }: LongTail, words: Words): Markup {
  const { percent, decade, decades: said } = words.tail
  const rows = decades.map(
    ({ from, tracks, plays, keptTracks }) =>
      html`<tr><th scope=row>${decade(from)}<td>${words.units.count(tracks)}<td>${words.units.count(keptTracks)}<td>${percent(shareOf(plays, all.plays))}`,
  )
  return html`<table class=numbers><thead><tr><th scope=col>${said.band}<th scope=col>${said.number}<th scope=col>${said.keptTracks}<th scope=col>${said.share}</thead>${rows}</table>`
}

const styles = trusted(`${printMarkup(pageStyles)}${pictureStyles}
.amounts { max-width: 42rem; text-wrap: pretty }
.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); gap: 2.5rem; margin-top: 2.5rem }
figure { margin: 0; min-width: 0 } figcaption { margin-bottom: .75rem; font: 500 1.1rem/1.2 var(--serif) }
.numbers, .rows { width: 100%; border-collapse: collapse; font-size: .875rem } .numbers { margin-top: .75rem; max-width: 34rem }
.numbers th, .numbers td { padding: .2rem 0 .2rem .75rem; text-align: right; font-weight: 400; font-variant-numeric: tabular-nums } .numbers :is(th, td):first-child { padding-left: 0; text-align: left } .numbers thead th { color: var(--soft) }
.rows th, .rows td { padding: .5rem 1rem .5rem 0; text-align: left; font-weight: 400; vertical-align: top; border-top: 1px solid var(--rule); overflow-wrap: anywhere } .rows thead th { color: var(--soft); border: 0 } .rows b { font-weight: 600 } .rows small { display: block }
.rows ul { list-style: none; margin: 0; padding: 0 } .gone { color: var(--failed); font-weight: 600 }
@media (max-width: 40rem) { .rows thead { position: absolute; clip-path: inset(50%) } .rows tr { display: block; padding: .5rem 0; border-top: 1px solid var(--rule) } .rows th, .rows td { display: block; border: 0; padding: .1rem 0 } }
@media print { .pictures { grid-template-columns: 1fr 1fr } figure, .rows tr { break-inside: avoid } .rows a[href^='http']::after { content: ' (' attr(href) ')'; color: var(--soft) } }
`)

// Nothing may load or run: the one style sheet of this page is named by its hash.
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(printMarkup(styles)).digest('base64')}'; base-uri 'none'; form-action 'none'`
