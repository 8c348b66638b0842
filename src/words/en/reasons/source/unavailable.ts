import type { UnavailableReasons } from '../../../../model/reasons/source/unavailable.ts'
import type { Sentences } from '../../../sentences.ts'

export const unavailable: Sentences<UnavailableReasons> = {
  'source.left-alone': ({ source, reason }, { say }) =>
    `${source} is not asked any more in this run. ${say(reason)}`,
  'source.refused': ({ place, status }) => `${place} refused to answer (HTTP status ${status}).`,
  'source.refused-saying': ({ place, status, said }) =>
    `${place} refused to answer (HTTP status ${status}): “${said}”.`,
  'source.challenged': ({ place }) =>
    `${place} asks visitors from this network to prove that they are people (a Cloudflare challenge), so it does not answer Songkeep: from another network it may.`,
  'source.search-refused': ({ place, detail }) => `${place} refused the search (${detail}).`,
  'source.answer-too-deep': ({ place }) => `The answer of ${place} is too deep to be read.`,
  'source.answer-too-much': ({ place }) => `The answer of ${place} is too much to be read.`,
  'source.answer-damaged': ({ place }) => `The answer of ${place} is damaged or was cut off.`,
  'source.answer-of-another-shape': ({ place }) =>
    `${place} answered with something else than was asked for.`,
  'source.asks-for-rest': ({ place }) => `${place} is busy, and asks to be left alone for now.`,
  'source.too-busy': ({ place }) => `${place} is too busy to answer.`,
  'source.no-more-questions': ({ place }) => `${place} takes no more questions for now.`,
  'source.error-code': ({ place, errorCode, said }) =>
    `${place} answered with an error (its code ${errorCode})${said === undefined ? '' : `: “${said}”`}.`,
  'source.unknown-token': ({ place, variable, url }) =>
    `${place} does not know this token: look at ${variable}, or get one at ${url}.`,
  'source.unknown-client-id': ({ place, variable, url }) =>
    `${place} does not know this client id: look at ${variable}, or get one at ${url}.`,
  'source.unknown-key': ({ place, variable, url }) =>
    `${place} does not know this key: look at ${variable}, or get one at ${url}.`,
  'source.jamendo-no-more-requests': 'Jamendo takes no more requests from this client id for now.',
  'source.jamendo-suspended': ({ url }) =>
    `Jamendo has suspended this client id: get another one at ${url}.`,
  'source.youtube-quota':
    'YouTube answers no more with this key before midnight in California: its daily quota is used up.',
  'source.youtube-api-off': ({ url }) =>
    `The YouTube Data API is not switched on for this key: do so at ${url}.`,
  'source.acoustid-unreadable': 'AcoustID cannot read this fingerprint.',
  'source.acoustid-error': ({ detail }) =>
    `AcoustID answered with an error: ${detail ?? 'without a reason'}.`,
}
