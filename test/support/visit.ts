import { request } from 'node:http'

export interface Visit {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Visited {
  readonly status: number
  readonly text: string
  readonly headers: Readonly<Record<string, unknown>>
}

/** What a browser on this machine sees at an address of this machine's. */
export function visit(address: string, options: Visit = {}): Promise<Visited> {
  return new Promise((resolve, reject) => {
    const sent = request(address, options, async (response) => {
      let text = ''
      for await (const chunk of response) text += chunk
      resolve({ status: response.statusCode ?? 0, text, headers: response.headers })
    })
    sent.on('error', reject).end()
  })
}
