import type { MirrorReasons } from '../../../../model/reasons/preserve/mirror.ts'
import type { Sentences } from '../../../sentences.ts'
import { units } from '../../units.ts'

export const mirror: Sentences<MirrorReasons> = {
  'preserve.mirror-foreign': ({ target }) =>
    `${target} holds other things, and is no mirror of Songkeep’s: nothing was written there.`,
  'preserve.choose-empty-target': 'Name an empty folder, or one that is not there yet.',
  'preserve.mirror-of-another': ({ target }) =>
    `${target} is the mirror of another archive: nothing was written there.`,
  'preserve.choose-other-target': 'Name another place for this archive.',
  'preserve.mirror-within': ({ target }) => `${target} and the archive lie within one another.`,
  'preserve.mirror-gone': ({ target }) =>
    `There is no mirror at ${target} any more, where there was one.`,
  'preserve.put-mirror-back':
    'Attach its disk or put it back. Say --anew to begin it again there, or --forget if it is lost.',
  'preserve.no-parent': ({ target }) => `There is no folder in which ${target} could be made.`,
  'preserve.make-parent': 'Attach the disk, or make the folder first.',
  'preserve.no-copies': ({ path }) => `The archive ${path} has no copies yet.`,
  'preserve.name-target': 'Name a folder or s3://bucket/prefix behind the archive.',
  'preserve.unknown-copy': ({ target }) => `The archive knows of no copy at ${target}.`,
  'preserve.wrong-target': ({ target }) => `${target} is no place for a copy.`,
  'preserve.write-target-so': 'Write a folder’s path, or s3://bucket or s3://bucket/prefix.',
  'preserve.wrong-endpoint':
    'What is given as the S3 server (SONGKEEP_S3_ENDPOINT or --endpoint) is no address of one.',
  'preserve.write-endpoint-so':
    'Write http(s)://host or http(s)://host:port, without a user or a path.',
  'preserve.no-s3-keys': 'There are no keys for S3.',
  'preserve.set-s3-keys':
    'Set SONGKEEP_S3_ACCESS_KEY_ID and SONGKEEP_S3_SECRET_ACCESS_KEY (or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY).',
  'preserve.endpoint-not-named': ({ endpoint, target }) =>
    `The archive says that ${target} lies at ${endpoint}, which you have not named: your keys are not sent there.`,
  'preserve.name-endpoint': ({ endpoint }) =>
    `If that server is yours, say --endpoint ${endpoint}, or set SONGKEEP_S3_ENDPOINT.`,
  'preserve.mirror-overtaken': ({ target }) => `Another run has written to ${target} meanwhile.`,
  'preserve.mirror-again': 'Run the same command again when the other one has ended.',
  'preserve.mirror-lines-refused': ({ count }) =>
    `${units.count(count)} ${count === 1 ? 'line' : 'lines'} of the mirror’s manifest cannot be ours, and count for nothing.`,
  'preserve.inventory-harmed':
    'The archive’s inventory was damaged: nothing is moved to the mirror’s trash in this run.',
  'preserve.source-missing': 'it is not in the archive',
  'preserve.source-damaged': 'in the archive it is not as it was kept',
  'preserve.copy-missing': 'it is not in the copy',
  'preserve.copy-damaged': 'in the copy it is not as it was kept',
  'preserve.foreign-in-the-way':
    'something that Songkeep did not put there has its name; it is left as it is',
  'preserve.changed-aside': ({ to }) => `it was another file there, which lies at ${to} now`,
}
