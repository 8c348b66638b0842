import { systemNetwork } from '../../../src/base/http/network.ts'
import { replayNetwork } from './replay.ts'

/*
 * Loaded before the real program (`node --import`), which then finds every host at the replay of this port. The program
 * itself has no way to be told so.
 */
Object.assign(systemNetwork, replayNetwork(Number(process.env.REPLAY_PORT)))
