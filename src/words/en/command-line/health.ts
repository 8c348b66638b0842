/** The commands that check an archive and repair it. */
export const health = {
  verify: {
    summary: 'check every file of an archive by its checksum',
    description:
      'Reads the kept files anew, compares them with their checksums, and tells what is wrong and what can be done about it. Each check is written into fixity.jsonl. A BagIt bag, an OCFL object or storage root, an RO-Crate or a .torrent file with its folder beside it is judged as what it is.',
    archive: 'the folder that was given to --into',
    days: 'read only the part that is due today, so that everything is read once in so many days',
    rate: 'read so much a second at most, such as 50MB/s (with --days that is the default)',
    json: 'print one finding a line and then the summary, for programs',
  },
  repair: {
    summary: 'restore what is missing or damaged in an archive',
    description:
      'Checks an archive, and has back what is missing or damaged: by arithmetic from its parity, from a second copy, from where the file came from; what is then left is made again. What is replaced goes to .songkeep/replaced, and what is whole is not touched.',
    archive: 'the folder that was given to --into',
    from: 'a folder that holds a copy of the archive; may be given again',
    library: 'where your own files are now, if they have moved; may be given again',
    parity:
      'parity that the archive has from then on, by which lost bytes are computed: in percent of its size, such as 10%; it is made when what is lost has been had back',
    offline: 'ask nobody: nothing is fetched or looked for on the network',
    dryRun: 'tell what would be done, and change nothing',
    json: 'print one line for each file, and then the summary, for programs',
  },
}
