import { connect } from 'node:net'
import { systemNetwork } from '../../../src/base/http/network.ts'
import { SENT_AT } from './sent-at.ts'

/*
 * Loaded before the real program, which then finds every host at the replay, and writes into each request when it left:
 * on its way through a busy machine it may be held up.
 */
const HEAD = /^(?:GET|POST|HEAD) \S+ HTTP\/1\.1\r\n/

Object.assign(systemNetwork, {
  resolve: async () => ['93.184.215.14'],
  connect() {
    const socket = connect(Number(process.env.REPLAY_PORT), process.env.REPLAY_HOST)
    const write = socket.write.bind(socket) as (...args: unknown[]) => boolean
    return Object.assign(socket, {
      write(chunk: unknown, ...rest: unknown[]) {
        const stamp = `${SENT_AT}: ${performance.timeOrigin + performance.now()}\r\n`
        const stamped =
          typeof chunk === 'string' ? chunk.replace(HEAD, (head) => `${head}${stamp}`) : chunk
        return write(stamped, ...rest)
      },
    })
  },
})
