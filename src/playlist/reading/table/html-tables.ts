import { type Token, Tokenizer, TokenizerMode } from 'parse5'

/** A table of a page, cell by cell. */
export interface HtmlTable {
  /** What stands above it in a heading, or the page's title. */
  readonly heading?: string
  readonly rows: readonly (readonly string[])[]
}

const MAX_CELLS = 2_000_000
const MAX_CELL_LENGTH = 2000

/**
 * Every table of a page, in one pass and without building its tree, so that no nesting makes it slow. A table within a
 * cell ends the one around it: pages are laid out so, and lists are not.
 */
export function readHtmlTables(html: string): readonly HtmlTable[] {
  const reader = new TableReader()
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag(tag) {
        reader.startTag(tag)
        if (!RAW.has(tag.tagName)) return
        tokenizer.state = TokenizerMode.RAWTEXT
        tokenizer.lastStartTagName = tag.tagName
      },
      onEndTag: (tag) => reader.endTag(tag.tagName),
      onCharacter: ({ chars }) => reader.addText(chars),
      onWhitespaceCharacter: ({ chars }) => reader.addText(chars),
      onNullCharacter() {},
      onComment() {},
      onDoctype() {},
      onEof() {},
    },
  )
  tokenizer.write(html, true)
  reader.finish()
  return reader.tables
}

/** What holds no words of the page. */
const RAW = new Set(['script', 'style', 'noscript', 'iframe'])
const HEADING = /^(?:title|h[1-6]|caption)$/

class TableReader {
  readonly tables: { readonly heading?: string; readonly rows: string[][] }[] = []
  #open: { readonly heading?: string; readonly rows: string[][] } | undefined
  #heading: string | undefined
  #cells = 0
  #isRaw = false
  /** What text belongs to: a cell or a heading. */
  #text: { readonly of: 'cell' | 'heading'; words: string } | undefined

  startTag({ tagName }: Token.TagToken) {
    if (tagName === 'table') {
      this.finish()
      this.#open = { heading: this.#heading, rows: [] }
    } else if (tagName === 'tr') {
      this.#close()
      this.#open?.rows.push([])
    } else if (tagName === 'td' || tagName === 'th') {
      this.#close()
      this.#text = { of: 'cell', words: '' }
    } else if (HEADING.test(tagName)) this.#text = { of: 'heading', words: '' }
    else if (RAW.has(tagName)) this.#isRaw = true
    else if (tagName === 'br') this.addText(' ')
  }

  endTag(tagName: string) {
    if (/^(?:td|th|tr)$/.test(tagName) || HEADING.test(tagName)) this.#close()
    else if (tagName === 'table') this.finish()
    else if (RAW.has(tagName)) this.#isRaw = false
  }

  addText(chars: string) {
    const text = this.#isRaw ? undefined : this.#text
    if (text && text.words.length < MAX_CELL_LENGTH) text.words += chars
  }

  /** Ends the table that is open. */
  finish() {
    this.#close()
    if (this.#open && this.#open.rows.length > 0) this.tables.push(this.#open)
    this.#open = undefined
  }

  #close() {
    const { of, words = '' } = this.#text ?? {}
    this.#text = undefined
    const said = words.replaceAll(/\s+/g, ' ').trim().slice(0, MAX_CELL_LENGTH)
    if (of === 'heading') this.#heading = said || this.#heading
    if (of !== 'cell' || ++this.#cells > MAX_CELLS) return
    this.#open?.rows.at(-1)?.push(said)
  }
}
