/** What the page says of a login at Spotify, and what to do where the terminal would name a command. */
export const login = {
  title: 'Log in at Spotify',
  clientId: 'Client id',
  clientIdHint:
    'From your app’s settings at Spotify: 32 signs. It stays on this machine, among the keys of the settings.',
  clientIdKept: 'Your client id is kept. Paste another to change it.',
  clientIdFixed: 'Your client id comes from the environment variable SONGKEEP_SPOTIFY_CLIENT_ID.',
  logIn: 'Log in at Spotify',
  waiting: 'Waiting for your answer at Spotify, in another tab…',
  openAgain: 'No tab has opened? Open Spotify',
  complains:
    'Does Spotify show an error instead of a question? If it speaks of the client, the client id is not right. If it speaks of the redirect URI, the app’s settings must have exactly this one:',
  isElsewhere:
    'You have opened this page from another machine than the one that Songkeep runs on. Once you have agreed, your browser will end at a page that cannot be shown: that is right. Copy its address, and paste it here:',
  noWayBack: 'The browser ended at a page that cannot be shown?',
  paste: 'The address that the browser ended at',
  pasteHint: 'It begins with http://127.0.0.1 and has “code=” and “state=” in it.',
  finish: 'Finish the login',
  cancel: 'Cancel',
  loggedIn: 'You are logged in at Spotify.',
  loggedInAs: (name: string) => `You are logged in at Spotify as ${name}.`,
  logOut: 'Log out of Spotify',
  takeBack: 'To take it back at Spotify too:',
  /** The lists of the account. */
  lists: 'Your lists at Spotify',
  asking: 'Asking Spotify…',
  search: 'Search your lists',
  all: 'All',
  none: 'None',
  chosen: (chosen: string, all: string) => `${chosen} of ${all} chosen`,
  nothingFound: 'No list is called that.',
  unreadable: (lists: number) =>
    `${lists} ${lists === 1 ? 'list' : 'lists'} that Spotify lets no app of yours read`,
  unreadableHint:
    'Your data from Spotify has those that you made or saved. Or copy their tracks into a list of your own.',
  by: (owner: string) => `by ${owner}`,
  take: 'Take these to the start page',
  tooMany: (most: string) => `At most ${most} are read at once: take the rest after these.`,
  /** Instead of advice that names a command of the terminal. */
  toGuide: 'How to get your playlists from Spotify',
  toLogin: 'Log in at Spotify',
  advice: {
    ways: 'There are three ways to get your own lists out of Spotify: one needs no waiting, and two need no Premium.',
    login: 'Log in here, on the page, and try it again.',
    client: 'Look at the client id, or at your app’s settings at Spotify.',
  },
}
