/** The commands that read an archive. */
export const archives = {
  export: {
    summary: 'write an archive’s playlists for other services and players',
    description:
      'Writes the playlists of an archive so that another service or player can take them in: every track, kept or not, in the playlist’s order.',
    archive: 'the folder that was given to --into',
    as: 'what to write',
    out: 'a file for each playlist goes here; without it, to the screen',
    playlist: 'only this one, by its name or id',
    kept: 'leave out what could not be kept',
    replace: 'replace files of these names; without it, you are asked',
  },
  push: {
    summary: 'make an archive’s playlists at a server of your own, or at ListenBrainz',
    description:
      'Makes each playlist of an archive there, or puts into yours of the same name what it lacks. A song is found by the same file’s path, then by its number at MusicBrainz or its ISRC, then by its names; what is not there is told. Nothing is taken away there. Without --write nothing is changed: what would be done is told.',
    archive: 'the folder that was given to --into',
    to: 'subsonic:https://…, jellyfin:https://… or listenbrainz; the password is asked, or in SONGKEEP_SUBSONIC_PASSWORD (_USER, _API_KEY; the same of Jellyfin)',
    playlist: 'only this one',
    write: 'do it',
    json: 'print one playlist a line, for programs',
  },
  history: {
    summary: 'tell what left an archive’s playlists, and when',
    description:
      'Tells what left each playlist and when, which tracks its service no longer plays, and which backups found it changed. Every backup writes it down; kept files stay, whatever leaves.',
    archive: 'the folder that was given to --into',
    playlist: 'only this one, by its name or id',
    json: 'print one playlist a line, with every change in full, for programs',
  },
  lists: {
    summary: 'list what lists an archive holds, with their ids',
    description:
      'Lists the playlists of an archive: name, entries, when each was last kept, and the id that lasts, for backup --list.',
    archive: 'the folder that was given to --into',
    json: 'print one list a line, with its folder, addresses and former names, for programs',
  },
  rename: {
    summary: 'give a list of an archive another name',
    description:
      'Gives a list another name, for good: no later backup takes it back. Its folder, files and history stay where they are, so that everything that plays goes on playing.',
    archive: 'the folder that was given to --into',
    list: 'its name or its id (songkeep lists)',
    name: 'what it is called from now on',
  },
}
