import { openNames } from '../../catalogue/open-catalogue.ts'
import { compare } from '../../match/compare.ts'
import type { Evidence, RankingDecision } from '../../model/match.ts'
import { type Reason, reason } from '../../model/reason.ts'
import type { Track } from '../../model/track.ts'
import { type Environment, readEnvironment } from '../environment.ts'
import { resolvePlaces } from './open.ts'
import { parseLine, readId, readTrack } from './read-track.ts'

export interface PairVerdict {
  readonly id: string
  readonly decision: RankingDecision
  /** 0 to 1. */
  readonly probability: number
  /** Where it was asked for. */
  readonly evidence?: readonly Evidence[]
  /** Why there is no verdict, where the line could not be read; the decision is `none` then. */
  readonly error?: Reason
}

export interface ComparePairsOptions {
  readonly explain?: boolean
  /** Catalogues whose lists of artists say which names are of one artist. */
  readonly catalogues?: readonly string[]
  /** Whose token is told to servers; where it is offline, none is asked. The program's own, where none is given. */
  readonly environment?: Environment
}

/** For each line `{"id","left","right"}` a verdict, in the same order; empty lines are passed over. */
export async function* comparePairs(
  lines: AsyncIterable<string>,
  options: ComparePairsOptions = {},
): AsyncGenerator<PairVerdict> {
  const { catalogues = [], environment = readEnvironment() } = options
  const places = await resolvePlaces(catalogues, environment, new AbortController().signal)
  const { catalogueToken: token, network } = environment
  using names = await openNames(places, { token, network })
  let row = 0
  for await (const line of lines) {
    row++
    if (line.trim() === '') continue
    const pair = parseLine(line)
    const id = readId(pair, row)
    const sides = readSides(pair)
    if ('code' in sides) {
      yield { id, decision: 'none', probability: 0, error: sides }
      continue
    }
    const { decision, probability, evidence } = compare(sides.left, sides.right, names)
    yield { id, decision, probability, evidence: options.explain ? evidence : undefined }
  }
}

function readSides(pair: unknown): { readonly left: Track; readonly right: Track } | Reason {
  if (typeof pair !== 'object' || pair === null) return reason('catalogue.row-no-object')
  const sides = pair as { readonly left?: unknown; readonly right?: unknown }
  const left = readTrack(sides.left)
  if ('code' in left) return left
  const right = readTrack(sides.right)
  return 'code' in right ? right : { left, right }
}
