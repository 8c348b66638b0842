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
      work: 'A few clicks now, and a few when the e-mail comes',
      wait: 'Some days, up to 30',
      premium: 'Not needed',
      lists:
        'The playlists you made or saved, your liked songs, and what you played in the last year',
      artists: 'The first one of each track',
      length: 'No',
      isrc: 'No',
      again: 'Ask for it again; your lists are known by their names',
    },
    steps: [
      'Open https://www.spotify.com/account/privacy/ and log in.',
      'Under “Download your data” tick “Account data” and ask for it. (“Extended streaming history” has what you have played in all the years: Songkeep can then keep first what you love most.)',
      'Spotify sends an e-mail: press the button in it, or nothing will come.',
      'Some days later a second e-mail has the link to a zip. Save it; it need not be unpacked.',
    ],
    last: {
      page: 'Drop the zip on the start page. Songkeep opens nothing of it but playlists, library and plays.',
      terminal: 'songkeep backup my_spotify_data.zip --library ~/Music --into ~/Keep',
    },
  },
  exportify: {
    title: 'Exportify',
    forWhom: 'For a few lists, now, with all that Spotify knows of them.',
    facts: {
      work: 'A login and a click for each list, or one for all',
      wait: 'Some minutes',
      premium: 'Not asked of you: it goes by its maker’s app',
      lists: 'Your playlists and liked songs',
      artists: 'All',
      length: 'Yes',
      isrc: 'Yes (exportify.app)',
      again: 'Export again; your lists are known by their names',
    },
    steps: [
      'Open https://exportify.app: a web page of volunteers, not of Spotify. It runs in your browser and asks Spotify for leave to read your lists; whether you trust it is yours to say.',
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
    forWhom: 'For lists that change: Songkeep reads them itself, whenever it looks.',
    facts: {
      work: 'An app to make at Spotify, once; then a login',
      wait: 'None',
      premium: 'Needed by whoever makes the app',
      lists:
        'Your own, those you may add to, and liked songs; nobody else’s, and none of Spotify’s own',
      artists: 'All',
      length: 'Yes',
      isrc: 'Yes',
      again: 'By itself; log in again every six months',
    },
    steps: [
      'Open https://developer.spotify.com/dashboard with an account that has Premium, and press “Create app”. Name and description are yours to choose.',
      `As the redirect URI write exactly ${REDIRECT_URI} and press “Add”. (Without a port: Spotify takes any. “localhost” is refused.)`,
      'Tick “Web API”, agree, and save.',
      'If somebody else is to log in than who made the app: add them under “User Management”, five people at most.',
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
  lead: 'A link is not enough: Spotify lets only its owner read a playlist whole. There are three ways to get yours; take the one that suits you, or one now and another later. None of them touches Spotify’s sound.',
  facts,
  ways,
  stepByStep: (title: string) => `${title}: step by step`,
  isrc: 'An ISRC is the number of one recording. With it, and with lengths, Songkeep can tell versions apart; without, it goes by names and asks you more often.',
  link: 'Only the link of a public list? Songkeep can read its public page: 100 tracks at most, without albums and ISRCs. On the page there is a tick for it where a link could not be read; in the terminal it is --public-page.',
}
