import type { BucketArchiveReasons } from '../../../model/reasons/bucket-archive.ts'
import type { Sentences } from '../../sentences.ts'
import { units } from '../units.ts'

export const bucketArchive: Sentences<BucketArchiveReasons> = {
  'archive.bucket-damaged': ({ place, key }) =>
    `The archive in ${place} cannot be read: ${key} is missing or damaged.`,
  'archive.restore-bucket': ({ place }) =>
    `Bring that object back from an earlier version or a backup of ${place}, then try again.`,
  'archive.bucket-newer': ({ place }) =>
    `The archive in ${place} was written by a newer version of Songkeep.`,
  'archive.update-songkeep': 'Use that version here too.',
  'archive.bucket-foreign': ({ place }) =>
    `${place} holds other things, and is no archive of Songkeep.`,
  'archive.bucket-taken': ({ place }) => `An archive lies in ${place} already.`,
  'archive.choose-empty-prefix': 'Choose an empty bucket, or a prefix that nothing lies under.',
  'archive.bucket-within': ({ place, other }) => `${place} lies within the archive in ${other}.`,
  'archive.wait-for-host':
    'Wait until it has ended, or stop it. If its host is gone, run this again in a minute: it no longer counts then.',
  'archive.turn-lost': ({ place }) =>
    `Another host has taken over the archive in ${place}, as nothing was heard from this one.`,
  'archive.run-again':
    'All that was reported as kept is there. Run the same again for the rest, when the other has ended.',
  'archive.bucket-offline': ({ place }) =>
    `The archive in ${place} is out of reach, as SONGKEEP_OFFLINE is set.`,
  'archive.unset-offline':
    'Unset it: with --offline no service is asked, and the bucket is reached all the same.',
  'archive.is-working-copy': ({ path, place }) =>
    `${path} is the working copy of the archive in ${place}.`,
  'archive.name-bucket': ({ place }) => `Name the archive itself: ${place}.`,
  'archive.not-in-bucket': 'This cannot be done to an archive in a bucket.',
  'archive.fetch-first':
    'Fetch it into a folder with `songkeep archives fetch`, which makes an ordinary archive of it.',
  'archive.no-folder': ({ path }) => `${path} is no folder of this machine.`,
  'archive.bucket-unreachable': ({ place, why }, { say }) =>
    `The archive in ${place} cannot be reached. ${say(why)}`,
  'archive.check-bucket':
    'Look whether the server runs, and whether SONGKEEP_S3_ENDPOINT names it: http(s)://host:port, for any server but Amazon’s.',
  'archive.folder-not-empty': ({ path }) => `${path} holds other things.`,
  'archive.choose-empty-folder': 'Name a folder that is empty, or not there yet.',
  'archive.backup-again':
    'Back up the same lists again, or `songkeep sync` the archive: what is missing or damaged is made anew.',
  'archive.transferred': ({ files, bytes, to }) =>
    `${units.count(files)} ${files === 1 ? 'file is' : 'files are'} in ${to} (${units.bytes(bytes)}).`,
  'archive.not-transferred': ({ path }) => `Left out, as it is not as it was kept: ${path}`,
}
