import type { CardWords, GuideService } from '../../guide.ts'

const table =
  'TuneMyMusic (https://www.tunemymusic.com) or Soundiiz (https://soundiiz.com) makes a CSV table of your lists; give Songkeep that file. These are third-party services that log in to your account.'

const titles =
  'Or copy the titles as lines “Artist - Title” and paste them: that is enough for Songkeep to look for them.'

export const services: Readonly<Record<Exclude<GuideService, 'spotify'>, CardWords>> = {
  youtube: {
    ways: [
      'Give the link of a public or unlisted playlist. You need a free key from Google: https://console.cloud.google.com/apis/library/youtube.googleapis.com (in the settings, or SONGKEEP_YOUTUBE_API_KEY).',
      'For private lists and your music library: Google Takeout, https://takeout.google.com. Choose “YouTube and YouTube Music”, in it playlists and music library songs, and give the zip as it comes.',
    ],
    lost: 'No albums and no ISRCs; artist and title are split at the first dash in a video’s name. Mixes cannot be read. No video is ever copied.',
  },
  deezer: {
    ways: [
      'Give the link of a public playlist, an album or a track. No login, no key.',
      `For private lists, make them public for as long as it takes, or: ${table}`,
    ],
    lost: 'More artists, if Deezer names only one. Title, album, length and ISRC are included.',
  },
  'apple-music': {
    ways: [
      'In the Music app on a Mac, or in iTunes: File › Library › Export Playlist, as XML, or Export Library for all of them. Give that file.',
      'Anywhere: ask for your data at https://privacy.apple.com. Of what comes, give “Apple Music Library Tracks.json” and “Apple Music Library Playlists.json” together.',
    ],
    lost: 'Links of Apple Music are not read. There are no ISRCs in either file.',
  },
  tidal: {
    ways: [table, titles],
    lost: 'Links of TIDAL are not read.',
  },
  'amazon-music': {
    ways: [table, titles],
    lost: 'Links of Amazon Music are not read.',
  },
}
