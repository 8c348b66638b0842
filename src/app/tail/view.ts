import type { TailView } from '../../api/contract.ts'
import type { AtRisk } from '../../report/long-tail/lists/at-risk.ts'
import type { WhatNext } from '../../report/long-tail/lists/what-next.ts'
import type { LongTail } from '../../report/long-tail/long-tail.ts'
import { describePictures } from '../../report/long-tail/pictures/all.ts'
import { headlineOf, tellFacts } from '../../report/long-tail/tell/facts.ts'
import { tellLink, tellRight, tellSize, tellState } from '../../report/long-tail/tell/tables.ts'
import { formatArtists } from '../../words/names.ts'
import { say } from '../../words/say.ts'
import type { Words } from '../../words/words.ts'

/** Of at most so many a page is still read. */
const MAX_ROWS = 100

/** The long tail as the page shows it. */
export function viewTail(tail: LongTail, words: Words): TailView {
  const { risk, next, amount } = words.tail
  const { atRisk, atRiskCount, withdrawnCount, weighed } = tail
  const weigh = amount[weighed]
  const rows = atRisk.slice(0, MAX_ROWS)
  return {
    headline: headlineOf(tail, words),
    facts: [...tellFacts(tail, words)],
    pictures: [...describePictures(tail, words)],
    risk: {
      heading: risk.heading,
      lead: risk.lead(atRiskCount, withdrawnCount),
      columns: [risk.recording, risk.holds, risk.right, risk.state],
      rows: rows.map((row) => ({ ...viewRisk(row, words), weight: weigh(row.plays) })),
      more: atRiskCount > rows.length ? risk.moreHere(atRiskCount - rows.length) : undefined,
    },
    next: {
      heading: next.heading,
      lead: tail.next.length > 0 ? next.lead : next.none,
      columns: [next.recording, next.saves, next.way],
      rows: tail.next.map((row) => ({ ...viewNext(row, words), saves: weigh(row.plays) })),
    },
    notes: tail.notes.map((note) => say(note, words)),
  }
}

const nameOf = ({ track }: AtRisk | WhatNext) => ({
  title: track.title,
  artists: formatArtists(track.artists),
})

function viewRisk(row: AtRisk, words: Words) {
  const { risk, places } = words.tail
  const { kept, withdrawnAt, holders } = row
  return {
    ...nameOf(row),
    withdrawn: withdrawnAt === undefined ? undefined : risk.withdrawn(withdrawnAt),
    holders: [
      ...(kept ? [{ text: risk.copies(kept.copies) }] : []),
      ...row.places.map(({ kind, name, url }) => ({ text: `${name} (${places[kind]})`, url })),
      ...(holders === 0 ? [{ text: risk.holders(0) }] : []),
    ],
    right: tellRight(row, words),
    state: tellState(row, words),
  }
}

function viewNext(row: WhatNext, words: Words) {
  const { missing, places, way } = row
  return {
    ...nameOf(row),
    rate: tellSize(row, words),
    way: words.tail.next.ways[way],
    why: missing?.reason && say(missing.reason, words),
    links: missing
      ? missing.links.map((link) => ({ text: tellLink(link, words), url: link.url }))
      : places.map(({ name, url }) => ({ text: name, url })),
  }
}
