import type { AppPushReasons } from '../../../../model/reasons/app/push.ts'
import type { Sentences } from '../../../sentences.ts'

export const push: Sentences<AppPushReasons> = {
  'app.push-offline': 'Offline lässt sich nirgends etwas ablegen.',
  'app.push-needs-token': ({ variable }) =>
    `ListenBrainz nimmt Listen nur mit einem Token an (${variable}), und es ist keines da.`,
  'app.push-not-there': 'Es ist dort nicht vorhanden.',
  'app.push-unsure': 'Es ist nicht sicher, welches Lied dort es ist: Geraten wird nicht.',
  'app.push-several-lists': ({ name }) =>
    `Mehrere eigene Listen heißen dort „${name}“: eine davon umbenennen.`,
  'app.push-not-made': 'Die Liste ist danach nicht da.',
  'app.push-lost': ({ songs }, { units }) =>
    `${units.count(songs)} ${songs === 1 ? 'Lied steht' : 'Lieder stehen'} danach nicht in der Liste: dort nachsehen.`,
  'app.push-order': 'Alle ihre Lieder sind da, in einer Reihenfolge, die der Server bestimmt hat.',

  'app.get-token': ({ variable, url }) => `Es ist kostenlos: ${url}. ${variable} darauf setzen.`,
}
