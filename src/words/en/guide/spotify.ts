import { REDIRECT_URI } from '../../../model/spotify-redirect.ts'
import type { SpotifyWay, WayFact, WayWords } from '../../guide.ts'

const facts: Readonly<Record<WayFact, string>> = {
  work: 'Work',
  wait: 'Until you have it',
  premium: 'Premium',
  lists: 'Which lists',
  artists: 'Artists',
  length: 'Lengths',
  isrc: 'ISRC',
  again: 'Next month',
}

const ways: Readonly<Record<SpotifyWay, WayWords>> = {
  export: {
    title: 'Your data from Spotify',
    forWhom: 'For everything at once. Best for most people.',
    facts: {
      work: 'A few clicks now, and a few more when the e-mail comes',
      wait: 'Some days, up to 30',
      premium: 'Not needed',
      lists:
        'The playlists you made or saved, your liked songs, and what you played in the last year',
      artists: 'The first one of each track',
      length: 'No',
      isrc: 'No',
      again: 'Ask for it again; Songkeep recognises your lists by name',
    },
    steps: [
      'Open https://www.spotify.com/account/privacy/ and log in.',
      'Under “Download your data” tick “Account data” and ask for it. (“Extended streaming history” has everything you ever played: Songkeep can then keep your favourites first.)',
      'Spotify sends an e-mail: press the button in it, or nothing will come.',
      'Some days later a second e-mail brings the link to a zip. Save it; you need not unpack it.',
    ],
    last: {
      page: 'Drop the zip on the start page. Songkeep opens only the playlists, library and plays in it.',
      terminal: 'songkeep backup my_spotify_data.zip --library ~/Music --into ~/Keep',
    },
  },
  exportify: {
    title: 'Exportify',
    forWhom: 'For a few lists, now, with all that Spotify knows of them.',
    facts: {
      work: 'A login and a click for each list, or one for all',
      wait: 'Some minutes',
      premium: 'Not needed: it uses its maker’s app',
      lists: 'Your playlists and liked songs',
      artists: 'All',
      length: 'Yes',
      isrc: 'Yes (exportify.app)',
      again: 'Export again; Songkeep recognises your lists by name',
    },
    steps: [
      'Open https://exportify.app: a web page by volunteers, not by Spotify. It runs in your browser and asks Spotify for permission to read your lists. Whether you trust it is up to you.',
      'Press “Get Started”, log in at Spotify and agree.',
      'Press “Export” beside a list, or “Export All” for a zip of all of them.',
    ],
    last: {
      page: 'Drop the CSV files, or the zip, on the start page.',
      terminal: 'songkeep backup spotify_playlists.zip --library ~/Music --into ~/Keep',
    },
  },
  client: {
    title: 'Your own login',
    forWhom: 'For lists that change: Songkeep reads them itself, every time.',
    facts: {
      work: 'An app to make at Spotify, once; then a login',
      wait: 'None',
      premium: 'Needed by whoever makes the app',
      lists: 'Your own, those you can add to, and liked songs; none by others or by Spotify',
      artists: 'All',
      length: 'Yes',
      isrc: 'Yes',
      again: 'By itself; log in again every six months',
    },
    steps: [
      'Open https://developer.spotify.com/dashboard with an account that has Premium, and press “Create app”. Name and description are yours to choose.',
      `As the redirect URI write exactly ${REDIRECT_URI} and press “Add”. (Without a port: Spotify then accepts any. It refuses “localhost”.)`,
      'Tick “Web API”, agree, and save.',
      'If somebody other than the app’s maker will log in, add them under “User Management” (at most five people).',
      'Copy the client id from the app’s settings. The client secret is not needed: show it to nobody.',
    ],
    last: {
      page: 'Paste the client id below and log in. Then tick your lists.',
      terminal:
        'SONGKEEP_SPOTIFY_CLIENT_ID=… songkeep login spotify, then songkeep playlists shows what to give to songkeep backup',
    },
  },
}

export const spotify = {
  lead: 'A link is not enough: Spotify lets only the owner read a whole playlist. Here is how to get yours; take the way that suits you, or one now and another later. None of them copies any sound from Spotify.',
  facts,
  ways,
  stepByStep: (title: string) => `${title}: step by step`,
  isrc: 'An ISRC is the number of one particular recording. With ISRCs and lengths, Songkeep can tell versions apart; without them, it goes by names and asks you more often.',
  link: 'You only have the link of a public list? Songkeep can read its public page: at most 100 tracks, without albums and ISRCs. On the page, tick the box that appears when a link could not be read; in the terminal, use --public-page.',
}
