import { expect, test } from 'vitest'
import { findOpenIdFaults, readOpenId } from '../../../src/app/accounts/openid/settings.ts'

const variablesOf = (issuer: string) => ({
  SONGKEEP_OIDC_ISSUER: issuer,
  SONGKEEP_OIDC_CLIENT_ID: 'songkeep',
})

test.each([
  'https://login.example.org/realms/home',
  'http://localhost:8080',
  'http://127.0.0.1:8080',
  'http://127.8.0.1',
  'http://[::1]:8080',
])('an issuer to whom nobody listens is asked: %s', (issuer) => {
  expect(readOpenId(variablesOf(issuer))).toMatchObject({ issuer, clientId: 'songkeep' })
  expect(findOpenIdFaults(variablesOf(issuer))).toEqual([])
})

test.each([
  'http://login.example.org',
  'http://192.168.1.2',
  'http://localhost.example.org',
  'http://127.0.0.1.example.org',
  'ftp://localhost',
  'login.example.org',
])('one that others could stand for is not: %s', (issuer) => {
  expect(readOpenId(variablesOf(issuer))).toBeUndefined()
  expect(findOpenIdFaults(variablesOf(issuer))).toEqual([
    { code: 'accounts.issuer-unfit', params: {} },
  ])
})
