/**
 * The catalogue beside general search engines, on the same recordings and queries, in one run:
 *
 *     node bench/catalogue/peers.ts CATALOGUE.jsonl.gz QUERIES.jsonl TRUTH.jsonl [--seconds 10]
 *
 * SQLite's FTS5 comes with Node. PostgreSQL is asked where `initdb` and `pg_trgm` are installed, DuckDB
 * where SONGKEEP_DUCKDB names a folder that has `@duckdb/node-api` in it. All get folded words. A peer's
 * time is that of its search alone; ours has the scoring of all candidates in it. Ours is asked first
 * and last, so that a machine growing busy shows. Queries come in the same mixed order to all; a peer is
 * asked for so many seconds. The clock of a busy machine measures its other work too: beside queries by
 * the clock stand queries by this process' processor time (PostgreSQL's is in another process).
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { buildCatalogueFromFiles } from '../../src/app/catalogues/build.ts'
import { Catalogue } from '../../src/catalogue/catalogue.ts'
import { rank } from '../../src/match/rank.ts'
import type { Recording } from '../../src/model/recording.ts'
import type { Track } from '../../src/model/track.ts'
import { foldText } from '../../src/text/fold.ts'

interface Query extends Track {
  readonly id: string
  readonly truth: readonly string[]
}

interface Result {
  readonly name: string
  readonly queriesPerSecond: number
  readonly perProcessorSecond: number
  readonly rightFirst: number
  readonly asked: number
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '10' } },
})
const [catalogueFile = '', queryFile = '', truthFile = ''] = positionals
const readJsonLines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
const recordings: Recording[] = readJsonLines(gunzipSync(readFileSync(catalogueFile)).toString())
const truths = new Map<string, string[]>(
  readJsonLines(readFileSync(truthFile, 'utf8')).map(({ id, truth }) => [id, truth]),
)
const queries: Query[] = readJsonLines(readFileSync(queryFile, 'utf8')).map((query) => ({
  ...query,
  truth: truths.get(query.id) ?? [],
}))
// Mixed by a stride prime to the number, so that any beginning has its share of each set.
const mixed = queries.map((_, at) => queries[(at * 2339) % queries.length]!)
const patienceMs = Number(values.seconds) * 1000
const folder = mkdtempSync(join(tmpdir(), 'songkeep-peers-'))
chmodSync(folder, 0o777)

/** Folded words of artists and title: what every engine is given to index. */
const textOf = (track: Track) => foldText(`${track.artists.join(' ')} ${track.title}`)
const texts = recordings.map(textOf)

function measure(name: string, ask: (query: Query) => string | undefined): Result {
  const answers: (string | undefined)[] = []
  const start = performance.now()
  const cpu = process.cpuUsage()
  for (const query of mixed) {
    answers.push(ask(query))
    if (performance.now() - start > patienceMs) break
  }
  return tell(name, answers, (performance.now() - start) / 1000, cpuSeconds(cpu))
}

function cpuSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1e6
}

/** Without `cpu` the work was another process'. */
function tell(
  name: string,
  answers: readonly (string | undefined)[],
  seconds: number,
  cpu = Number.NaN,
): Result {
  const asked = mixed.slice(0, answers.length)
  const positives = asked.filter(({ truth }) => truth.length > 0).length
  const right = asked.filter(({ truth }, at) => truth.includes(answers[at] ?? '')).length
  const result = {
    name,
    queriesPerSecond: Math.round((10 * asked.length) / seconds) / 10,
    perProcessorSecond: Math.round((10 * asked.length) / cpu) / 10,
    rightFirst: Math.round((10_000 * right) / positives) / 100,
    asked: asked.length,
  }
  console.error(JSON.stringify(result))
  return result
}

const results: Result[] = []

const ours = join(folder, 'ours')
await buildCatalogueFromFiles({ out: ours, files: [catalogueFile] })
using catalogue = new Catalogue([ours])
const askOurs = (query: Query) => rank(query, catalogue.lookUp(query)).matches[0]?.recording.id
results.push(measure('songkeep, first', askOurs))

/** FTS5 in memory: words in any order, the best by BM25; all words first where `strict`. */
function openFts(tokenizer: string) {
  const database = new DatabaseSync(':memory:')
  database.exec(`CREATE VIRTUAL TABLE names USING fts5(text, content='', tokenize='${tokenizer}')`)
  const insert = database.prepare('INSERT INTO names(rowid, text) VALUES (?, ?)')
  database.exec('BEGIN')
  for (const [row, text] of texts.entries()) insert.run(row, text)
  database.exec("COMMIT; INSERT INTO names(names) VALUES ('optimize')")
  const select = database.prepare(
    'SELECT rowid FROM names WHERE names MATCH ? ORDER BY rank LIMIT 1',
  )
  return (expression: string) => {
    const row = expression === '' ? undefined : select.get(expression)
    return row === undefined ? undefined : recordings[Number(row.rowid)]?.id
  }
}

const quoted = (terms: readonly string[], operator: string) =>
  terms.map((term) => `"${term}"`).join(` ${operator} `)
const wordsOf = (query: Query) => textOf(query).split(' ')
const trigramsOf = (query: Query) => {
  const text = textOf(query)
  return Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3))
}

const bm25 = openFts('unicode61')
results.push(
  measure('SQLite FTS5, BM25, any word', (query) => bm25(quoted(wordsOf(query), 'OR'))),
  measure(
    'SQLite FTS5, BM25, all words, else any',
    (query) => bm25(quoted(wordsOf(query), 'AND')) ?? bm25(quoted(wordsOf(query), 'OR')),
  ),
  measure('SQLite FTS5, BM25, all words only', (query) => bm25(quoted(wordsOf(query), 'AND'))),
)
const trigram = openFts('trigram')
results.push(measure('SQLite FTS5, trigrams', (query) => trigram(quoted(trigramsOf(query), 'OR'))))

if (process.env.SONGKEEP_DUCKDB) results.push(...(await askDuckDb(process.env.SONGKEEP_DUCKDB)))

async function askDuckDb(path: string): Promise<Result[]> {
  const { DuckDBInstance } = createRequire(join(path, 'package.json'))('@duckdb/node-api')
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const file = join(folder, 'names.csv')
  writeFileSync(file, texts.map((text, row) => `${row},"${text}"`).join('\n'))
  await connection.run(
    `CREATE TABLE names AS SELECT * FROM read_csv('${file}', header=false, columns={'row':'INTEGER','text':'VARCHAR'})`,
  )
  const found: Result[] = []
  for (const likeness of ['jaro_winkler_similarity', 'jaccard']) {
    const statement = await connection.prepare(
      `SELECT arg_max(row, ${likeness}(text, $1)) FROM names`,
    )
    const answers: (string | undefined)[] = []
    const start = performance.now()
    const cpu = process.cpuUsage()
    for (const query of mixed) {
      if (performance.now() - start > patienceMs) break
      statement.bindVarchar(1, textOf(query))
      const [[row] = []] = await (await statement.runAndReadAll()).getRows()
      answers.push(recordings[Number(row)]?.id)
    }
    found.push(
      tell(
        `DuckDB, scan by ${likeness}`,
        answers,
        (performance.now() - start) / 1000,
        cpuSeconds(cpu),
      ),
    )
  }
  return found
}

try {
  results.push(...askPostgres())
} catch (error) {
  console.error(
    `PostgreSQL was not asked: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
  )
}

/** A server of its own on a socket in the folder; the queries go through psql in one session. */
function askPostgres(): Result[] {
  const data = join(folder, 'postgres')
  const prefix = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : []
  const run = (...command: readonly string[]) => {
    const [program = '', ...rest] = [...prefix, ...command]
    return execFileSync(program, rest, {
      encoding: 'utf8',
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  }
  run('initdb', '-D', data, '-A', 'trust', '-U', 'bench', '--no-sync')
  const settings = `-k ${folder} -h '' -c shared_buffers=1GB -c work_mem=256MB -c fsync=off`
  run('pg_ctl', '-D', data, '-w', '-o', settings, '-l', join(folder, 'postgres.log'), 'start')
  try {
    const psql = (script: string) => {
      const file = join(folder, 'script.sql')
      writeFileSync(file, script)
      return run('psql', '-h', folder, '-U', 'bench', '-d', 'postgres', '-qAt', '-f', file)
    }
    const rows = join(folder, 'names.tsv')
    writeFileSync(rows, texts.map((text, row) => `${row}\t${text}`).join('\n'))
    psql(
      `CREATE EXTENSION pg_trgm; CREATE TABLE names(id int, text text); \\copy names FROM '${rows}'`,
    )
    psql('CREATE INDEX ON names USING gin (text gin_trgm_ops); ANALYZE names')
    const found: Result[] = []
    for (const threshold of [0.3, 0.5]) {
      const answers: (string | undefined)[] = []
      const start = performance.now()
      for (let at = 0; at < mixed.length && performance.now() - start < patienceMs; at += 100) {
        const selects = mixed.slice(at, at + 100).map((query) => {
          const text = `'${textOf(query)}'`
          return `SELECT coalesce((SELECT id FROM names WHERE text % ${text} ORDER BY similarity(text, ${text}) DESC LIMIT 1), -1);`
        })
        const lines = psql(
          `SET pg_trgm.similarity_threshold = ${threshold};\n${selects.join('\n')}`,
        )
        for (const line of lines.trim().split('\n')) answers.push(recordings[Number(line)]?.id)
      }
      found.push(
        tell(
          `PostgreSQL pg_trgm, GIN, threshold ${threshold}`,
          answers,
          (performance.now() - start) / 1000,
        ),
      )
    }
    return found
  } finally {
    run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
  }
}

results.push(measure('songkeep, last', askOurs))
const own = results.at(-1)!
console.table(
  results.map((result) => ({
    ...result,
    'ours is faster by': Math.round((10 * own.queriesPerSecond) / result.queriesPerSecond) / 10,
    'by processor': Math.round((10 * own.perProcessorSecond) / result.perProcessorSecond) / 10,
  })),
)
rmSync(folder, { recursive: true, force: true })
