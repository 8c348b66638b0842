import { assertion, by, byNcNd, from, mark, type Trap, zero } from './trap.ts'

/** What other hosts have of their own. */
export const hostTraps = [
  ...from('jamendo', [
    {
      name: 'CC BY-NC-ND',
      item: { licence: byNcNd },
      action: 'copy',
      because: { code: 'rights.licence-allows' },
    },
    {
      name: 'audiodownload_allowed: false',
      item: { licence: byNcNd, restrictions: ['no-download'] },
      action: 'link',
      because: { code: 'rights.no-download' },
    },
    { name: 'no license_ccurl', item: {}, action: 'link', because: { code: 'rights.no-licence' } },
    {
      name: 'the account is the artist',
      item: { licence: by, artists: ['Ina Voss'] },
      assertions: [assertion()],
      action: 'copy',
      because: { code: 'rights.licence-allows' },
    },
    {
      name: 'an account that gives itself out as nobody',
      item: { licence: by, artists: ['Best Covers Ever'] },
      assertions: [assertion()],
      action: 'review',
      because: { code: 'rights.uploader-doubted', params: { artists: ['Ina Voss'] } },
    },
  ]),
  ...from('wikimedia-commons', [
    {
      name: 'CC BY-SA',
      item: { licence: 'CC BY-SA 3.0' },
      action: 'copy',
      because: { code: 'rights.licence-allows' },
    },
    {
      name: 'PD-old with a date',
      item: { licence: 'PD-US-record', year: 1916 },
      action: 'copy',
      because: { code: 'rights.statement-by-date', params: { year: 1916 } },
    },
    {
      name: 'PD without a date',
      item: { licence: 'Public domain' },
      action: 'review',
      because: { code: 'rights.statement-without-date' },
    },
    {
      name: 'attribution alone is no licence',
      item: { licence: 'Attribution' },
      action: 'link',
      because: { code: 'rights.unknown-licence' },
    },
  ]),
  ...from('ccmixter', [
    {
      name: 'CC BY-NC by its remixer',
      item: { licence: 'http://creativecommons.org/licenses/by-nc/3.0/', uploader: 'InaVoss' },
      assertions: [assertion()],
      action: 'copy',
      because: { code: 'rights.licence-allows' },
    },
    {
      name: 'sampling+, as much of it is',
      item: { licence: 'http://creativecommons.org/licenses/sampling+/1.0/' },
      action: 'link',
      because: { code: 'rights.unknown-licence' },
    },
  ]),
  ...from('funkwhale', [
    {
      name: 'CC BY-SA',
      item: { licence: 'cc-by-sa-4.0' },
      action: 'copy',
      because: { code: 'rights.licence-allows' },
    },
    {
      name: 'a listener’s own purchase, uploaded without a licence',
      item: {},
      action: 'link',
      because: { code: 'rights.no-licence' },
    },
    {
      name: 'a listener’s own purchase, under a licence of theirs',
      item: { licence: by, uploader: 'listener' },
      assertions: [assertion()],
      action: 'review',
      because: { code: 'rights.uploader-doubted', params: { artists: ['Ina Voss'] } },
    },
  ]),
] as const satisfies readonly Trap[]

/** Hosts that nothing is copied from. */
export const closedTraps = [
  ...from('youtube', [
    {
      name: 'a CC-licensed video',
      item: { licence: 'Creative Commons Attribution 3.0', uploader: 'Ina Voss' },
      assertions: [assertion({ licences: [by] })],
      action: 'link',
      because: { code: 'rights.youtube-forbids' },
    },
  ]),
  ...from('soundcloud', [
    {
      name: 'downloadable: true, cc-by',
      item: { licence: 'cc-by' },
      action: 'link',
      because: { code: 'rights.soundcloud-forbids' },
    },
  ]),
  ...from('audius', [
    {
      name: 'access.download: true beside is_downloadable: false',
      item: { licence: 'Attribution CC BY', restrictions: ['contradictory'] },
      action: 'link',
      because: { code: 'rights.host-unsettled', params: { host: 'Audius' } },
    },
  ]),
  ...from('openverse', [
    {
      name: 'a result under CC0',
      item: { licence: zero },
      action: 'link',
      because: { code: 'rights.host-has-no-sound', params: { host: 'Openverse' } },
    },
  ]),
  ...from('fma', [
    {
      name: 'a track page under CC BY',
      item: { licence: by },
      action: 'link',
      because: { code: 'rights.fma-closed' },
    },
  ]),
  ...from('bandcamp', [
    {
      name: 'a CC licence',
      item: { licence: by },
      action: 'link',
      because: { code: 'rights.host-unsettled', params: { host: 'Bandcamp' } },
    },
  ]),
  ...from('freesound', [
    {
      name: 'CC0',
      item: { licence: zero },
      action: 'link',
      because: { code: 'rights.host-unsettled', params: { host: 'Freesound' } },
    },
  ]),
  ...from('mirlo', [
    {
      name: 'CC BY-SA',
      item: { licence: 'CC BY-SA 4.0' },
      action: 'link',
      because: { code: 'rights.host-unsettled', params: { host: 'Mirlo' } },
    },
  ]),
  ...from('deezer', [
    {
      name: 'a preview, whatever it says',
      item: { licence: by },
      action: 'link',
      because: { code: 'rights.deezer-forbids' },
    },
  ]),
  ...from('itunes', [
    {
      name: 'a preview, whatever it says',
      item: { licence: by },
      action: 'link',
      because: { code: 'rights.itunes-forbids' },
    },
  ]),
  ...from('spotify', [
    {
      name: 'anything',
      item: { licence: by },
      action: 'link',
      because: { code: 'rights.spotify-forbids' },
    },
  ]),
  ...from('musicbrainz', [
    {
      name: 'knows, and holds no sound',
      item: { licence: by },
      action: 'link',
      because: { code: 'rights.host-has-no-sound' },
    },
  ]),
  ...from('some-new-site', [
    {
      name: 'an unknown host, a known licence',
      item: { licence: zero },
      action: 'link',
      because: { code: 'rights.host-unknown' },
    },
    {
      name: 'an unknown host, a record of 1900',
      item: { licence: mark, year: 1900 },
      action: 'link',
      because: { code: 'rights.host-unknown' },
    },
  ]),
  ...from('Internet-Archive', [
    {
      name: 'no name but the exact one',
      item: { licence: zero },
      action: 'link',
      because: { code: 'rights.host-unknown' },
    },
  ]),
] as const satisfies readonly Trap[]

export const ownTraps = from('library', [
  {
    name: 'one’s own file, all rights reserved',
    item: { licence: 'All rights reserved' },
    assertions: [assertion({ licences: ['All rights reserved'] })],
    action: 'copy',
    because: { code: 'rights.own-file' },
  },
])
