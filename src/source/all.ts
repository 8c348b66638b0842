import type { Provider } from './provider.ts'
import { acoustId } from './providers/acoustid/acoustid.ts'
import { audius } from './providers/audius/audius.ts'
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
import { openverse } from './providers/openverse/openverse.ts'
import { storeSearches } from './providers/stores/stores.ts'
import { wikimediaCommons } from './providers/wikimedia-commons/wikimedia-commons.ts'
import { youtube } from './providers/youtube/youtube.ts'

/**
 * Everything on the network, in the order in which it is asked by each who can do the same. Those that have
 * sound are asked until a copy may be made: those that answer fastest and hold most come first. Of those that
 * look up, each sees what those before it have found out: who can contradict an uploader comes first, and
 * who is asked by links after those who know links.
 */
export const providers: readonly Provider[] = [
  internetArchive,
  jamendo,
  wikimediaCommons,
  ccMixter,
  funkwhale,
  libraryOfCongress,
  audius,
  musicBrainz,
  listenBrainz,
  deezer,
  itunes,
  openverse,
  youtube,
  storeSearches,
  acoustId,
  coverArtArchive,
]
