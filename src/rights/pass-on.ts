import type { Licence } from '../model/verdict.ts'

/**
 * What a licence asks of who passes exact copies on: `address`, that the copy says where its text stands, and nothing
 * that cannot be said beside the file; `text`, that its words and notices go with every copy; `source`, that what the
 * sound was made from is offered too. `unknown`: not to be passed on.
 */
export type PassingOn = 'address' | 'text' | 'source' | 'unknown'

/**
 * By id. Creative Commons: 1.0 to 3.0, sections 3 and 4 ("a copy of, or the Uniform Resource Identifier for, this
 * License"), 4.0, sections 2(a)(1) and 3(a)(1)(C); CC0, section 2; Free Art License 1.3, section 2.2; EFF Open Audio
 * License, section 1; Open Government Licence 3.0, attribution with a link.
 */
const byAddress =
  /^(?:CC-(?:BY|NC|ND|SA)\b.*-\d\.\d(?:-[A-Z]+)?|CC0-1\.0|FAL-1\.3|LicenseRef-EFF-OAL-1\.0|OGL-UK-3\.0|Unlicense|WTFPL)$/

/** The copyright notice and the licence's words have to be in every copy: no source gives us the notice. */
const byText = /^(?:MIT|Apache-2\.0|BSD-3-Clause|Artistic-2\.0|GFDL-.*)$/

/** Of a sound, whether the file is the source is not to be told from here. */
const bySource = /^(?:[AL]?GPL-.*|LicenseRef-DSL)$/

export function passingOn({ id }: Licence): PassingOn {
  if (byAddress.test(id)) return 'address'
  if (byText.test(id)) return 'text'
  return bySource.test(id) ? 'source' : 'unknown'
}
