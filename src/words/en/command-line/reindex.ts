/** The command that makes an archive's own lists again. */
export const reindex = {
  reindex: {
    summary: 'make an archive’s inventory, manifests and working state again from its files',
    description:
      'Reads every kept file, takes lines that the inventory has lost back from its copy, from reports or manifests, finds files that were moved or renamed by their checksums, and writes inventory, manifests and working state anew. No music file is touched. What could not be recovered is listed.',
    archive: 'the folder that was given to --into',
    dryRun: 'write nothing; say what would be done',
    json: 'print one finding a line and then a summary, for programs',
  },
}
