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
  unpack: {
    summary: 'make an archive again of a package, or judge one',
    description:
      'Makes an archive again of a BagIt bag, an OCFL object or storage root, or an RO-Crate. The package is judged by its specification first: of one that is not as it has to be, nothing is unpacked. Nothing is fetched, and no link is followed.',
    package: 'the folder of the package',
    out: 'where the archive goes: a folder that is not there yet, or an empty one',
    check: 'judge the package alone and print all that is wrong, with codes',
    json: 'print JSON, for programs',
  },
}
