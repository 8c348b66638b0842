/** The commands that deal with a service’s account. */
export const services = {
  contact:
    'Set SONGKEEP_CONTACT to an e-mail address or a page of your own: every host that is asked is told it, and can write to you instead of shutting you out. Without it Wikimedia Commons answers 10 questions a minute instead of 200, and a run asks it 60 times at most.',
  guide: {
    summary: 'how your playlists come out of Spotify, YouTube and others',
    description:
      'Says how playlists come out of the services they are in: for Spotify three ways side by side, step by step; for others what works today.',
    service: 'one of them in full',
  },
  login: {
    summary: 'let Songkeep read your own playlists at Spotify',
    description:
      'Logs you in at Spotify under a client id of your own. Songkeep may then read your playlists, those you may add to, and your liked songs; it can change nothing.',
    service: 'where',
    explanation: `You need a client id: make an app at https://developer.spotify.com/dashboard (its owner needs Premium), with the
redirect URI http://127.0.0.1/callback and the Web API, and set SONGKEEP_SPOTIFY_CLIENT_ID to its client id.
The login is kept in a file that only you can read (songkeep logout spotify removes it), and ends after six months.`,
  },
  logout: {
    summary: 'forget your login at Spotify',
    service: 'where',
  },
  playlists: {
    summary: 'list your playlists at Spotify',
    description:
      'Lists your playlists at Spotify and those you follow: which can be read, and why the others cannot.',
    json: 'print one playlist a line, for programs',
  },
}
