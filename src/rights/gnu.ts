import type { Licence } from '../model/verdict.ts'

interface Family {
  readonly name: string
  readonly versions: readonly string[]
  readonly page: string
}

const families: Readonly<Record<string, Family>> = {
  GPL: {
    name: 'GNU General Public License',
    versions: ['1.0', '2.0', '3.0'],
    page: 'gpl',
  },
  LGPL: {
    name: 'GNU Lesser General Public License',
    versions: ['2.0', '2.1', '3.0'],
    page: 'lgpl',
  },
  AGPL: { name: 'GNU Affero General Public License', versions: ['3.0'], page: 'agpl' },
  GFDL: {
    name: 'GNU Free Documentation License',
    versions: ['1.1', '1.2', '1.3'],
    page: 'fdl',
  },
}

const patterns: readonly (readonly [family: string, pattern: RegExp])[] = [
  ['AGPL', /\bagpl|\bgnu affero general public licen[cs]e/i],
  ['LGPL', /\blgpl|\bgnu (?:lesser|library) general public licen[cs]e/i],
  [
    'GFDL',
    /\bgfdl|\bgnu (?:fdl|free documentation licen[cs]e)|gnu\.org\/(?:licenses|copyleft)\/fdl/i,
  ],
  ['GPL', /\bgpl|\bgnu general public licen[cs]e/i],
]

const version = /^(?:[ \-,.:_/]*(?:licen[cs]e)?[ \-,._/]*(?:version|ver|v)?[ .]?(\d(?:\.\d)?))/i
const orLater =
  /^(?:\.0)?[ -]*(?:\+|(?:only )?or[ -](?:any )?later|,? or \(at your option\) any later)/i

/**
 * A licence of the GNU project. Without a version any that was published may be chosen, as the licences
 * themselves say (GPL-3.0, 14).
 */
export function recogniseGnu(
  text: string,
): { readonly licence: Licence; readonly at: number } | undefined {
  for (const [id, pattern] of patterns) {
    const found = pattern.exec(text)
    const family = families[id]
    if (!found || !family) continue
    const rest = text.slice(found.index + found[0].length)
    const given = version.exec(rest)
    const number = given?.[1]?.padEnd(3, '.0')
    if (number !== undefined && !family.versions.includes(number)) continue
    const later = number === undefined || orLater.test(rest.slice(given?.[0].length))
    const first = number ?? family.versions[0]
    const page = number === undefined ? family.page : `${family.page}-${number}`
    const licence = {
      id: `${id}-${first}-${later ? 'or-later' : 'only'}`,
      name: `${family.name} ${number ?? ''}${later ? ' or later' : ''}`.replace('  ', ' '),
      url: `https://www.gnu.org/licenses/${page}.html`,
    }
    return { licence, at: found.index }
  }
  return undefined
}
