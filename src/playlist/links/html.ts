import { type Token, Tokenizer, TokenizerMode } from 'parse5'

/** What a page says about itself for machines. */
export interface PageData {
  /** `<meta>` of the head by `property` or `name`: the first of each. */
  readonly metas: ReadonlyMap<string, string>
  /** Text of the scripts that hold data, by their `id`. */
  readonly scripts: ReadonlyMap<string, string>
}

/** Names that are kept; no page of a person or of Spotify has more. */
const MAX_NAMES = 500

/**
 * Reads a page in one pass and without building its tree, so that no nesting makes it slow. Comments are left
 * out, and so is `<meta>` in the body.
 */
export function readPageData(html: string): PageData {
  const page = new PageReader()
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag(tag) {
        page.startTag(tag)
        const mode = RAW[tag.tagName]
        if (mode === undefined) return
        tokenizer.state = mode
        tokenizer.lastStartTagName = tag.tagName
      },
      onEndTag: (tag) => page.endTag(tag),
      onCharacter: (token) => page.text(token),
      onWhitespaceCharacter: (token) => page.text(token),
      onNullCharacter() {},
      onComment() {},
      onDoctype() {},
      onEof() {},
    },
  )
  tokenizer.write(html, true)
  return page
}

class PageReader implements PageData {
  readonly metas = new Map<string, string>()
  readonly scripts = new Map<string, string>()
  #isHead = true
  #script: { readonly id: string; text: string } | undefined

  startTag({ tagName, attrs }: Token.TagToken) {
    const attributes = new Map(attrs.map(({ name, value }) => [name, value]))
    if (tagName === 'body') this.#isHead = false
    if (tagName === 'meta' && this.#isHead) {
      const name = attributes.get('property') ?? attributes.get('name')
      if (name !== undefined && this.metas.size < MAX_NAMES && !this.metas.has(name))
        this.metas.set(name, attributes.get('content') ?? '')
    }
    const id = attributes.get('id')
    if (tagName === 'script' && id !== undefined) this.#script = { id, text: '' }
  }

  endTag({ tagName }: Token.TagToken) {
    if (tagName === 'head') this.#isHead = false
    const script = this.#script
    if (script && this.scripts.size < MAX_NAMES && !this.scripts.has(script.id))
      this.scripts.set(script.id, script.text)
    this.#script = undefined
  }

  text({ chars }: Token.CharacterToken) {
    if (this.#script) this.#script.text += chars
  }
}

/** Elements whose content is text, whatever it looks like (HTML, 13.2.6.2 and 13.2.6.4.4). */
const RAW: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  style: TokenizerMode.RAWTEXT,
  noscript: TokenizerMode.RAWTEXT,
  script: TokenizerMode.SCRIPT_DATA,
}
