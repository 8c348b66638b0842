import type { StorageReasons } from '../../../model/reasons/storage.ts'
import type { Sentences } from '../../sentences.ts'

export const storage: Sentences<StorageReasons> = {
  'storage.disk-full': ({ why }) => `The disk is full (${why}).`,
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
