import { expect, test } from 'vitest'
import { accountLimits, limitNames } from '../../../src/model/accounts/limits.ts'
import type { Reason } from '../../../src/model/reason.ts'
import { wordsIn } from '../../../src/words/languages.ts'
import { say } from '../../../src/words/say.ts'
import { useAccounts } from './support.ts'

const { accounts } = useAccounts()
const words = wordsIn('en')
const names = limitNames.join(', ')

test('a member’s are shown with what each is of, and set by name', async () => {
  const { limits } = words.terminal.accounts
  const before = (await accounts('limits ben')).stdout.trimEnd().split('\n')
  expect(before).toHaveLength(limitNames.length)
  for (const [at, name] of limitNames.entries()) {
    expect(before[at]).toMatch(new RegExp(`^${name} `))
    expect(before[at]).toContain(limits[name])
  }
  expect(before[1]).toContain(` ${accountLimits.jobs.default} `)
  const { stdout } = await accounts('limits ben jobs=7 QUOTA=3GB uploadsADay=0')
  expect(stdout).toMatch(/^quota +3\.0 GB /m)
  expect(stdout).toMatch(/^jobs +7 /m)
  expect(stdout).toMatch(/^uploadsADay +0 B /m)
  expect((await accounts('quota ben 4GB')).stdout).toMatch(/^quota +4\.0 GB /m)
})

test('the help tells what each is of', async () => {
  const { stdout } = await accounts('limits --help')
  for (const name of limitNames)
    expect(stdout).toContain(`${name.padEnd(12)}  ${words.terminal.accounts.limits[name]}`)
})

test.each(['en', 'de'] as const)('what a limit is of stands on one line (%s)', (language) => {
  for (const told of Object.values(wordsIn(language).terminal.accounts.limits))
    expect(`${'tracksAnHour'}  ${'50.0 GB'.padStart(8)}  ${told}`.length).toBeLessThanOrEqual(80)
})

test.each<[string, Reason]>([
  ['limits olga jobs=3', { code: 'accounts.unlimited', params: { name: 'olga', role: 'owner' } }],
  ['quota gus 3GB', { code: 'accounts.unlimited', params: { name: 'gus', role: 'guest' } }],
  ['limits ben job=3', { code: 'accounts.no-limit', params: { text: 'job=3', names } }],
  ['limits ben jobs', { code: 'accounts.no-limit', params: { text: 'jobs', names } }],
  ...['jobs=', 'jobs=some', 'jobs=-1', 'jobs=1.5', 'jobs=3GB', 'jobs=9999999999999999'].map(
    (text): [string, Reason] => [`limits ben ${text}`, unfit(text, false)],
  ),
  ...['quota=', 'quota=much', 'quota=-1GB', 'quota=3EB'].map((text): [string, Reason] => [
    `limits ben ${text}`,
    unfit(text, true),
  ]),
])('%s is refused, and why', async (line, why) => {
  const { code, stdout, stderr } = await accounts(line)
  expect({ code, stdout, stderr }).toEqual({
    code: 2,
    stdout: '',
    stderr: `songkeep: ${say(why, words)}\n`,
  })
})

test('where one is refused, none is set', async () => {
  const before = (await accounts('limits ben')).stdout
  expect((await accounts('limits ben tracksAnHour=1 jobs=some')).code).toBe(2)
  expect((await accounts('limits ben')).stdout).toBe(before)
})

function unfit(text: string, isBytes: boolean): Reason {
  const [name, value = ''] = text.split('=') as ['jobs' | 'quota', string]
  return { code: 'accounts.limit-unfit', params: { name, value, isBytes } }
}

test.each([
  ['olga', 'owner'],
  ['gus', 'guest'],
] as const)('of %s, %s, none are shown, as none are in force', async (name, role) => {
  const why: Reason = { code: 'accounts.unlimited', params: { name, role } }
  expect(await accounts(`limits ${name}`)).toMatchObject({
    code: 0,
    stdout: `${say(why, words)}\n`,
  })
})
