import type { Environment } from '../../../src/app/environment.ts'
import type { Network } from '../../../src/base/http/network.ts'
import { providers } from '../../../src/source/all.ts'
import { makeClock } from './replay.ts'

/** A key of the user's, which may stand in a request and nowhere else. */
export const SERVICE_KEY = 'hush/hush+4711'

/** Of a user who has every key; waiting for a host’s pace takes no time. */
export const environmentWithKeys = (cacheDir: string, network?: Network): Environment => ({
  cacheDir,
  processors: 2,
  contact: 'me@songkeep.example',
  keys: Object.fromEntries(
    providers.flatMap(({ key }) => (key ? [[key.variable, SERVICE_KEY]] : [])),
  ),
  network,
  clock: makeClock(Date.now()),
})
