import type { RightsReasons } from '../../../model/reasons/rights.ts'
import type { Sentences } from '../../sentences.ts'

export const rights: Sentences<RightsReasons> = {
  'rights.licence': ({ name }) => name,

  'rights.own-file': 'It is your own file.',
  'rights.internet-archive-allows':
    'The Internet Archive lets items be downloaded that are openly licensed.',
  'rights.jamendo-allows': 'Jamendo lets tracks be downloaded whose artists allow it.',
  'rights.wikimedia-commons-allows':
    'Wikimedia Commons lets its files be reused as their licences say.',
  'rights.ccmixter-allows': 'ccMixter lets its tracks be used as the licence of each says.',
  'rights.funkwhale-allows': 'The pod is one of those that share openly licensed music.',
  'rights.youtube-forbids':
    'YouTube forbids to download or store its videos, those under a Creative Commons licence too.',
  'rights.soundcloud-forbids':
    'The terms of SoundCloud’s API forbid to capture or copy its sounds, those marked as downloadable too.',
  'rights.spotify-forbids': 'Spotify’s terms forbid copies of its music.',
  'rights.deezer-forbids':
    'Deezer’s terms allow its data to be shown, and no copy of its music or its previews.',
  'rights.itunes-forbids': 'Apple lends previews to promote its store, and for nothing else.',
  'rights.fma-closed':
    'The Free Music Archive has closed its API: a person may download there what a page allows, a program may not.',
  'rights.host-unsettled': ({ host }) =>
    `Whether ${host} lets a program make copies has not been settled: a link, no more.`,
  'rights.host-has-no-sound': ({ host }) =>
    `${host} only says where things are: what it says of a licence opens no copy.`,
  'rights.host-unknown': ({ source }) => `Whether ${source} lets copies be made is not known.`,
  'rights.for-research': 'It gives access for scholarship and research.',
  'rights.vouches-for-nobody':
    'It vouches for no uploader’s licence: whoever copies answers for the rights.',
  'rights.non-commercial-api': 'Its API is for non-commercial use.',
  'rights.name-the-artist': 'The artist is named, with the licence and the track’s page.',
  'rights.name-the-author': 'The author is named, with the licence and the file’s page.',
  'rights.terms-of-each-pod': 'Each pod has terms of its own, on its page “About”.',

  'rights.stream-only': 'Its host lets it be streamed only.',
  'rights.access-restricted':
    'Its host opens it to some people only: it is lent, or behind a login.',
  'rights.private': 'Its host marks the file as private.',
  'rights.no-download': 'Its owner has switched downloads off.',
  'rights.terms-unread':
    'The terms of the server that it lies on have not been read: a link, no more.',
  'rights.contradictory': 'Its host contradicts itself on whether it may be taken.',

  'rights.tags-say': ({ licence }, { say }) => `Its tags say: ${say(licence)}.`,
  'rights.page-says': ({ licence }, { say }) => `Its page says: ${say(licence)}.`,
  'rights.licence-allows': ({ licence }, { say }) => `${say(licence)} allows it.`,
  'rights.non-commercial': 'NonCommercial: for your own use.',
  'rights.no-derivatives': 'NoDerivatives: the format may change, the sound may not.',
  'rights.statement-by-date': ({ licence, year }, { say }) => `${say(licence)}. ${byDate(year)}`,
  'rights.statement-without-date': ({ licence }, { say }) =>
    `${say(licence)}: an assertion that no date bears out.`,
  'rights.licence-denies': ({ licence }, { say }) => `${say(licence)}.`,
  'rights.no-licence': 'It names no licence.',
  'rights.unknown-licence': 'What it says of its licence names none that is known.',
  'rights.old-enough': ({ why, year }, { say }) => `${say(why)} ${byDate(year)}`,

  'rights.others-deny': ({ by, licence }, { say }) => `${by} says: ${say(licence)}.`,
  'rights.same-licence': ({ by, licence }, { say }) =>
    `${by} gives the same licence: ${say(licence)}.`,
  'rights.other-licence': ({ by, licence }, { say }) =>
    `${by} gives another licence: ${say(licence)}.`,
  'rights.other-terms': ({ by, given }) => `${by} gives another licence: “${given}”.`,
  'rights.named-as-download': ({ by }) => `${by} names this page as a free download of it.`,
  'rights.old-release': ({ by, year }) => `${by} knows a release of it from ${year}.`,
  'rights.no-older-release': ({ by, year }) => `${by} knows no release of it before ${year}.`,
  'rights.artists-account': ({ by, account }) => `${account}, whom ${by} credits, put it there.`,
  'rights.account-unproven': ({ by, account }) =>
    `${by} knows it as a published recording, and that an account is called ${account} does not show that it is the artist’s.`,
  'rights.artists-own-page': ({ by, page }) => `${by} names ${page} as the artist’s own page.`,
  'rights.label-published': ({ by, artists, labels, uploader }) =>
    `${by} knows it as published by ${labels.join(', ')}, by ${artists.join(', ')}: ${
      uploader === undefined
        ? 'nothing shows that the artist put it there'
        : `an account named ${uploader} cannot give that away by itself`
    }.`,
  'rights.not-checked': ({ by, reason }, { say }) =>
    `Anybody may upload there, and ${by} could not be asked whose it is: ${say(reason)} The next run asks again.`,
  'rights.uploader-doubted': ({ by, artists, more, uploader }) => {
    const credited = artists.join(', ') + (more > 0 ? ' and others' : '')
    const who =
      uploader === undefined
        ? 'nothing shows that the artist put it there'
        : `it was put there by ${uploader}`
    return `${by} knows it as a published recording by ${credited}, and ${who}.`
  },
}

const byDate = (year: number) =>
  `Published in ${year}, it is in the public domain in the United States.`
