import type { AppJobReasons } from '../../../../model/reasons/app/jobs.ts'
import type { Sentences } from '../../../sentences.ts'

export const jobs: Sentences<AppJobReasons> = {
  'app.no-data-folder': 'There is no place to write jobs down.',
  'app.name-data-folder': 'Name one: SONGKEEP_DATA',
  'app.no-job-of-id': ({ id }) => `There is no job ${id}.`,
  'app.list-jobs': 'List them: songkeep jobs',
  'app.several-jobs-of-id': ({ id }) => `Several jobs begin with ${id}.`,
  'app.give-more-of-id': 'Give more of its id.',
  'app.no-job': 'There is no such job any more.',
  'app.job-not-ended': 'This job has not ended yet.',
  'app.cancel-job-first': 'Cancel it first.',
  'app.import-not-here': ({ host, folder }) =>
    `What was dropped on the page is not in the data folder of the worker that took this job (${folder} on ${host}).`,
  'app.share-data-folder':
    'Give server and workers the same data folder (SONGKEEP_DATA), then resume this job.',
  'app.job-of-other-version': 'This job was written by another version of Songkeep.',
  'app.order-anew': 'Order it anew.',
  'app.file-only-on-command-line': 'A file of this machine is named on the command line alone.',
  'app.nowhere-to-look': 'There is nowhere to look for the tracks.',
  'app.choose-music-folder': 'Choose a folder of music.',
  'app.standard-input-gone': 'This playlist came by standard input, and is gone with it.',
  'app.run-again-with-input':
    'Run songkeep backup again with the same input: what is kept already is not made twice.',
}
