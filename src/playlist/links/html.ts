import { type Token, type TokenHandler, Tokenizer, TokenizerMode } from 'parse5'

/** What a page says about itself for machines. */
export interface PageData {
  /** `<meta>` of the head by `property` or `name`: the first of each. */
  readonly metas: ReadonlyMap<string, string>
  /** Text of the scripts that hold data, by their `id`. */
  readonly scripts: ReadonlyMap<string, string>
}

/** Names that are kept; a page with more is no page of a person's. */
const MOST = 500

/**
 * Reads a page in one pass and without building its tree, so that no nesting makes it slow. What stands
 * in comments, and `<meta>` in the body, says nothing.
 */
export function readPageData(html: string): PageData {
  const metas = new Map<string, string>()
  const scripts = new Map<string, string>()
  let isHead = true
  let script: { readonly id: string; text: string } | undefined
  const onStartTag = (tag: Token.TagToken) => {
    const attributes = new Map(tag.attrs.map(({ name, value }) => [name, value]))
    if (tag.tagName === 'body') isHead = false
    if (tag.tagName === 'meta' && isHead) {
      const name = attributes.get('property') ?? attributes.get('name')
      if (name !== undefined && metas.size < MOST && !metas.has(name))
        metas.set(name, attributes.get('content') ?? '')
    }
    const mode = RAW[tag.tagName]
    if (mode === undefined) return
    tokenizer.state = mode
    tokenizer.lastStartTagName = tag.tagName
    const id = attributes.get('id')
    if (tag.tagName === 'script' && id !== undefined) script = { id, text: '' }
  }
  const onEndTag = ({ tagName }: Token.TagToken) => {
    if (tagName === 'head') isHead = false
    if (script && scripts.size < MOST && !scripts.has(script.id))
      scripts.set(script.id, script.text)
    script = undefined
  }
  const onText = ({ chars }: Token.CharacterToken) => {
    if (script) script.text += chars
  }
  const handler: TokenHandler = {
    onStartTag,
    onEndTag,
    onCharacter: onText,
    onWhitespaceCharacter: onText,
    onNullCharacter() {},
    onComment() {},
    onDoctype() {},
    onEof() {},
  }
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, handler)
  tokenizer.write(html, true)
  return { metas, scripts }
}

/** Elements whose content is text, whatever it looks like (HTML, 13.2.6.2 and 13.2.6.4.4). */
const RAW: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  style: TokenizerMode.RAWTEXT,
  noscript: TokenizerMode.RAWTEXT,
  script: TokenizerMode.SCRIPT_DATA,
}
