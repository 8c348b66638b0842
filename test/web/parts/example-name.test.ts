import { describe, expect, it } from 'vitest'
import { DEFAULT_TEMPLATE, parseTemplate } from '../../../src/archive/naming/template.ts'
import { exampleName } from '../../../web/parts/fields/example-name.ts'

describe('the example of a name', () => {
  it('is the usual name where nothing is said', () => {
    expect(exampleName('')).toBe('Evening Shore/07 Kobalt Blue - Low Water.mp3')
    expect(exampleName(DEFAULT_TEMPLATE)).toBe(exampleName(''))
  })

  it.each([
    '{title}',
    '{Album Artist}/{album}/{disc}-{track} {title}',
    '{playlist}/{position}',
    '{year} {isrc}',
    'always the same',
    '{nothing}',
    '{title',
    'title}',
    '../{title}',
    '{artist}//{title}',
    '{artist}/same',
    '{artist}\\{title}',
  ])('of %s is there where the archive takes the template', (template) => {
    let isTaken = true
    try {
      parseTemplate(template)
    } catch {
      isTaken = false
    }
    expect(exampleName(template) !== undefined).toBe(isTaken)
  })
})
