import type { OnlineFinder } from './finder.ts'
import { acoustId } from './finders/acoustid.ts'
import { coverArtArchive } from './finders/cover-art-archive.ts'
import { deezer } from './finders/deezer.ts'
import { itunes } from './finders/itunes.ts'
import { listenBrainz } from './finders/listenbrainz.ts'
import { musicBrainz } from './finders/musicbrainz.ts'
import { odesli } from './finders/odesli.ts'
import { openverse } from './finders/openverse.ts'
import { storeSearches } from './finders/stores.ts'
import { youtube } from './finders/youtube.ts'
import type { Online, OnlineSource } from './source.ts'
import { ccMixter } from './sources/ccmixter.ts'
import { funkwhale } from './sources/funkwhale.ts'
import { internetArchive } from './sources/internet-archive.ts'
import { jamendo } from './sources/jamendo.ts'
import { libraryOfCongress } from './sources/library-of-congress.ts'
import { wikimediaCommons } from './sources/wikimedia-commons.ts'

/** Asked in this order, until a copy may be made: those that answer fastest and hold most come first. */
export const sources: readonly OnlineSource[] = [
  internetArchive,
  jamendo,
  wikimediaCommons,
  ccMixter,
  funkwhale,
  libraryOfCongress,
]

/** Asked in this order; each sees what those before it have found out. */
export const finders: readonly OnlineFinder[] = [
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
