import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readEnvironment } from '../../../src/app/environment.ts'
import { examine } from '../../../src/app/settings/doctor.ts'
import { openTelemetry } from '../../../src/app/telemetry/telemetry.ts'
import { makeTempDir } from '../../support/program.ts'

const told = (variables: Record<string, string>) =>
  readEnvironment(variables).faults?.map(({ code }) => code)

describe('what is set wrongly is told by doctor, and stops what runs for others', () => {
  test.each([
    [{ SONGKEEP_LOG: 'xml' }, 'app.variable-no-choice'],
    [{ SONGKEEP_LOG_LEVEL: 'loud' }, 'app.variable-no-choice'],
    [{ SONGKEEP_METRICS: 'perhaps' }, 'app.variable-no-choice'],
    [{ SONGKEEP_METRICS_TOKEN: 'short' }, 'app.token-too-short'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, 'app.variable-no-address'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' }, 'app.variable-no-address'],
    [{ SONGKEEP_PASSWORD_FILE: '/nowhere/at/all' }, 'app.secret-unreadable'],
    [{ SONGKEEP_PASSWORD: 'a', SONGKEEP_PASSWORD_FILE: '/etc/hostname' }, 'app.secret-twice'],
  ])('%j', async (variables, code) => {
    const environment = readEnvironment({ ...variables, SONGKEEP_OFFLINE: '1' })
    expect(environment.faults).toMatchObject([{ code }])
    const findings = await examine({ ...environment, cacheDir: await makeTempDir() })
    expect(findings).toContainEqual(
      expect.objectContaining({ what: 'Operation', state: 'bad', text: environment.faults?.[0] }),
    )
    await expect(openTelemetry(environment)).rejects.toMatchObject({ reason: { code } })
  })
})

test('what is set rightly, or not at all, is told of by nobody', () => {
  const right = {
    SONGKEEP_LOG: 'JSON',
    SONGKEEP_LOG_LEVEL: 'debug',
    SONGKEEP_METRICS: '1',
    SONGKEEP_METRICS_TOKEN: '0123456789abcdef',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
  }
  expect(told(right)).toEqual([])
  expect(readEnvironment(right).telemetry).toEqual({
    log: 'json',
    level: 'debug',
    metrics: true,
    metricsToken: '0123456789abcdef',
    traces: 'http://127.0.0.1:4318',
  })
  expect(told({})).toEqual([])
  expect(readEnvironment({}).telemetry).toMatchObject({ metrics: false, level: 'info' })
})

test('a secret may be in a file, and the end of its line is none of it', async () => {
  const path = join(await makeTempDir(), 'password')
  await writeFile(path, ' pass word \n')
  expect(readEnvironment({ SONGKEEP_PASSWORD_FILE: path })).toMatchObject({
    password: ' pass word ',
    faults: [],
  })
})

test('no trace leaves the machine where nothing may', async () => {
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://192.0.2.1:4318', SONGKEEP_OFFLINE: '1' }
  await expect(openTelemetry(readEnvironment(endpoint))).rejects.toMatchObject({
    reason: { code: 'app.traces-offline' },
  })
})
