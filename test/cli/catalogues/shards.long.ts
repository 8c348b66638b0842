import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { makeFolder } from '../../catalogue/support/catalogue.ts'
import { startProgram } from '../../support/program.ts'

/* A catalogue cut, served by two processes and asked by a third, all of them the real program. */

const TOKEN = { SONGKEEP_CATALOGUE_TOKEN: 'a secret', SONGKEEP_OFFLINE: '' }

const start = (variables: NodeJS.ProcessEnv, ...args: readonly string[]) =>
  startProgram(args, makeFolder(), '', variables)

async function run(...args: readonly string[]): Promise<string> {
  const ended = await start(TOKEN, ...args).ended
  expect(ended, ended.stderr).toMatchObject({ code: 0 })
  return ended.stdout
}

/** Serves a folder until the test is done, or it is killed. */
async function serve(folder: string) {
  const { child, ended } = start(TOKEN, 'catalogue', 'serve', folder, '--port', '0')
  onTestFinished(async () => {
    child.kill()
    await ended
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const [address] = /http:\/\/\S+/.exec(line) ?? []
    if (address) return { child, ended, address }
  }
  throw new Error((await ended).stderr)
}

test('answers over two processes are those of the whole, and none without both', async () => {
  const folder = makeFolder()
  const write = async (name: string, lines: readonly object[]) => {
    await writeFile(join(folder, name), lines.map((line) => JSON.stringify(line)).join('\n'))
    return join(folder, name)
  }
  const ids = Array.from({ length: 200 }, (_, at) => at)
  const records = await write(
    'records.jsonl',
    ids.map((id) => ({ id: `${id}`, title: `Song ${id % 50}`, artists: [`Artist ${id % 70}`] })),
  )
  const queries = await write(
    'queries.jsonl',
    ids.slice(0, 40).map((id) => ({
      id: `${id}`,
      title: `Song ${id % 50}`,
      artists: [`${id % 2 ? 'Artist' : 'Artst'} ${id % 70}`],
    })),
  )
  const [whole, cut] = [join(folder, 'whole'), join(folder, 'cut')]
  await run('catalogue', 'build', records, '--out', whole)
  await run('catalogue', 'split', whole, '--out', cut, '--shards', '2')
  const one = await serve(join(cut, 'shard-1-of-2'))
  const two = await serve(join(cut, 'shard-2-of-2'))
  const both = `${one.address},${two.address}`
  const answers = await run('match', queries, '--catalogue', whole)
  expect(answers).toContain('"decision":"match"')
  expect(await run('match', queries, '--catalogue', both)).toBe(answers)

  const match = (variables: NodeJS.ProcessEnv, catalogue = both) =>
    start({ ...TOKEN, ...variables }, 'match', queries, '--catalogue', catalogue).ended
  for (const [refused, words] of [
    [await match({}, one.address), 'some are missing: 2'],
    [await match({ SONGKEEP_CATALOGUE_TOKEN: 'another' }), 'wants another token'],
    [await match({ SONGKEEP_OFFLINE: '1' }), 'nothing is to be asked there'],
  ] as const) {
    expect(refused).toMatchObject({ code: expect.any(Number), stdout: '' })
    expect(refused.code).not.toBe(0)
    expect(refused.stderr).toContain(words)
  }
  two.child.kill('SIGKILL')
  await two.ended
  const { code, stdout, stderr } = await match({})
  expect({ isFailed: code !== 0, stdout }).toEqual({ isFailed: true, stdout: '' })
  expect(stderr).toContain(new URL(two.address).host)
})
