import { composerOf, mayBeSame, PLAYING } from '../../text/work/composers.ts'
import { mayNameArtist } from '../aliases/related-names.ts'
import { has, type Name } from '../name.ts'
import type { Prepared } from '../prepare.ts'
import type { LevelOf } from '../weights.ts'

/** Whose piece a record of classical music names, in front of the title or among the artists. */
export function composersOf({ people, work }: Prepared): readonly string[] {
  const prefix = work()?.composer
  const named = people.map(({ folded }) => composerOf(folded)).filter((name) => name !== undefined)
  const all = prefix === undefined ? named : [prefix, ...named]
  // Bernstein conducts Mahler; alone he is the composer.
  const others = all.filter((name) => !PLAYING.has(name))
  return others.length > 0 ? others : all
}

/** Composers are known on both sides, and none of them may be one of the other side's. */
export function areOtherComposers(left: Prepared, right: Prepared): boolean {
  const [composers, others] = [composersOf(left), composersOf(right)]
  return (
    composers.length > 0 &&
    others.length > 0 &&
    !composers.some((one) => others.some((other) => mayBeSame(one, other)))
  )
}

/**
 * Who plays, where a piece's composer is named: composers are no players, and players part two recordings only
 * where both sides name some. Undefined where no composer is known.
 */
export function comparePlayers(left: Prepared, right: Prepared): LevelOf<'artist'> | undefined {
  const [composers, others] = [composersOf(left), composersOf(right)]
  if (composers.length === 0 && others.length === 0) return undefined
  const [players, otherPlayers] = [playersOf(left, composers), playersOf(right, others)]
  if (players.length > 0 && otherPlayers.length > 0)
    return players.some((name) => isAmong(name, otherPlayers, left))
      ? 'same-names'
      : 'other-players'
  if (composers.length === 0 || others.length === 0) return 'composer-against-player'
  return players.length + otherPlayers.length === 0 ? 'exact' : 'same-composer'
}

function playersOf({ people }: Prepared, composers: readonly string[]): readonly Name[] {
  return people.filter(({ folded }) => {
    const composer = composerOf(folded)
    return composer === undefined || !composers.includes(composer)
  })
}

const isAmong = (name: Name, others: readonly Name[], { artistNames }: Prepared) =>
  has(others, name.key) || others.some((other) => mayNameArtist(name, other, artistNames))
