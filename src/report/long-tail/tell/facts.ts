import type { Words } from '../../../words/words.ts'
import { type LongTail, shareOf } from '../long-tail.ts'

/** How much is safe; where no archive was named, what it is all about. */
export function headlineOf({ weighed, archives, kept, all }: LongTail, { tail }: Words): string {
  return archives.length > 0
    ? tail.safe[weighed](shareOf(kept.plays, all.plays))
    : tail.spread[weighed]
}

/** What there is, what of it is kept and how that is known, and how it is spread: a sentence each. */
export function tellFacts(tail: LongTail, words: Words): readonly string[] {
  const { weighed, archives, all, kept, keptExactly, keptByNames } = tail
  const said = words.tail
  const hasArchive = archives.length > 0
  return [
    said.whole(all.tracks, said.amount[weighed](all.plays)),
    ...(hasArchive ? [said.kept(kept.tracks, all.tracks, kept.bytes)] : []),
    ...(hasArchive && weighed !== 'entries'
      ? [said.found(shareOf(keptExactly.plays, all.plays), shareOf(keptByNames.plays, all.plays))]
      : []),
    [
      said.half(tail.tracksForHalf, shareOf(tail.tracksForHalf, all.tracks)),
      ...(tail.outweighedByThree > 3 ? [said.outweighed(tail.outweighedByThree)] : []),
      `${said.gini(tail.gini)} (${said.giniMeaning})`,
    ].join('. '),
  ]
}
