import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ServiceInfo } from '../../../src/api/services.ts'
import { openServiceCheck } from '../../../src/app/services/service-check.ts'
import { sayToProbe } from '../../support/hosts/probe-answers.ts'
import { type Say, startReplay } from '../../support/hosts/replay.ts'
import { environmentWithKeys, SERVICE_KEY } from '../../support/hosts/services.ts'
import { makeTempDir } from '../../support/program.ts'

const say: Say = (url) =>
  url.hostname === 'api.deezer.com' ? { body: `{"moved":"${SERVICE_KEY}"}` } : sayToProbe(url)

test('the page is told what each has come to, with a file for what is worth a report', async () => {
  await using replay = await startReplay(say)
  const dir = await makeTempDir()
  const environment = {
    ...environmentWithKeys(dir, replay.network),
    configDir: join(dir, 'config'),
  }
  using check = openServiceCheck(environment)
  const [services, again] = await Promise.all([check.ask(), check.ask()])
  expect(again).toBe(services)
  for (const service of services) ServiceInfo.parse(service)
  const reported = services.filter(({ report }) => report)
  expect(reported.map(({ name, status }) => [name, status])).toEqual([['deezer', 'other-shape']])
  const [{ advice, report } = {}] = reported
  expect(advice).toMatchObject({ code: 'app.report-service', params: { file: undefined } })
  expect(report?.file).toBe('deezer.json')
  expect(report?.text).toContain('moved')
  expect(JSON.stringify(services)).not.toContain(SERVICE_KEY)
  const asked = replay.asked.length
  await check.ask()
  expect(replay.asked.length).toBe(2 * asked)
})
