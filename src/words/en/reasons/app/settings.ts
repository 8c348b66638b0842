import type { AppSettingsReasons } from '../../../../model/reasons/app/settings.ts'
import type { Sentences } from '../../../sentences.ts'

export const settings: Sentences<AppSettingsReasons> = {
  'app.no-config-folder': 'There is no place to keep settings.',
  'app.name-config-folder': 'Name one: SONGKEEP_CONFIG',
  'app.settings-unreadable': ({ path }) => `The settings in ${path} cannot be read.`,
  'app.settings-damaged': ({ path }) => `The settings in ${path} are damaged.`,
  'app.mend-settings': 'Mend the file, or remove it to begin anew.',
  'app.no-key': ({ variable }) => `There is no key called ${variable}.`,
  'app.no-whole-path': ({ path }) => `Not a whole path: ${path}`,
  'app.choose-from-list': 'Choose the folder from the list.',
  'app.folder-outside': ({ path }) =>
    `This folder is outside of what the page may look at: ${path}`,
  'app.open-folder': 'Whoever started Songkeep can open it: songkeep serve --folder FOLDER',
  'app.ask-for-folder': 'Choose one within your own, or ask whoever runs this server.',
  'app.folder-not-opened': ({ cause }, { say }) => `The folder cannot be opened: ${say(cause)}`,
  'app.server-adds':
    'Reads the playlists of your own server, and no other: its address with your user and password in it, https://ann:password@music.example.',
  'app.spotify-client-adds':
    'Your own playlists and liked songs at Spotify, whole and with ISRC. Whoever makes the app there needs Premium.',
  'app.server-unusable': 'This is no address of a server with a user and a password in it.',
}
