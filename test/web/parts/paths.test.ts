import { describe, expect, it } from 'vitest'
import { joinPath, nameOfPath, segmentsTo } from '../../../web/parts/text/paths.ts'

describe('paths', () => {
  it.each([
    ['/home/ada', 'Music', '/home/ada/Music'],
    ['/', 'Music', '/Music'],
    ['C:\\', 'Music', 'C:\\Music'],
    ['C:\\Users\\Ada', 'Music', 'C:\\Users\\Ada\\Music'],
    ['\\\\nas\\share', 'Music', '\\\\nas\\share\\Music'],
  ])('%s and %s', (folder, name, joined) => {
    expect(joinPath(folder, name)).toBe(joined)
  })

  it.each([
    ['/home/ada/Music', 'Music'],
    ['/home/ada/Music/', 'Music'],
    ['/', '/'],
    ['C:\\Users\\Ada', 'Ada'],
    ['/with\\backslash', 'with\\backslash'],
  ])('%s is called %s', (path, name) => {
    expect(nameOfPath(path)).toBe(name)
  })

  it.each<[string, string[], string[]]>([
    ['/home/ada/Music', ['/home/ada'], ['/home/ada', '/home/ada/Music']],
    ['/home/ada', ['/home/ada', '/media'], ['/home/ada']],
    ['/a/b', ['/'], ['/', '/a', '/a/b']],
    ['/home/adam', ['/home/ada'], ['/home/adam']],
    ['C:\\Music\\New', ['C:\\', 'D:\\'], ['C:\\', 'C:\\Music', 'C:\\Music\\New']],
  ])('leads to %s below %j', (path, tops, steps) => {
    expect(segmentsTo(path, tops).map((step) => step.path)).toEqual(steps)
  })
})
