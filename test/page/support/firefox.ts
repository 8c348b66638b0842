import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const programs = ['/usr/bin/firefox-esr', '/usr/bin/firefox']

/** Debian’s Firefox; undefined where there is none, which is said aloud. */
export function findFirefox(): string | undefined {
  const found = programs.find((each) => existsSync(each))
  if (!found)
    console.warn('Firefox is not here (package firefox-esr): the page is not tried in it.')
  return found
}

/** What this asks of the browser: the few commands of WebDriver BiDi (W3C) that a visit needs. */
export interface FirefoxPage extends AsyncDisposable {
  goto(url: string): Promise<void>
  /** The value of an expression in the page, which must be JSON; a promise is waited for. */
  evaluate<T>(expression: string): Promise<T>
  /** Waits until the expression is true. */
  waitFor(expression: string): Promise<void>
  /** With a real pointer, in the middle of the first element that the selector finds. */
  click(selector: string): Promise<void>
  /** In px of CSS. */
  setViewport(width: number, height: number): Promise<void>
  /** Errors that the page did not catch, and what its console called an error. */
  readonly faults: string[]
}

/** Starts a Firefox without a window, in a profile of its own that is removed afterwards. */
export async function openFirefox(program: string): Promise<FirefoxPage> {
  const profile = await mkdtemp(join(tmpdir(), 'songkeep-firefox-'))
  const args = ['--headless', '--remote-debugging-port', '0', '--profile', profile, '--no-remote']
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const end = async () => {
    if (child.exitCode === null) {
      child.kill('SIGKILL')
      await new Promise((resolve) => child.once('close', resolve))
    }
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const session = await Session.open(`${await readAddress(child)}/session`)
    return await openTab(session, end)
  } catch (error) {
    await end()
    throw error
  }
}

/** Firefox tells on standard error where it listens. */
function readAddress({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    stderr?.on('data', (chunk: Buffer) => {
      said += chunk
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    stderr?.on('close', () => reject(new Error(`Firefox ended:\n${said}`)))
  })
}

async function openTab(session: Session, end: () => Promise<void>): Promise<FirefoxPage> {
  await session.send('session.new', { capabilities: {} })
  const { context } = await session.send<{ context: string }>('browsingContext.create', {
    type: 'tab',
  })
  await session.send('session.subscribe', { events: ['log.entryAdded'] })
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await session.send<Evaluated>('script.evaluate', {
      expression: `(async () => JSON.stringify((${expression}) ?? null))()`,
      target: { context },
      awaitPromise: true,
    })
    if (!result) throw new Error(exceptionDetails?.text ?? 'The page answered nothing.')
    return JSON.parse(result.value) as T
  }
  const locate = async (value: string) => {
    const { nodes } = await session.send<{ nodes: { sharedId: string }[] }>(
      'browsingContext.locateNodes',
      { context, locator: { type: 'css', value }, maxNodeCount: 1 },
    )
    if (!nodes[0]) throw new Error(`Nothing is there for ${value}.`)
    return { sharedId: nodes[0].sharedId }
  }
  const perform = (actions: readonly object[]) =>
    session.send('input.performActions', { context, actions })
  return {
    faults: session.faults,
    evaluate,
    goto: (url) => session.send('browsingContext.navigate', { context, url, wait: 'complete' }),
    async waitFor(expression) {
      for (let turn = 0; !(await evaluate<boolean>(`!!(${expression})`)); turn++) {
        if (turn > 600) throw new Error(`Never true: ${expression}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    async click(selector) {
      await evaluate(
        `document.querySelector(${JSON.stringify(selector)})?.scrollIntoView({ block: 'center' })`,
      )
      const origin = { type: 'element', element: await locate(selector) }
      const pointer = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' } }
      const steps = [
        { type: 'pointerMove', x: 0, y: 0, origin },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]
      await perform([{ ...pointer, actions: steps }])
    },
    setViewport: (width, height) =>
      session.send('browsingContext.setViewport', { context, viewport: { width, height } }),
    async [Symbol.asyncDispose]() {
      session.close()
      await end()
    },
  }
}

interface Evaluated {
  readonly result?: { readonly value: string }
  readonly exceptionDetails?: { readonly text: string }
}

interface Message {
  readonly id?: number
  readonly result?: unknown
  readonly error?: string
  readonly message?: string
  readonly method?: string
  readonly params?: { readonly level?: string; readonly text?: string }
}

/** Commands over one socket, each with its answer. */
class Session {
  readonly faults: string[] = []
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, (message: Message) => void>()
  #lastId = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => this.#take(JSON.parse(String(data))))
  }

  static async open(address: string): Promise<Session> {
    const socket = new WebSocket(address)
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve)
      socket.addEventListener('error', reject)
    })
    return new Session(socket)
  }

  async send<T = void>(method: string, params: object): Promise<T> {
    const id = ++this.#lastId
    const answer = new Promise<Message>((resolve) => this.#waiting.set(id, resolve))
    this.#socket.send(JSON.stringify({ id, method, params }))
    const { error, message, result } = await answer
    if (error !== undefined) throw new Error(`${method}: ${error}: ${message}`)
    return result as T
  }

  close(): void {
    this.#socket.close()
  }

  #take(message: Message): void {
    if (message.id !== undefined) this.#waiting.get(message.id)?.(message)
    else if (message.method === 'log.entryAdded' && message.params?.level === 'error')
      this.faults.push(message.params.text ?? '')
  }
}
