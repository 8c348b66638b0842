import type { AppOperationReasons } from '../../../../model/reasons/app/operation.ts'
import type { Sentences } from '../../../sentences.ts'
import { units } from '../../units.ts'

export const operation: Sentences<AppOperationReasons> = {
  'app.variable-no-choice': ({ variable, allowed }) =>
    `${variable} is none of ${allowed.join(', ')}.`,
  'app.variable-no-address': ({ variable }) => `${variable} is no address of http or https.`,
  'app.token-too-short': ({ variable, least }) =>
    `${variable} can be guessed: it is shorter than ${units.count(least)} characters.`,
  'app.secret-twice': ({ variable, file }) => `Both ${variable} and ${file} are set.`,
  'app.secret-unreadable': ({ file, cause }, { say }) =>
    `The file that ${file} names cannot be read: ${say(cause)}`,
  'app.mend-variable': 'Set it right, or remove it, and start again.',
  'app.metrics-need-token': ({ host }) =>
    `Metrics on ${host} could be read by others than this machine.`,
  'app.set-metrics-token': 'Set a token of at least 16 characters: SONGKEEP_METRICS_TOKEN',
  'app.traces-not-installed':
    'Traces are asked for, and the packages that send them are not installed.',
  'app.install-traces': ({ packages }) =>
    `Install them beside Songkeep: npm install ${packages}; or unset OTEL_EXPORTER_OTLP_ENDPOINT`,
  'app.traces-offline':
    'Traces are asked for to another machine, and no request may leave this one.',
  'app.unset-traces': 'Unset SONGKEEP_OFFLINE or OTEL_EXPORTER_OTLP_ENDPOINT.',
  'app.archive-not-here': ({ host, folder }) =>
    `The worker that took this job does not see the archive that it is for (${folder} on ${host}), and made nothing there.`,
  'app.share-archives':
    'Give server and workers the same folders of archives at the same paths, then resume this job.',
  'app.job-has-ended': ({ id }) => `The job ${id} has ended.`,
}
