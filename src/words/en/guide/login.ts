/** What the page says of a login at Spotify, and what to do where the terminal would name a command. */
export const login = {
  title: 'Log in to Spotify',
  clientId: 'Client id',
  clientIdHint:
    'From your app’s settings at Spotify: 32 characters. It is kept with the keys in the settings.',
  clientIdKept: 'Your client id is saved. Paste another one to change it.',
  clientIdFixed: 'Your client id comes from the environment variable SONGKEEP_SPOTIFY_CLIENT_ID.',
  logIn: 'Log in to Spotify',
  waiting: 'Waiting for your answer at Spotify, in another tab…',
  openAgain: 'No tab has opened? Open Spotify',
  complains:
    'Does Spotify show an error instead of a question? If it mentions the client, the client id is wrong. If it mentions the redirect URI, your app’s settings must contain exactly this one:',
  isElsewhere:
    'Songkeep runs on another computer than your browser. Once you have agreed, your browser ends at a page that cannot be shown. That is expected: copy its address and paste it here:',
  noWayBack: 'The browser ended at a page that cannot be shown?',
  paste: 'The address that the browser ended at',
  pasteHint: 'It begins with http://127.0.0.1 and has “code=” and “state=” in it.',
  finish: 'Finish the login',
  cancel: 'Cancel',
  loggedIn: 'You are logged in to Spotify.',
  loggedInAs: (name: string) => `You are logged in to Spotify as ${name}.`,
  logOut: 'Log out of Spotify',
  takeBack: 'To revoke it at Spotify too:',
  /** The lists of the account. */
  lists: 'Your lists at Spotify',
  asking: 'Asking Spotify…',
  search: 'Search your lists',
  all: 'All',
  none: 'None',
  chosen: (chosen: string, all: string) => `${chosen} of ${all} chosen`,
  nothingFound: 'No list has a name like that.',
  unreadable: (lists: number) =>
    `${lists} ${lists === 1 ? 'list' : 'lists'} that Spotify does not let your app read`,
  unreadableHint:
    'Your data from Spotify contains those that you made or saved. Or copy their tracks into a list of your own.',
  by: (owner: string) => `by ${owner}`,
  take: 'Take these to the start page',
  tooMany: (most: string) => `At most ${most} can be read at once. Take the rest afterwards.`,
  /** Instead of advice that names a command of the terminal. */
  toGuide: 'How to get your playlists from Spotify',
  toLogin: 'Log in to Spotify',
  advice: {
    ways: 'There are ways to get your own lists out of Spotify; one needs neither waiting nor Premium.',
    login: 'Log in here, on the page, and try it again.',
    client: 'Check the client id, or your app’s settings at Spotify.',
  },
}
