import { spawnSync } from 'node:child_process'

/** A network of its own, with one cable to this machine. */
export interface Namespace extends Disposable {
  /** This machine, as seen from in there. */
  readonly host: string
  /** What a command begins with that is to run in there. */
  readonly command: readonly string[]
  /** Pulls the cable out, or puts it in again. Nothing tells either end. */
  setCable(isIn: boolean): void
}

const ip = (...args: readonly string[]) => spawnSync('ip', args, { encoding: 'utf8' })

function must(...args: readonly string[]): void {
  const { status, stderr, error } = ip(...args)
  if (status !== 0) throw new Error(`ip ${args.join(' ')}: ${error?.message ?? stderr.trim()}`)
}

/** Undefined where this machine lets nobody make one: root alone may, and not in every container. */
export function openNamespace(at: number): Namespace | undefined {
  const name = `songkeep-${process.pid}-${at}`
  const [here, there] = [`sk${process.pid}h${at}`, `sk${process.pid}n${at}`]
  const net = `10.${200 + (process.pid % 50)}.${Math.floor(process.pid / 50) % 250}`
  const host = `${net}.${4 * at + 1}`
  const remove = () => {
    ip('link', 'del', here)
    ip('netns', 'del', name)
  }
  try {
    must('netns', 'add', name)
    must('link', 'add', here, 'type', 'veth', 'peer', 'name', there, 'netns', name)
    must('addr', 'add', `${host}/30`, 'dev', here)
    must('-n', name, 'addr', 'add', `${net}.${4 * at + 2}/30`, 'dev', there)
    must('link', 'set', here, 'up')
    for (const device of [there, 'lo']) must('-n', name, 'link', 'set', device, 'up')
  } catch (error) {
    remove()
    console.warn(`No network namespaces here, so cables are cut in a proxy: ${error}`)
    return undefined
  }
  return {
    host,
    command: ['ip', 'netns', 'exec', name],
    setCable: (isIn) => must('link', 'set', here, isIn ? 'up' : 'down'),
    [Symbol.dispose]: remove,
  }
}
