import type { AppServiceReasons } from '../../../../model/reasons/app/services.ts'
import type { Sentences } from '../../../sentences.ts'

export const services: Sentences<AppServiceReasons> = {
  'app.services-offline': 'SONGKEEP_OFFLINE is set: no service is asked.',
  'app.record-without-asking': 'There are no answers to record without --online.',
  'app.record-not-written': ({ path, error }) => `${path} cannot be written: ${error}`,
  'app.service-works': ({ questions, ms }, { units }) =>
    `works (${questions === 1 ? '1 question' : `${units.count(questions)} questions`}, ${units.count(ms)} ms)`,
  'app.service-refuses': ({ why, said }, { say }) =>
    `refuses: ${say(why)}${said === undefined ? '' : ` It says: “${said}”`}`,
  'app.service-asks-to-wait': ({ seconds }, { units }) =>
    `It asks not to be asked again for ${units.count(seconds)} seconds.`,
  'app.service-unreachable': ({ why }, { say }) => `cannot be reached: ${say(why)}`,
  'app.service-silent': ({ seconds }, { units }) =>
    `It has not answered within ${units.count(seconds)} seconds.`,
  'app.service-other-shape': ({ missing, why }, { say }) =>
    missing === undefined
      ? `answers in a shape that is not known here${why ? `: ${say(why)}` : '.'}`
      : `answers in a shape that is not known here: “${missing}” is missing.`,
  'app.service-found-nothing': ({ status }) =>
    `answers${status === undefined ? '' : ` (HTTP status ${status})`}, but not with what it is known to have.`,
  'app.service-needs-key': 'is not asked without a key',
  'app.ask-later': 'It is busy rather than broken: ask again later.',
  'app.ask-from-elsewhere':
    'Some services refuse networks of VPNs, proxies and data centres: ask from another one. Everything else works without it.',
  'app.look-at-network':
    'Look whether this machine has a network, and whether a firewall, a proxy or a filter of names stands between.',
  'app.report-service': ({ file, url }) =>
    `Please report it at ${url}${file === undefined ? ', with the file below' : `, with the file ${file}`}: it holds the answers, and no key and nothing about you.`,
}
