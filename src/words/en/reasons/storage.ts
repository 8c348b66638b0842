import type { StorageReasons } from '../../../model/reasons/storage.ts'
import type { Sentences } from '../../sentences.ts'

/** What the system's codes mean. */
const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'it is no folder',
  EISDIR: 'it is a folder',
  EEXIST: 'it is there already',
  EACCES: 'access is not allowed',
  EPERM: 'it is not allowed',
  EROFS: 'it can only be read',
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'no space is left for this user',
  EIO: 'the disk does not read or write',
  EBUSY: 'it is in use',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOTEMPTY: 'the folder is not empty',
  EXDEV: 'it lies on another disk',
  ENODEV: 'the disk is gone',
  ENXIO: 'the disk is gone',
  ESTALE: 'the network drive is gone',
  ETIMEDOUT: 'it took too long',
  ENOMEM: 'there is not enough memory',
}

export const storage: Sentences<StorageReasons> = {
  'storage.system': ({ code, path }) =>
    `${SYSTEM[code] ?? `the system says ${code}`}${path === undefined ? '' : ` (${path})`}`,
  'storage.disk-full': ({ why }, { say }) => `The disk is full (${say(why)}).`,
  'storage.make-room': 'Make room, or choose another place, and run it again.',
  'storage.part-not-kept': ({ why }) => `A file cannot be kept while it is fetched (${why}).`,
  'storage.check-part-folder':
    'Look whether the folder for unfinished files is there and may be written to.',
  'storage.lock-not-empty': ({ path }) => `The lock is not an empty file: ${path}`,
  'storage.remove-lock': 'Remove it, then try again.',
  'storage.locked': ({ folder }) => `Another run is at work in ${folder}.`,
  'storage.wait-for-lock': 'Wait until it has ended, or stop it; a lock never outlives its run.',
  'storage.no-lock': ({ path, why }, { say }) => `Cannot take the lock ${path}: ${say(why)}`,
  'storage.check-lock-folder': 'The folder must be writable, and its file system must know locks.',
}
