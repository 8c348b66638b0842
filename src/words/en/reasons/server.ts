import type { ServerReasons } from '../../../model/reasons/server.ts'
import type { Sentences } from '../../sentences.ts'
import { units } from '../units.ts'

const { count } = units

export const server: Sentences<ServerReasons> = {
  'server.broken': 'Something went wrong inside Songkeep. What was kept is safe.',
  'server.try-again-or-log': 'Try it again; the log of songkeep serve says more.',
  'server.stopped': 'It was stopped before it was done.',
  'server.try-again': 'Try it again.',
  'server.nothing-here': 'There is nothing here.',
  'server.only-methods': ({ methods }) => `Only ${methods} are answered here.`,
  'server.only-json': 'Only JSON is taken here.',
  'server.no-json': 'The request is no JSON.',
  'server.not-understood': ({ issues }) => `The request is not understood: ${issues.join('; ')}.`,
  'server.no-utf-8': 'The request is not written in UTF-8.',
  'server.too-slow': 'The request came too slowly.',
  'server.too-large': 'The request is too large.',
  'server.address-too-long': 'The address is too long.',
  'server.unknown-method': 'Nothing here is asked for in this way.',
  'server.foreign-address': 'The address is not one of ours.',
  'server.no-single-host': 'The request names no host, or several.',
  'server.unknown-host': 'This server is not known by the name that was asked for.',
  'server.open-printed-address':
    'Open the address that songkeep serve has printed, or start it with this name: --name.',
  'server.another-site': 'Another site asked for this, so it was refused.',
  'server.type-the-address': "Type the address into the browser's address line.",
  'server.no-origin': 'The request does not say which page it is of.',
  'server.only-json-or-bytes': 'Only JSON, or plain bytes, are taken here.',
  'server.send-as-json': 'Send it with the header Content-Type: application/json.',
  'server.wrong-password': 'That is not the password.',
  'server.password-needed': 'The password is needed.',
  'server.log-in': 'Log in first.',
  'server.wrong-too-often': 'The password was wrong too often.',
  'server.too-many-requests': 'Too many requests at once.',
  'server.try-again-in': ({ seconds }) => `Try again in ${count(seconds)} seconds.`,
  'server.too-many-listeners': 'Too many pages listen at once.',
  'server.close-some': 'Close some of them.',
  'server.no-job': 'There is no such job.',
  'server.only-on-this-machine':
    'Folders are opened only for who sits at the computer that Songkeep runs on.',
  'server.perhaps-forgotten': 'It may have been forgotten.',
  'server.file-only-on-command-line':
    'A file of this machine can only be named on the command line.',
  'server.drop-it': 'Drop it on the page instead.',
  'server.file-gone': 'This file is not there any more.',
  'server.no-such-part': 'The file has no such part.',
  'server.password-missing': ({ host }) =>
    `Others than this machine can reach ${host}, so there has to be a password.`,
  'server.set-password': 'Set SONGKEEP_PASSWORD, or listen on 127.0.0.1.',
  'server.no-page': ({ dir }) => `There is no page in ${dir}: index.html is missing.`,
  'server.build-page': 'In a checkout, build it first: npm run build.',
  'server.port-in-use': ({ port, host }) =>
    `Port ${port} of ${host} is in use: by another Songkeep, or by another program.`,
  'server.name-other-port': ({ port }) => `Name another port: songkeep serve --port ${port}`,
  'server.port-not-allowed': ({ port }) => `Port ${port} may not be opened by this user.`,
  'server.name-high-port': 'Name a port above 1023: songkeep serve --port 4747',
  'server.no-own-address': ({ host }) => `${host} is no address of this machine.`,
  'server.name-own-address': 'Name one that is, or 127.0.0.1 for this machine alone.',
}
