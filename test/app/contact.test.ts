import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contactOf } from '../../src/app/contact.ts'
import { readEnvironment } from '../../src/app/environment.ts'
import { openOnline } from '../../src/app/open-online.ts'
import { AllowedFolders } from '../../src/app/settings/allowed-folders.ts'
import { examine } from '../../src/app/settings/doctor.ts'
import { openSettings, withSavedKeys } from '../../src/app/settings/settings.ts'
import { nameOurselves } from '../../src/app/user-agent.ts'
import { chooseRules } from '../../src/source/online/hosts.ts'
import { wikimediaCommons } from '../../src/source/providers/wikimedia-commons/wikimedia-commons.ts'
import { startReplay } from '../support/hosts/replay.ts'
import { makeTempDir } from '../support/program.ts'

const environmentOf = (contact: string) => readEnvironment({ SONGKEEP_CONTACT: contact })

test.each([
  ['me@example.org', true],
  [' me@example.org ', true],
  ['Ada <ada@example.org>', true],
  ['https://example.org/~ada', true],
  ['User:Ada, https://meta.wikimedia.org/wiki/User:Ada', true],
  ['nobody', false],
  ['me@', false],
  ['@example.org', false],
  ['me@example.org) curl/8 (', false],
  ['me@example.org\r\nX-Forwarded-For: 1.2.3.4', false],
  ['mé@example.org', false],
  [`${'x'.repeat(200)}@example.org`, false],
  ['', false],
])('%j as a contact: %s', async (contact, usable) => {
  const environment = environmentOf(contact)
  expect(contactOf(environment)).toBe(usable ? contact.trim() : undefined)
  const project = 'https://github.com/songkeep/songkeep'
  expect(nameOurselves(environment)).toMatch(/^Songkeep\/\S+ \([ -'*-~]+\)$/)
  expect(nameOurselves(environment)).toContain(usable ? contact.trim() : project)
})

describe('doctor', () => {
  const look = async (environment: Parameters<typeof examine>[0]) =>
    (await examine(environment)).filter(({ what }) => what === 'Contact')
  const at = async (variables: Readonly<Record<string, string>>) => {
    const dir = await makeTempDir()
    return readEnvironment({ SONGKEEP_CACHE: dir, SONGKEEP_CONFIG: dir, ...variables })
  }

  test.each([
    [{}, [{ state: 'note', text: { code: 'app.contact-not-set' } }]],
    [
      { SONGKEEP_CONTACT: 'me@example.org' },
      [{ state: 'good', text: { code: 'app.contact-set', params: { contact: 'me@example.org' } } }],
    ],
    [
      { SONGKEEP_CONTACT: 'nobody' },
      [
        {
          state: 'note',
          text: { code: 'app.contact-unusable' },
          advice: { code: 'app.set-contact' },
        },
      ],
    ],
    [{ SONGKEEP_OFFLINE: '1' }, []],
  ])('%j', async (variables, findings) => {
    expect(await look(await at(variables))).toMatchObject(findings)
  })
})

test('Commons is asked at the pace that it allows with a contact, and without', () => {
  const paceOf = (hasContact: boolean) => {
    const rules = chooseRules(wikimediaCommons.hosts, hasContact)
    return rules.find(({ host }) => host === 'commons.wikimedia.org')
  }
  expect(paceOf(true)).toMatchObject({ pace: { requests: 2, perMs: 1000 } })
  expect(paceOf(true)?.perRun).toBeUndefined()
  expect(paceOf(false)).toMatchObject({ pace: { requests: 10, perMs: 60_000 }, perRun: 60 })
})

test('every host is told the contact, in the User-Agent and nowhere else', async () => {
  await using replay = await startReplay(() => ({ body: '{"batchcomplete":true}' }))
  const dir = await makeTempDir()
  const environment = {
    ...readEnvironment({ SONGKEEP_CACHE: dir, SONGKEEP_CONTACT: 'me@example.org' }),
    network: replay.network,
  }
  await using online = openOnline(environment, '2026-11-28')
  const { signal } = new AbortController()
  await online.http.ask({ url: 'https://commons.wikimedia.org/w/api.php' }, signal)
  const [asked] = replay.asked
  const { 'user-agent': named, ...headers } = asked?.headers ?? {}
  expect(named).toBe(nameOurselves(environment))
  expect(named).toContain('me@example.org')
  expect(JSON.stringify([headers, asked?.url, asked?.body])).not.toContain('me@example.org')
})

test('what was given to the page counts where the environment says nothing', async () => {
  const dir = await makeTempDir()
  const bare = readEnvironment({ SONGKEEP_CONFIG: join(dir, 'config'), SONGKEEP_CACHE: dir })
  const { write, read } = openSettings(bare, new AllowedFolders([dir]))
  const { settings } = await read()
  await write({ ...settings, contact: 'page@example.org' }, {})
  expect(contactOf(await withSavedKeys(bare))).toBe('page@example.org')
  const set = { ...bare, contact: 'me@example.org' }
  expect(contactOf(await withSavedKeys(set))).toBe('me@example.org')
  const seen = await openSettings(set, new AllowedFolders([dir])).read()
  expect(seen).toMatchObject({
    fixedContact: 'me@example.org',
    settings: { contact: 'page@example.org' },
  })
})
