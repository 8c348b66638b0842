import { expect, test } from 'vitest'
import { addNamedArtists } from '../../../src/source/online/credit.ts'

test.each([
  ['The Lanterns - Blue Harbour', ['User0'], ['User0', 'The Lanterns']],
  ['the lanterns – Blue Harbour (Live)', [], ['The Lanterns']],
  ['Blue Harbour - The Lanterns', ['User0'], ['User0', 'The Lanterns']],
  ['01 The Lanterns - Blue Harbour', ['Label'], ['Label', 'The Lanterns']],
  ['The Lanterns - Tide - 01 Blue Harbour', ['Label'], ['Label', 'The Lanterns']],
  // Credited already, somebody else, or nobody that stands apart.
  ['The Lanterns - Blue Harbour', ['the lanterns'], ['the lanterns']],
  ['Ada Holm - Blue Harbour', ['User0'], ['User0']],
  ['The Lanterns Tribute - Blue Harbour', ['User0'], ['User0']],
  ['The Lanterns-Blue Harbour', ['User0'], ['User0']],
  ['Blue Harbour', ['User0'], ['User0']],
  [' - '.repeat(2000), ['User0'], ['User0']],
])('%j by %j is credited to %j', (title, artists, credited) => {
  const track = { title: 'Blue Harbour', artists: ['The Lanterns'] }
  const recording = { id: '1', source: 'somewhere', title, artists }
  expect(addNamedArtists(track, recording).artists).toEqual(credited)
})
