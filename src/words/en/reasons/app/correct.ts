import type { AppCorrectReasons } from '../../../../model/reasons/app/correct.ts'
import type { Sentences } from '../../../sentences.ts'

export const correct: Sentences<AppCorrectReasons> = {
  'app.not-audio': ({ name }) => `${name} is no audio file that Songkeep can read.`,
  'app.not-asked': ({ by, reason }, { say }) => `${by} could not be asked: ${say(reason)}`,
  'app.no-library-to-search': 'There is no music folder of yours to look in.',
  'app.no-catalogue-to-search': 'There is no catalogue to look in.',
  'app.name-a-catalogue': 'Name one in the settings.',
  'app.search-offline': 'Songkeep is set to stay offline, so it did not search online.',
  'app.only-words':
    'This says what the recording is called, and has no sound: it can be searched for, not kept.',
  'app.address-unknown': 'Songkeep cannot look anything up by this.',
  'app.addresses-known':
    'Paste the address of a page at archive.org, Jamendo, Wikimedia Commons or ccMixter, of a recording at MusicBrainz, or an ISRC.',
  'app.address-needs-key': ({ by, variable }) =>
    `${by} is asked only with a key of yours: ${variable}, in the settings.`,
}
