import type { OnlineLookupProvider } from './finder.ts'
import type { Online, OnlineSearchProvider } from './provider.ts'
import { acoustId } from './providers/acoustid/acoustid.ts'
import { ccMixter } from './providers/ccmixter/ccmixter.ts'
import { coverArtArchive } from './providers/cover-art-archive/cover-art-archive.ts'
import { deezer } from './providers/deezer/deezer.ts'
import { funkwhale } from './providers/funkwhale/funkwhale.ts'
import { internetArchive } from './providers/internet-archive/internet-archive.ts'
import { itunes } from './providers/itunes/itunes.ts'
import { jamendo } from './providers/jamendo/jamendo.ts'
import { libraryOfCongress } from './providers/library-of-congress/library-of-congress.ts'
import { listenBrainz } from './providers/listenbrainz/listenbrainz.ts'
import { musicBrainz } from './providers/musicbrainz/musicbrainz.ts'
import { odesli } from './providers/odesli/odesli.ts'
import { openverse } from './providers/openverse/openverse.ts'
import { storeSearches } from './providers/stores/stores.ts'
import { wikimediaCommons } from './providers/wikimedia-commons/wikimedia-commons.ts'
import { youtube } from './providers/youtube/youtube.ts'

/** Asked in this order, until a copy may be made: those that answer fastest and hold most come first. */
export const sources: readonly OnlineSearchProvider[] = [
  internetArchive,
  jamendo,
  wikimediaCommons,
  ccMixter,
  funkwhale,
  libraryOfCongress,
]

/** Asked in this order; each sees what those before it have found out. */
export const finders: readonly OnlineLookupProvider[] = [
  musicBrainz,
  listenBrainz,
  odesli,
  deezer,
  itunes,
  openverse,
  youtube,
  storeSearches,
]

/** All hosts and keys that there are: AcoustID's, which is asked by a sound, and the Cover Art Archive's, by a release, too. */
export const everythingOnline: readonly Online[] = [
  ...sources,
  ...finders,
  acoustId,
  coverArtArchive,
]
