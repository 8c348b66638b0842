import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import { makeTune } from '../../support/sound.ts'

export interface World {
  /** The user's own folder: all the page may look at. */
  readonly home: string
  readonly music: string
  readonly keep: string
  /** The export as the service sends it. */
  readonly export: string
}

const artist = 'The Testers'
/** Long enough that a run has a middle. */
const seconds = 60

/** Tracks that the user's folder has, in the order of the playlist. */
export const own = [
  ...['Amber', 'Basalt', 'Cedar', 'Delta', 'Ember', 'Fjord', 'Grove', 'Harbour'],
  ...['Juniper', 'Kestrel', 'Lagoon', 'Meadow', 'Nettle', 'Orchard', 'Pebble', 'Quarry'],
]

/** A music folder, and a data export whose playlist names what is there, what is not, and what is twice. */
export async function makeWorld(home: string): Promise<World> {
  const world = {
    home,
    music: join(home, 'Music'),
    keep: join(home, 'Keep'),
    export: join(home, 'my_spotify_data.zip'),
  }
  await mkdir(join(world.music, 'Live'), { recursive: true })
  for (const [at, title] of own.entries())
    await writeFile(join(world.music, `${artist} - ${title}.wav`), makeTune(seconds, at + 1))
  // Two files of one name that sound different: only a person knows which is meant.
  await writeFile(join(world.music, `${artist} - Island.wav`), makeTune(seconds, 40))
  await writeFile(join(world.music, 'Live', `${artist} - Island.wav`), makeTune(seconds, 41))
  await writeZip(world.export, {
    'Spotify Account Data/Playlist1.json': JSON.stringify({ playlists: [roadTrip, quiet] }),
    // Whatever else an export holds is neither read nor kept.
    'Spotify Account Data/Userdata.json': JSON.stringify({
      username: 'secret-user',
      email: 'x@y.z',
    }),
  })
  return world
}

const track = (trackName: string, artistName = artist) => ({
  track: { trackName, artistName, albumName: 'Stones', trackUri: uriOf(trackName) },
  episode: null,
  localTrack: null,
  addedDate: '2024-05-01',
})

const uriOf = (name: string) =>
  `spotify:track:${name.padEnd(22, '0').slice(0, 22).replace(/\W/g, '0')}`

const roadTrip = {
  name: 'Road Trip',
  lastModifiedDate: '2024-06-01',
  items: [
    ...own.map((title) => track(title)),
    track('Island'),
    track('Nowhere To Be Found', 'Somebody Else'),
    track('<img src=x onerror=alert(1)>', '"><script>alert(2)</script>'),
    {
      track: null,
      episode: {
        episodeName: 'Talking, Episode 12',
        showName: 'A Show',
        episodeUri: 'spotify:episode:0000000000000000000001',
      },
      localTrack: null,
      addedDate: '2024-05-01',
    },
  ],
}

const quiet = { name: 'Quiet', lastModifiedDate: '2024-06-01', items: [track('Amber')] }

async function writeZip(path: string, files: Readonly<Record<string, string>>) {
  const zip = new yazl.ZipFile()
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
}
