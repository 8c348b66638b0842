import { expect, test } from 'vitest'
import { providers } from '../../../src/source/all.ts'
import { deezer } from '../../../src/source/providers/deezer/deezer.ts'
import { itunes } from '../../../src/source/providers/itunes/itunes.ts'
import { listenBrainz } from '../../../src/source/providers/listenbrainz/listenbrainz.ts'
import { musicBrainz } from '../../../src/source/providers/musicbrainz/musicbrainz.ts'
import { openverse } from '../../../src/source/providers/openverse/openverse.ts'
import { testLookUp } from '../../contract/provider/look-up.ts'

test('who can contradict an uploader is asked first', () => {
  expect(providers.filter(({ can }) => can.includes('lookUp'))[0]).toBe(musicBrainz)
})

testLookUp(musicBrainz, { questions: 5, nothing: { body: '{"count":0,"recordings":[]}' } })
testLookUp(listenBrainz, { questions: 2 })
testLookUp(deezer, { questions: 3 })
testLookUp(itunes, { questions: 1 })
testLookUp(openverse, { questions: 1 })
