import { expect, test } from 'vitest'
import { orderItems } from '../../../src/source/providers/internet-archive/search.ts'

/* Only a few items are looked into: those that are likeliest what was asked for come first. */

const item = (title: string, more = {}) => ({
  ...{ id: title, title, restricted: false, licensed: true },
  ...more,
})
const asked = { title: ['pebble', 'fjord', 'pebble'], artist: ['fleet'], album: ['two', 'coasts'] }

test.each([
  [
    'the words in their order before the same words in another',
    [item('Fjord Pebble Pebble'), item('Pebble Fjord Fjord'), item('Pebble, Fjord, Pebble')],
    ['Pebble, Fjord, Pebble', 'Fjord Pebble Pebble', 'Pebble Fjord Fjord'],
  ],
  [
    'the album before what has some of the words',
    [item('Pebble'), item('Two Coasts')],
    ['Two Coasts', 'Pebble'],
  ],
  [
    'what may be taken before what may not',
    [item('Two Coasts', { restricted: true }), item('Coasts, Two')],
    ['Coasts, Two', 'Two Coasts'],
  ],
])('%s', (_, items, order) => {
  expect(orderItems(asked, items).map(({ title }) => title)).toEqual(order)
})
