import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readEnvironment } from '../../src/app/environment.ts'
import { examine } from '../../src/app/settings/doctor.ts'
import { openTokenFile } from '../../src/playlist/services/spotify/token-file.ts'
import { CLIENT_ID } from '../support/hosts/spotify.ts'
import { makeTempDir } from '../support/program.ts'

const login = async (variables: Readonly<Record<string, string>>) =>
  (await examine(readEnvironment(variables))).filter(({ what }) => what === 'Login')

test('says whether playlists can be read from Spotify, and what is missing for it', async () => {
  const dir = await makeTempDir()
  const variables = { SONGKEEP_CACHE: join(dir, 'cache'), SONGKEEP_CONFIG: join(dir, 'config') }
  expect(await login(variables)).toMatchObject([
    { state: 'note', advice: { code: 'playlist.get-client-id' } },
  ])
  const withClient = { ...variables, SONGKEEP_SPOTIFY_CLIENT_ID: ` ${CLIENT_ID} ` }
  expect(await login(withClient)).toMatchObject([
    { state: 'note', advice: { code: 'app.log-in-to-spotify' } },
  ])
  await expect(stat(join(dir, 'config'))).rejects.toThrow()
  const file = openTokenFile(join(dir, 'config', 'spotify.json'))
  await file.write({ clientId: CLIENT_ID, accessToken: 'a', refreshToken: 'b', expiresAt: 0 })
  expect(await login(variables)).toMatchObject([{ state: 'good' }])
  expect(await login({ ...variables, SONGKEEP_OFFLINE: '1' })).toEqual([])
})

test.each([
  [{ SONGKEEP_SPOTIFY_CLIENT_ID: ` ${CLIENT_ID}\n` }, { spotifyClientId: CLIENT_ID }],
  [{ SONGKEEP_PUBLIC_PAGE: 'yes' }, { publicPage: true }],
  [{ SONGKEEP_PUBLIC_PAGE: '0' }, { publicPage: false }],
  [{ SONGKEEP_CONFIG: '/somewhere' }, { configDir: '/somewhere' }],
])('%j', (variables, environment) => {
  expect(readEnvironment(variables)).toMatchObject(environment)
})

test('a client id that is blank is none', () => {
  expect(readEnvironment({ SONGKEEP_SPOTIFY_CLIENT_ID: ' ' }).spotifyClientId).toBeUndefined()
})
