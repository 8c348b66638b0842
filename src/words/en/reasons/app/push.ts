import type { AppPushReasons } from '../../../../model/reasons/app/push.ts'
import type { Sentences } from '../../../sentences.ts'

export const push: Sentences<AppPushReasons> = {
  'app.push-offline': 'Nothing can be put anywhere offline.',
  'app.push-needs-token': ({ variable }) =>
    `ListenBrainz takes lists from whoever has a token (${variable}), and there is none.`,
  'app.push-not-there': 'It is not there.',
  'app.push-unsure': 'It is not sure which song there it is: none is taken by guess.',
  'app.push-several-lists': ({ name }) =>
    `Several lists of yours there are called “${name}”: rename one of them.`,
  'app.push-not-made': 'The list is not there afterwards.',
  'app.push-lost': ({ songs }, { units }) =>
    `${units.count(songs)} ${songs === 1 ? 'song does' : 'songs do'} not stand in the list afterwards: look at it there.`,
  'app.push-order': 'All of its songs are there, in an order that the server has chosen.',

  'app.get-token': ({ variable, url }) => `It is free: ${url}. Set ${variable} to it.`,
}
