import type { NetworkReasons, ServiceMedia } from '../../../model/reasons/network.ts'
import type { Sentences } from '../../sentences.ts'
import { units } from '../units.ts'

const { count } = units

const media: Readonly<Record<ServiceMedia, (service: string) => string>> = {
  audio: (service) => `${service}’s audio`,
  'audio-and-previews': (service) => `${service}’s audio and previews`,
  player: (service) => `${service}’s player`,
  media: (service) => `${service}’s media`,
  pages: (service) => `${service}’s pages, from which its media is fetched`,
}

const whose = (service: string | undefined, holds: ServiceMedia) =>
  service === undefined ? 'a streaming service’s audio at a hired host' : media[holds](service)

export const network: Sentences<NetworkReasons> = {
  'network.no-address': ({ text }) => `${text} is no address.`,
  'network.nothing-to-ask': 'There is no address to ask.',
  'network.not-https': ({ address }) => `${address} is not https.`,
  'network.names-user': ({ address }) => `${address} names a user.`,
  'network.names-port': ({ address }) => `${address} names a port of its own.`,
  'network.names-number': ({ address }) => `${address} names no host but a number.`,
  'network.forbidden': ({ address, service, holds }) =>
    `${address} is ${whose(service, holds)}: Songkeep never asks for it.`,
  'network.not-on-list': ({ address }) => `${address} is on no source’s list of hosts.`,
  'network.endless-redirects': ({ address }) => `${address} leads on and on.`,
  'network.hands-body-on': ({ address, host }) =>
    `${address} hands what was sent to it on to ${host}.`,
  'network.no-home-address': ({ host, address }) =>
    `${host} leads to ${address}, where no server of yours can be.`,
  'network.private-address': ({ host, address }) =>
    `${host} leads to ${address}, which is not on the public internet.`,

  'network.host-silent': ({ host }) =>
    `${host} has let two requests in a row wait in vain, and is left alone for a minute.`,
  'network.no-answer': ({ host, why }, { say }) => `${host} does not answer: ${say(why)}.`,
  'network.wrong-content': ({ host, why }, { say }) =>
    `What ${host} sent is not what was asked for: ${say(why)}.`,
  'network.no-file': ({ host, status }) => `${host} answers ${status} instead of the file.`,
  'network.asked-enough': ({ host, times }) =>
    `${host} is slow, and has been asked ${count(times)} times in this run: the next run asks it for more.`,
  'network.asks-for-quiet': ({ host, until }) =>
    `${host} asks not to be asked again before ${until}.`,
  'network.no-turns': ({ host }) =>
    `${host} is not asked while the shared database, which tells whose turn it is, does not answer.`,
  'network.turn-lost':
    'the shared database, which tells whose turn it is, did not answer for too long',
  'network.too-slow': 'it is too slow',
  'network.none': 'There is no network.',
  'network.unknown-name': 'its name is not known, or there is no network',
  'network.no-name-server': 'its name cannot be looked up now, or there is no network',
  'network.refuses-connections': 'it refuses connections',
  'network.unreachable': 'it cannot be reached',
  'network.hung-up': 'it hung up',
  'network.answer-cut-short': 'its answer was cut short',
  'network.headers-too-long': 'its headers are too long',
  'network.answer-damaged': 'its answer is damaged',
  'network.no-reason': 'no reason given',

  'network.wrong-length': ({ bytes, promised }) =>
    `it has ${count(bytes ?? 0)} bytes where ${count(promised)} were promised`,
  'network.wrong-checksum': ({ algorithm }) => `its ${algorithm} is not the one that was promised`,
  'network.packed': 'it is packed, which was not asked for',
  'network.packed-as': ({ encoding }) => `it is packed as ${encoding}, which was not asked for`,
  'network.other-part': 'it sends another part than was asked for',
  'network.file-cut-short': 'the file was cut short',
  'network.file-too-long': ({ maxBytes }) => `the file is longer than ${maxBytes} bytes`,
  'network.answer-too-long': ({ maxKilobytes }) =>
    `the answer is longer than ${count(maxKilobytes)} KB`,
}
