import type { ServiceReasons } from '../../../../model/reasons/playlist/services.ts'
import type { Sentences } from '../../../sentences.ts'
import { units } from '../../units.ts'

const { count } = units

const quoted = (detail: string | undefined) => (detail === undefined ? '' : `: “${detail}”`)

export const services: Sentences<ServiceReasons> = {
  'playlist.no-list-of-service': ({ service }) =>
    `This link of ${service} names no list that can be read.`,
  'playlist.list-not-there': ({ service }) =>
    `${service} shows no such list: it is private, or gone.`,
  'playlist.service-needs-key': ({ service, variable }) =>
    `${service} gives its lists to whoever has a key (${variable}), and there is none.`,
  'playlist.key-refused': ({ service, variable }) =>
    `${service} does not know this key (${variable}).`,
  'playlist.service-refuses': ({ service, status }) =>
    `${service} refused to answer (HTTP status ${status}).`,
  'playlist.service-says': ({ service, detail }) =>
    `${service} refused to answer${quoted(detail)}.`,
  'playlist.service-busy': ({ service }) =>
    `${service} was asked too often for now: try again later.`,
  'playlist.service-answer-unexpected': ({ service }) =>
    `${service} answered with something else than was asked for.`,
  'playlist.service-gives-fewer': ({ service, total, given }) =>
    `${service} counts ${count(total)} entries, and gives ${count(given)} of them.`,
  'playlist.not-played': ({ service }) => `${service} does not play it any more, or not there.`,
  'playlist.short-link-of-service': ({ service }) =>
    `The short link names nothing of ${service} that can be read.`,

  'playlist.youtube-api-off':
    'Your key is not allowed to ask YouTube’s Data API: it is not switched on for its project.',
  'playlist.youtube-mix':
    'This is a mix that YouTube makes up for each listener: it gives none as a list.',
  'playlist.titles-of-videos':
    'Read from the titles of videos: artist and title were parted at the first dash.',
  'playlist.artist-of-channel': 'The title names no artist: the channel’s name was taken.',
  'playlist.video-private': 'A private video: YouTube no longer names it.',
  'playlist.video-gone': 'A video that was taken down: YouTube no longer names it.',

  'playlist.make-public': ({ service }) =>
    `Make the list public at ${service}, or open its link in a browser that is not logged in to see whether it is there.`,
  'playlist.give-token': ({ service, variable }) =>
    `If the list is your own and private, give your token of ${service} in ${variable}.`,
  'playlist.get-youtube-key': ({ url, variable }) =>
    `A key is free: ${url} (switch the API on, then Credentials › Create credentials › API key). Give it in ${variable}, or in the page’s settings.`,
  'playlist.give-service-list':
    'Give the link of a playlist, as Share gives it; what is there for you alone has to be exported.',
  'playlist.save-mix': 'Save its songs into a list of your own there, and give that.',
}
