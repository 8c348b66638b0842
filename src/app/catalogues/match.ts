import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { CatalogueOptions } from '../../catalogue/catalogue.ts'
import type { CatalogueReader } from '../../catalogue/catalogue-reader.ts'
import { openFile, readLines } from '../../catalogue/read/lines.ts'
import { parseJson } from '../../catalogue/read/parse-json.ts'
import { makeRecording } from '../../catalogue/read/recording.ts'
import { rank } from '../../match/rank.ts'
import type { Evidence, RankedMatch, RankingDecision } from '../../model/match.ts'
import { type Reason, reason } from '../../model/reason.ts'
import type { Recording } from '../../model/recording.ts'
import { renderWaterfall } from '../../report/terminal/waterfall.ts'
import { spellOut } from '../../words/spell-out.ts'
import type { Words } from '../../words/words.ts'
import { type Environment, readEnvironment } from '../environment.ts'
import { openCatalogues } from './open.ts'

export interface MatchOptions extends CatalogueOptions {
  /** Queries, one JSON object a line; `.gz` and `.zst` are unpacked, `-` is standard input. */
  readonly queries: string
  /** Folders, files that name shards, addresses. */
  readonly catalogues: readonly string[]
  /** Whose token is told to servers; where it is offline, none is asked. The program's own, where none is given. */
  readonly environment?: Environment
  /** Answers go here, one a line, in the queries' order. */
  readonly out: Writable
  /** Candidates told in each answer. */
  readonly top?: number
  /** Evidence with level and values, not weights alone; the waterfall for a person goes to `out`. */
  readonly explain?: { readonly out: Writable; readonly words: Words }
  readonly onProgress?: (done: number) => void
  /** Called where an older catalogue is used, because what is published now could not be fetched. */
  readonly tell?: (note: Reason) => void
  readonly signal?: AbortSignal
}

export interface MatchAnswer {
  readonly id: string
  readonly decision: RankingDecision
  /** The first candidate, whatever the decision. */
  readonly best: { readonly id: string; readonly probability: number } | null
  readonly candidates: readonly AnswerCandidate[]
  /** Why there is no answer, where the query could not be read. */
  readonly error?: Reason
}

interface AnswerCandidate {
  readonly id: string
  readonly probability: number
  /** By field: the match weight in bits; explained, the level and the values compared too. */
  readonly evidence: Readonly<Record<string, number | Omit<Evidence, 'field'>>>
}

export interface MatchSummary {
  readonly queries: number
  readonly decisions: Readonly<Record<RankingDecision, number>>
}

const TOP = 5

/** Answers queries from catalogues. A query that can not be read is answered `none` with the error. */
export async function matchQueries(options: MatchOptions): Promise<MatchSummary> {
  const { out, signal = new AbortController().signal } = options
  const { memory, candidates: most, tell, environment = readEnvironment() } = options
  const opening = { memory, candidates: most, tell, signal }
  using catalogue = await openCatalogues(options.catalogues, opening, environment)
  const decisions = { match: 0, ambiguous: 0, none: 0 }
  let row = 0
  for await (const lines of readLines(openFile(options.queries, signal).chunks)) {
    const answers: string[] = []
    const queries: (readonly [row: number, query: Recording | Reason])[] = []
    for (const line of lines) {
      row++
      if (line !== '') queries.push([row, readQuery(line, row)])
    }
    const tracks = queries.flatMap(([, query]) => ('code' in query ? [] : query))
    const found = (await catalogue.lookUpAll(tracks, signal)).values()
    for (const [number, query] of queries) {
      const candidates = 'code' in query ? [] : (found.next().value ?? [])
      const answer = answerQuery(query, number, candidates, catalogue.names, options)
      decisions[answer.decision]++
      answers.push(JSON.stringify(spellOut(answer)), '\n')
    }
    signal.throwIfAborted()
    if (!out.write(answers.join(''))) await once(out, 'drain', { signal })
    options.onProgress?.(row)
  }
  return { queries: decisions.match + decisions.ambiguous + decisions.none, decisions }
}

function answerQuery(
  query: Recording | Reason,
  row: number,
  found: readonly Recording[],
  names: CatalogueReader['names'],
  options: Pick<MatchOptions, 'top' | 'explain'>,
): MatchAnswer {
  if ('code' in query) {
    return { id: String(row), decision: 'none', best: null, candidates: [], error: query }
  }
  const ranking = rank(query, found, names)
  const { decision, matches } = ranking
  const most = Math.max(1, options.top ?? TOP)
  const { explain } = options
  explain?.out.write(`${renderWaterfall(query, ranking, most, explain.words)}\n\n`)
  const candidates = matches.slice(0, most).map((match) => tell(match, explain !== undefined))
  const [best] = candidates
  return {
    id: query.id,
    decision,
    best: best ? { id: best.id, probability: best.probability } : null,
    candidates: options.top === 0 ? [] : candidates,
  }
}

/** A query has the shape of a record. */
function readQuery(line: string, row: number): Recording | Reason {
  const parsed = parseJson(line)
  if ('fault' in parsed) return parsed.fault
  const { value } = parsed
  return typeof value === 'object' && value !== null
    ? makeRecording(value, 'query', row)
    : reason('catalogue.row-no-object')
}

function tell(match: RankedMatch, explain: boolean): AnswerCandidate {
  const evidence: Record<string, number | Omit<Evidence, 'field'>> = {}
  for (const { field, ...rest } of match.evidence) {
    evidence[field] = explain ? { ...rest, weight: round(rest.weight, 2) } : round(rest.weight, 2)
  }
  return { id: match.recording.id, probability: round(match.probability, 6), evidence }
}

const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits
