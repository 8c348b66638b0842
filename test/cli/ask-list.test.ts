import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { askAtTerminal } from '../../src/cli/ask/list.ts'
import type { ListQuestion } from '../../src/model/lists/list-question.ts'
import { de } from '../../src/words/de/index.ts'
import { en } from '../../src/words/en/index.ts'

const at = '2026-03-03T12:00:00.000Z'
const question: ListQuestion = {
  at: 0,
  playlist: 'my-list (1)',
  entries: 44,
  candidates: [
    { id: 'one', name: 'my-list', at, same: 40, of: 44 },
    { id: 'two', name: 'Other\u001b[31m', same: 22, of: 44 },
  ],
  suggested: 'one',
}

function begin(typed: string, words = en) {
  const [input, output] = [new PassThrough(), new PassThrough()]
  let shown = ''
  output.on('data', (chunk) => (shown += chunk))
  const stop = new AbortController()
  const ask = askAtTerminal({ stdin: input, stderr: output }, words, stop.signal)
  input.write(typed)
  return { ask, input, stop, shown: () => shown }
}

describe('at the terminal', () => {
  test.each([
    ['Enter', '\n', 'one'],
    ['a number', '2\n', 'two'],
    ['the last number, a new list', '3\n', undefined],
    ['something else first', '4\n0\nyes\n -1\n2\n', 'two'],
  ])('%s', async (_, typed, answer) => {
    expect(await begin(typed).ask(question)).toBe(answer)
  })

  test('where nothing is suggested, Enter begins a new list', async () => {
    expect(await begin('\n').ask({ ...question, suggested: undefined })).toBeUndefined()
  })

  test('says what there is to choose from, in both languages and without what moves the cursor', async () => {
    const told = begin('\n')
    await told.ask(question)
    expect(told.shown()).toContain(
      '1  the newer version of “my-list”, last kept on 3 March 2026, 40 of 44 entries the same',
    )
    expect(told.shown()).not.toContain('\u001b')
    const german = begin('\n', de)
    await german.ask(question)
    expect(german.shown()).toContain('3  eine neue Liste')
  })

  test('“a” takes what is suggested for all that follow', async () => {
    const { ask } = begin('a\n')
    expect(await ask(question)).toBe('one')
    expect(await ask({ ...question, suggested: 'two' })).toBe('two')
  })

  test('where the input ends, what is suggested is taken', async () => {
    const { ask, input } = begin('')
    input.end()
    expect(await ask(question)).toBe('one')
  })

  test('a run that is stopped asks no further', async () => {
    const { ask, stop } = begin('')
    const answer = ask(question)
    stop.abort()
    await expect(answer).rejects.toThrow(/abort/i)
    await expect(ask(question)).rejects.toThrow(/abort/i)
  })
})
