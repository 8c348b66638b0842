/** The commands that change the lists of an archive, and what archives are known. */
export const lists = {
  listChanges: {
    archive: 'the folder that was given to --into',
    list: 'its name or its id (songkeep lists)',
    rename: 'give a list another name; its folder, files and history stay',
    merge:
      'join a list with another, which stays: what it does not have yet comes behind its own entries, and the histories become one. No file is moved, and songkeep lists restore takes it back.',
    mergeInto: 'the list that stays, by its name or id',
    remove:
      'move lists to the trash of the archive, with the files that no other list needs. Nothing is deleted: songkeep lists restore has all of it back, to the byte.',
    dryRun: 'say what would go, and change nothing',
    trash: 'tell which lists lie in the trash',
    restore: 'have lists back from the trash, or take back that two were joined',
    restoreId: 'what songkeep lists trash calls it; without it, the last',
  },
  knownArchives: {
    summary: 'list the archives that the page shows',
    description:
      'Lists the archives that the page shows in its library: every one that was backed up into.',
    json: 'print one archive a line, for programs',
    forget:
      'leave an archive out of the library; no file of it is touched, and the next backup into it shows it again',
    archive: 'the folder of an archive',
    bucket: 'the bucket that it lies in, or is to: s3://bucket/prefix',
    folder: 'an empty folder, or one that is not there yet',
    fetch:
      'make an ordinary archive in a folder of one that lies in a bucket, which stays there; what is there already is not fetched again',
    store:
      'put an archive into an empty bucket, where it can go on as one of many hosts; the folder stays as it is',
    transferJson: 'print what it came to as JSON, for programs',
  },
}
