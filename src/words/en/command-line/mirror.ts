/** The command that keeps copies of an archive elsewhere. */
export const mirror = {
  mirror: {
    summary: 'keep a copy of an archive on another disk or in a bucket',
    description:
      'Copies what a place lacks of an archive, and compares checksums at both ends. The copy is an archive itself, which any player and Songkeep open. Without a target all known copies are updated.',
    explanation:
      'What has gone from the archive moves to the copy’s own trash. Nothing that Songkeep did not put there is touched, and a damaged file is never copied over a whole one. Keys for a bucket come from SONGKEEP_S3_ACCESS_KEY_ID and SONGKEEP_S3_SECRET_ACCESS_KEY (also _REGION, _ENDPOINT, _STYLE=virtual), or Amazon’s own variables.',
    archive: 'the folder that was given to --into',
    target: 'a folder, or s3://bucket/prefix',
    endpoint: 'the server of the bucket, where it is not Amazon’s',
    check: 'read the copies to their last byte, and change nothing',
    full: 'read the copy anew, instead of going by what is recorded of it',
    prune: 'empty the copy’s trash',
    anew: 'begin the copy again where a known one is no more',
    forget: 'count this copy no more; nothing of it is touched',
    rate: 'read or write so much a second at most, such as 50MB/s',
    dryRun: 'tell what would be done, and change nothing',
    json: 'print one line for each event, for programs; with --check then one for each file',
  },
}
