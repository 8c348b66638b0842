import type { Command } from 'commander'
import { expect, test, vi } from 'vitest'
import { findLanguage } from '../../../src/cli/language.ts'
import { makeProgram } from '../../../src/cli/program.ts'
import { limitNames } from '../../../src/model/accounts/limits.ts'
import { backupOptions } from '../../../src/model/backup/options.ts'
import { packOptions } from '../../../src/model/preserve/packages/pack-options.ts'
import { german, listUnmarked } from '../../support/words/marked-words.ts'

const withAll = (command: Command): readonly Command[] => [
  command,
  ...command.commands.flatMap(withAll),
]
const commands = withAll(makeProgram(german))

const choices = commands
  .flatMap(({ options, registeredArguments }) => [...options, ...registeredArguments])
  .flatMap(({ argChoices = [], defaultValue }) => [...argChoices, String(defaultValue)])
/** What is no sentence: what commands are called, and what of their options stands in a table of its own. */
const names = [
  'help',
  ...commands.map((command) => command.name()),
  ...choices,
  ...limitNames,
  ...[...Object.values(backupOptions), ...Object.values(packOptions)].map(({ help }) => help.de),
  ...['{playlist} {position} {artist} {albumartist} {album} {title} {track} {disc} {year} {isrc}'],
]

/** Without the examples, which are commands, and without flags. */
const readHelp = (text: string) =>
  text.replaceAll(/^ {2}.*\bsongkeep .*$/gm, '').replaceAll(/(?<!\S)--?[a-z\d-]+/gi, '')

test.each(commands.map((command) => [command.name(), command] as const))(
  'the help of %s says nothing but German words and names',
  (_name, command) => {
    let help = ''
    command.configureOutput({ writeOut: (text) => (help += text), getOutHelpWidth: () => 10_000 })
    command.outputHelp()
    expect(help).toContain('⟦Aufruf:⟧')
    expect(listUnmarked(readHelp(help), names)).toEqual([])
  },
)

test.each([
  ['backup x --into', ['--into']],
  ['backup x', ['--into']],
  ['backup x --into y --ofline', ['--ofline', '--offline']],
  ['backup x --into y --format wma', ['--format', 'wma']],
  ['backup x --into y --jobs some', ['--jobs', 'some']],
  ['serve --port some', ['--port', 'some']],
  ['bakcup', ['bakcup', 'backup']],
  ['verify', []],
  ['verify x y', []],
  ['login nowhere', ['nowhere']],
  ['jobs pause', []],
  ['catalogue bild', ['bild', 'build']],
])('%s: what is wrong is told in German', async (line, given) => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const run = makeProgram(german).parseAsync(['node', 'songkeep', ...line.split(' ')])
  await expect(run).rejects.toThrow()
  const told = write.mock.calls.map(([text]) => String(text)).join('')
  write.mockRestore()
  expect(told).toMatch(/^songkeep: ⟦/)
  for (const each of given) expect(told).toContain(each)
  expect(listUnmarked(readHelp(told), [...names, 'songkeep'])).toEqual([])
})

test.each([
  ['--lang de doctor', 'de'],
  ['doctor --lang=de', 'de'],
  ['doctor --lang de --lang en', 'en'],
  ['doctor -- --lang de', 'en'],
  ['doctor --lang', 'en'],
  ['doctor --lang xx', 'en'],
])('%s is read in %s', (line, language) => {
  vi.stubEnv('LC_ALL', 'C')
  expect(findLanguage(line.split(' '))).toBe(language)
  vi.stubEnv('LC_ALL', 'de_AT.UTF-8')
  expect(findLanguage(['doctor'])).toBe('de')
  vi.unstubAllEnvs()
})
