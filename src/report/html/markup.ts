import { webAddress } from '../links.ts'

/** Markup that is safe to print: only the `html` tag makes it, and it escapes every value. */
export interface Markup {
  readonly [safe]: string
}

const safe = Symbol('markup')

type Value = string | number | undefined | Markup | readonly Value[]

/** Template of markup; strings and numbers in it are escaped for text and for quoted attributes. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let whole = parts[0] ?? ''
  for (const [index, value] of values.entries()) whole += print(value) + (parts[index + 1] ?? '')
  return { [safe]: whole }
}

/** Text of our own that is no data: the style sheet, the script. */
export function trusted(text: string): Markup {
  return { [safe]: text }
}

export function printMarkup(markup: Markup): string {
  return markup[safe]
}

function print(value: Value): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return escapeText(value)
  if (typeof value === 'number') return String(value)
  if (safe in value) return value[safe]
  let whole = ''
  for (const each of value) whole += print(each)
  return whole
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const UNSAFE = /[&<>"'\p{Cc}\p{Cs}]/u

function escapeText(text: string): string {
  if (!UNSAFE.test(text)) return text
  return (
    text
      .replace(/[&<>"']/g, (char) => entities[char] ?? '')
      // Controls have no picture, and NUL is no character of HTML at all.
      .replace(/[\p{Cc}\p{Cs}]/gu, (char) => (/[\t\n\r]/.test(char) ? ' ' : '\ufffd'))
  )
}

const MAX_NAME_LENGTH = 400

/** A name of any script, which cannot turn the words around it. One of pages is cut; report.json has it whole. */
export function name(text: string): Markup {
  if (text.length <= MAX_NAME_LENGTH) return html`<bdi>${text}</bdi>`
  const start = text.slice(0, MAX_NAME_LENGTH).replace(/[\ud800-\udbff]$/, '')
  return html`<bdi>${start}…</bdi>`
}

/** A link where the address is one of the web's, else the words alone. Nothing else becomes a link. */
export function link(url: string | undefined, words: string): Markup {
  const address = url === undefined ? undefined : webAddress(url)
  if (address === undefined) return name(words)
  return html`<a href="${address}" rel="noreferrer noopener">${name(words)}</a>`
}
