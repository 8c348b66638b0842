import type { AppTailReasons } from '../../../../model/reasons/app/tail.ts'
import type { Sentences } from '../../../sentences.ts'

export const tail: Sentences<AppTailReasons> = {
  'app.tail-no-plays': 'The history tells of no plays.',
  'app.tail-not-whole': ({ files }, { units }) =>
    `${units.count(files)} ${files === 1 ? 'file is' : 'files are'} not whole any more and ${files === 1 ? 'counts' : 'count'} as not kept: songkeep verify tells which.`,
  'app.tail-file-not-whole': 'Its file is not whole any more.',
  'app.tail-counts-entries':
    'No plays are known: each entry of a list counts once. With a listening history (in the terminal: --history), what is heard often counts more.',
  'app.tail-sizes-estimated': ({ tracks }, { units }) =>
    `Of ${units.count(tracks)} ${tracks === 1 ? 'track' : 'tracks'} the size is not known: it is taken from the length, at the bit rate of what is kept.`,
  'app.tail-several-indexes': ({ indexes }, { units }) =>
    `The catalogue has ${units.count(indexes)} indexes: a recording that stands in several counts in each.`,
  'app.tail-uncounted': ({ tracks }, { units }) =>
    `${units.count(tracks)} recordings have no popularity and are left out.`,
  'app.tail-no-popularity': 'No recording of the catalogue has a popularity.',
  'app.tail-name-something':
    'Name an archive, or a listening history with --history, or a catalogue with --catalogue.',
  'app.tail-history-or-catalogue':
    'Name either a listening history or a catalogue: their numbers do not add up.',
  'app.tail-not-ours': ({ path }) =>
    `${path} is there already and was not made by songkeep tail: it stays as it is.`,
  'app.tail-other-folder': 'Name another folder with --out.',
  'app.tail-name-history':
    'Name a listening history: a Spotify export, Last.fm, ListenBrainz, or a library that counts plays.',
}
