import type { Licence } from '../model/verdict.ts'
import { countries } from './countries.ts'

/**
 * Every licence that Creative Commons published: the versions, and the countries that each was ported
 * to. What is not in this table was never published, however much an address looks like it.
 */
const ports: Readonly<Record<string, string>> = {
  '1.0': 'fi il nl',
  '2.0': 'at au be br ca cl de es fr hr it jp kr nl pl tw uk za',
  '2.1': 'au es jp',
  '2.5':
    'ar au bg br ca ch cn co dk es hr hu il in it mk mt mx my nl pe pl pt scotland se si tw za',
  '3.0':
    'am at au az br ca ch cl cn cr cz de ec ee eg es fr ge gr gt hk hr ie igo it lu nl no nz ph pl ' +
    'pr pt ro rs sg th tw ug us ve vn za',
  '4.0': '',
}

/** Licences without BY were withdrawn in 2004; what was given under them stays given. */
const portsWithoutBy: Readonly<Record<string, string>> = { '1.0': 'fi nl', '2.0': 'jp' }

const elements = {
  by: 'Attribution',
  nc: 'NonCommercial',
  nd: 'NoDerivatives',
  sa: 'ShareAlike',
} as const

type Element = keyof typeof elements

export interface CreativeCommons {
  /** `by-nc-sa`, in any order. */
  readonly conditions: string
  /** Without it the conditions are known, but not the text. */
  readonly version?: string | undefined
  /** A key of `countries`; without it, the international (unported) text. */
  readonly country?: string | undefined
}

/** The licence of these conditions, or nothing where there is none. */
export function findCreativeCommons(given: CreativeCommons): Licence | undefined {
  const order = orderElements(given.conditions)
  if (order === undefined) return undefined
  const { version, country } = given
  const id = `CC-${order.join('-').toUpperCase()}`
  const name = `Creative Commons ${order.map((element) => elements[element]).join('-')}`
  if (version === undefined) return { id, name: `${name}, version not given` }
  if (!isPublished(order, version, country)) return undefined
  const path = [pathOf(order, version), version, ...(country ? [country] : [])].join('/')
  return {
    id: `${id}-${version}${country ? `-${country.toUpperCase()}` : ''}`,
    name: `${name} ${version}${country ? ` ${countries[country]}` : ''}`,
    url: `https://creativecommons.org/licenses/${path}/`,
  }
}

function isPublished(order: readonly Element[], version: string, country: string | undefined) {
  const withBy = order.includes('by')
  // 2.1 was published for countries only; so was 2.0 without BY.
  if (country === undefined)
    return withBy ? version in ports && version !== '2.1' : version === '1.0'
  return ((withBy ? ports : portsWithoutBy)[version] ?? '').split(' ').includes(country)
}

/** In the order of the names; nothing for what contradicts itself or is no condition. */
function orderElements(conditions: string): readonly Element[] | undefined {
  const given = new Set(conditions.toLowerCase().split('-'))
  const order = (Object.keys(elements) as Element[]).filter((element) => given.has(element))
  const contradicts = given.has('nd') && given.has('sa')
  return order.length === 0 || order.length !== given.size || contradicts ? undefined : order
}

/** Addresses of version 1.0, and of those without BY, name ND before NC. */
function pathOf(order: readonly Element[], version: string): string {
  const path = order.join('-')
  const old = version === '1.0' || !order.includes('by')
  return old ? path.replace('nc-nd', 'nd-nc') : path
}
