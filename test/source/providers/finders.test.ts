import { expect, test } from 'vitest'
import { providers } from '../../../src/source/all.ts'
import { deezer } from '../../../src/source/providers/deezer/deezer.ts'
import { itunes } from '../../../src/source/providers/itunes/itunes.ts'
import { listenBrainz } from '../../../src/source/providers/listenbrainz/listenbrainz.ts'
import { musicBrainz } from '../../../src/source/providers/musicbrainz/musicbrainz.ts'
import { odesli } from '../../../src/source/providers/odesli/odesli.ts'
import { openverse } from '../../../src/source/providers/openverse/openverse.ts'
import { testOnlineFinder } from '../../contract/online-finder.ts'

test('whatever is online has a name of its own', () => {
  const names = providers.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

test('who can contradict an uploader is asked first', () => {
  expect(providers.filter(({ can }) => can.includes('lookUp'))[0]).toBe(musicBrainz)
})

testOnlineFinder(musicBrainz, { questions: 3 })
testOnlineFinder(listenBrainz, { questions: 2 })
testOnlineFinder(odesli, { questions: 1 })
testOnlineFinder(deezer, { questions: 3 })
testOnlineFinder(itunes, { questions: 1 })
testOnlineFinder(openverse, { questions: 1 })
