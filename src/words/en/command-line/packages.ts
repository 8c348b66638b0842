/** The commands that make packages of an archive, and archives of packages. */
export const packages = {
  pack: {
    summary: 'make a package of an archive that others’ software reads',
    description:
      'Makes a package of an archive that other programs, libraries and people can check and open without Songkeep. Every file is read anew and compared with its checksum; what is not as it was kept is told and left out.',
    archive: 'the folder that was given to --into',
    as: 'what to make',
    out: 'where it goes',
    json: 'print one event a line, for programs',
  },
}
