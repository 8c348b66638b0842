import { filterRules } from './filters.ts'
import { printMarkup, trusted } from './markup.ts'

/** The page's whole dress: system typefaces, nothing fetched, light and dark, paper too. */
export const pageStyles = trusted(`
:root {
  color-scheme: light dark;
  --paper: #faf8f4; --panel: #fffefb; --ink: #211e1a; --soft: #675f55; --rule: #e3ddd2;
  --kept: #1f6f5c; --already-kept: #55877a; --would-keep: #3f7396; --ambiguous: #8a6118;
  --review: var(--ambiguous); --refused: #65568f; --not-found: #5f646c; --failed: #a8242f; --skipped: #8a8276;
  --unreached: #cfc7ba; --link: #14594a;
  --serif: ui-serif, 'Iowan Old Style', 'Palatino Linotype', 'URW Palladio L', P052, Charter, Georgia, serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #171613; --panel: #1f1d1a; --ink: #ece7dd; --soft: #a79f91; --rule: #37332c;
    --kept: #5fbfa4; --already-kept: #93c9b9; --would-keep: #7fb6da; --ambiguous: #dcb063;
    --refused: #b0a2dc; --not-found: #a3a9b1; --failed: #f47f85; --skipped: #857d71;
    --unreached: #4b453c; --link: #84d3bd;
  }
}
* { box-sizing: border-box }
html { font: 400 1rem/1.5 var(--sans); background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100% }
body { max-width: 58rem; margin: 0 auto; padding: clamp(1.5rem, 5vw, 4rem) clamp(1rem, 4vw, 2rem) 4rem }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: from-font }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px }
small { font-size: .875em; color: var(--soft) }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }

.eyebrow { margin: 0; font-size: .8125rem; letter-spacing: .04em; color: var(--soft) }
h1 { margin: .15em 0 .3em; font: 500 clamp(1.9rem, 6vw, 3rem)/1.1 var(--serif); letter-spacing: -.015em; text-wrap: balance; overflow-wrap: anywhere }
.lead { margin: 0; max-width: 38rem; font: 400 clamp(1.1rem, 2.6vw, 1.3rem)/1.4 var(--serif); text-wrap: pretty }
.amounts { margin: .5rem 0 0; color: var(--soft); font-size: .9375rem }
h2 { margin: 2.5rem 0 .75rem; font: 500 1.35rem/1.2 var(--serif) }

.whole { display: block; width: 100%; height: 1.1rem; margin: 1.75rem 0 .9rem; border-radius: 3px; background: var(--rule) }
.whole rect { fill: var(--tone); stroke: var(--paper); stroke-width: 2px }
.kept { --tone: var(--kept) } .already-kept { --tone: var(--already-kept) } .would-keep { --tone: var(--would-keep) }
.ambiguous { --tone: var(--ambiguous) } .review { --tone: var(--review) } .refused { --tone: var(--refused) } .not-found { --tone: var(--not-found) }
.failed { --tone: var(--failed) } .skipped { --tone: var(--skipped) } .unreached { --tone: var(--unreached) }

.controls { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between; padding: .6rem 0; background: var(--paper); border-bottom: 1px solid var(--rule) }
.filters { display: flex; flex-wrap: wrap; gap: .15rem; margin: 0; padding: 0; border: 0; min-width: 0 }
.filters label { position: relative; display: inline-flex; align-items: center; gap: .45em; padding: .3rem .65rem; border-radius: 2rem; font-size: .875rem; cursor: pointer; white-space: nowrap }
.filters label:hover { background: var(--rule) }
.filters label:has(:checked) { background: var(--ink); color: var(--paper) }
.filters label:has(:focus-visible) { outline: 2px solid var(--link); outline-offset: 1px }
.filters input { position: absolute; opacity: 0; pointer-events: none }
.filters i { width: .7em; height: .7em; border-radius: 2px; background: var(--tone) }
.filters b { font-weight: 400; font-variant-numeric: tabular-nums; opacity: .75 }
.search { display: flex; gap: .75rem; align-items: baseline; margin: 0 0 0 auto; font-size: .875rem }
.search[hidden] { display: none }
.search input { width: 12rem; max-width: 100%; padding: .35rem .7rem; font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--soft); border-radius: 2rem }
.search output { color: var(--soft); white-space: nowrap; order: -1 } .search output:empty { display: none }

.since { margin: 0 0 1rem; color: var(--soft); font-size: .9375rem } .since summary { cursor: pointer; color: var(--ink) }
.since ul { list-style: none; margin: .5rem 0 0; padding: 0 } .since li { display: grid; grid-template-columns: 1.2rem 6rem 5rem minmax(0, 1fr); gap: 0 .6rem; padding: .15rem 0; color: var(--ink); overflow-wrap: anywhere }
.since i { font-style: normal; text-align: center } .since b { font-weight: 600 } .since li > span:nth-child(3) { color: var(--soft); font-variant-numeric: tabular-nums }

.next { margin: 0 0 1px; padding-left: 3.6rem; font-size: .9375rem }
.next div { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: 0 1rem; padding: .35rem 0 }
.next dt { font-weight: 600 } .next dd { margin: 0; text-wrap: pretty }

.entries { list-style: none; margin: -1px 0 0; padding: 0; border-bottom: 1px solid var(--rule) }
.entries > li { border-top: 1px solid var(--rule); content-visibility: auto; contain-intrinsic-size: auto 3.9rem; scroll-margin-top: 4rem }
.entries > li[hidden] { display: none }
.line { display: grid; grid-template-columns: 2.6rem minmax(0, 1fr) auto 8.6rem 1rem; column-gap: 1rem; align-items: baseline; padding: .65rem 0; list-style: none }
.line::-webkit-details-marker { display: none }
summary.line { cursor: pointer }
summary.line::after { content: '›' / ''; justify-self: end; color: var(--soft); font-size: 1.25rem; line-height: 1; transition: rotate .15s }
[open] > summary.line::after { rotate: 90deg }
summary.line:hover .title { text-decoration: underline; text-decoration-color: var(--soft); text-underline-offset: .2em; text-decoration-thickness: 1px }
summary.line:focus-visible { outline-offset: -2px }
.pos { text-align: right; color: var(--soft); font-size: .875rem; font-variant-numeric: tabular-nums }
.what { overflow-wrap: anywhere }
.title { font-weight: 600 } .by { color: var(--soft); margin-inline-start: .35em }
.why { display: block; margin-top: .15rem; font-size: .9375rem; line-height: 1.45; text-wrap: pretty }
.kept .why, .already-kept .why, .would-keep .why, .skipped .why { color: var(--soft); font-size: .875rem }
.skipped .title { font-weight: 400 }
.len { color: var(--soft); font-size: .875rem; font-variant-numeric: tabular-nums }
.mark { font-size: .875rem; white-space: nowrap }
.mark i { display: inline-block; width: 1.35em; margin-inline-end: .25em; border-radius: 50%; background: var(--tone); color: var(--paper); font: 700 .8em/1.35 var(--sans); text-align: center; vertical-align: .08em }

.more { padding: .25rem 0 1.75rem 3.6rem; font-size: .9375rem }
.more dl { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: .35rem 1rem; margin: 0 0 1.25rem }
.more dt { color: var(--soft) } .more dd { margin: 0; overflow-wrap: anywhere }
.more h3 { margin: 0 0 .25rem; font: 600 1rem/1.35 var(--sans); overflow-wrap: anywhere }
.more h3 b { margin-inline-start: .5em; font-weight: 400; color: var(--soft); white-space: nowrap }
.more p { margin: 0 0 .5rem; overflow-wrap: anywhere }
.candidate + .candidate { margin-top: 1.5rem }
.where { margin: 0 0 1.25rem } .more .where dl { grid-template-columns: 7rem minmax(0, 1fr); margin: .35rem 0 0 } .where ul { list-style: none; margin: 0; padding: 0 } .where li small { margin-inline-start: .35em }
code { font: .8125rem/1.5 var(--mono); overflow-wrap: anywhere }

.fall { width: 100%; border-collapse: collapse; font-size: .875rem; line-height: 1.4 }
.technical { margin: .5rem 0 } .technical > summary { width: fit-content; padding: .6rem 0; color: var(--soft); cursor: pointer }
.fall caption { padding-bottom: .5rem; text-align: left; color: var(--soft); text-wrap: pretty }
.fall th { font-weight: 400; text-align: left; color: var(--soft) }
.fall th, .fall td { padding: .28rem .9rem .28rem 0; vertical-align: baseline }
.fall tr > :first-child { width: 7.5rem } .fall td { overflow-wrap: anywhere }
.fall thead th { font-size: .8125rem; border-bottom: 1px solid var(--rule) }
.fall tfoot tr > * { border-top: 1px solid var(--rule); color: var(--ink) }
.fall small, .vs { color: var(--soft) } .fall small::before { content: '· ' } .fall td > small:first-child::before { content: none }
.fall .bar { width: 32%; min-width: 4.5rem; padding-right: .6rem }
.fall .bits { width: 3.4rem; padding-right: 0; text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.fall svg { display: block; width: 100%; height: .8rem; overflow: visible }
.fall rect { height: .8rem; fill: var(--kept) } .fall .n { fill: var(--ambiguous) } .fall .z { width: 1px; height: 1.85rem; y: -.5rem; fill: var(--rule) }
.fall tfoot .p, .fall tfoot .n { fill: var(--ink) }
.steps { display: block; width: 12rem; max-width: 100%; height: 3rem; margin-bottom: .4rem } .steps .p { fill: var(--kept) } .steps .n { fill: var(--ambiguous) }

footer { margin-top: 3rem; font-size: .875rem; color: var(--soft) }
footer p { margin: .35rem 0; overflow-wrap: anywhere; max-width: 46rem }

@media (max-width: 40rem) {
  .line { grid-template-columns: 1.9rem minmax(0, 1fr) auto 1rem; column-gap: .7rem }
  .line::after { grid-area: 1 / 4 }
  .what { grid-area: 1 / 2 } .len { grid-area: 1 / 3 } .mark { grid-area: 2 / 2; margin-top: .2rem }
  .by { display: block; margin: 0 }
  .more { padding-left: 2.6rem } .more dl, .more .where dl { grid-template-columns: minmax(0, 1fr); gap: 0 } .more dd { margin-bottom: .5rem }
  .since li { grid-template-columns: 1.2rem 5.2rem 4.2rem minmax(0, 1fr) }
  .next { padding-left: 0 } .next div { grid-template-columns: minmax(0, 1fr) }
  .controls:has([value=all]:checked) ~ .next > :not(.run) { display: none }
  .controls { gap: .4rem } .search { width: 100%; margin: 0 } .search input { width: 100%; flex: 1 }
  .filters { flex-wrap: nowrap; overflow-x: auto; max-width: 100vw; padding: 3px 0; scrollbar-width: none }
  .fall, .fall caption, .fall tbody, .fall tfoot { display: block }
  .fall thead { position: absolute; clip-path: inset(50%) }
  .fall tr { display: grid; grid-template-columns: 6.2rem minmax(0, 1fr) 3rem } .fall .bits { width: auto; padding: 0 } .fall tbody tr, .fall tfoot tr { padding: .3rem 0 }
  .fall .bar { grid-area: 2 / 2 / auto / 4; width: auto; padding: .1rem 0 0 } .fall th, .fall td { padding: 0 .5rem 0 0; border: 0 !important }
  .fall tfoot tr { border-top: 1px solid var(--rule) } .fall .z { height: .8rem; y: 0 }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important } }
@media print {
  html { font-size: 10pt; background: none } body { max-width: none; padding: 0 }
  .controls { position: static; background: none } .search, summary.line::after { display: none }
  .filters label, .filters label:has(:checked) { background: none; color: inherit; padding-left: 0 }
  .entries > li { content-visibility: visible } .line, .more dl, .fall { break-inside: avoid }
  .whole, .mark i, .filters i, .more svg { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  .more a[href^='http']::after { content: ' (' attr(href) ')'; color: var(--soft) }
}
${printMarkup(filterRules)}
`)
