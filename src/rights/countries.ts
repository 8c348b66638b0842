/** Where Creative Commons ported its licences to: the code in their addresses, and the name. */
export const countries: Readonly<Record<string, string>> = {
  am: 'Armenia',
  ar: 'Argentina',
  at: 'Austria',
  au: 'Australia',
  az: 'Azerbaijan',
  be: 'Belgium',
  bg: 'Bulgaria',
  br: 'Brazil',
  ca: 'Canada',
  ch: 'Switzerland',
  cl: 'Chile',
  cn: 'China Mainland',
  co: 'Colombia',
  cr: 'Costa Rica',
  cz: 'Czech Republic',
  de: 'Germany',
  dk: 'Denmark',
  ec: 'Ecuador',
  ee: 'Estonia',
  eg: 'Egypt',
  es: 'Spain',
  fi: 'Finland',
  fr: 'France',
  ge: 'Georgia',
  gr: 'Greece',
  gt: 'Guatemala',
  hk: 'Hong Kong',
  hr: 'Croatia',
  hu: 'Hungary',
  ie: 'Ireland',
  igo: 'IGO',
  il: 'Israel',
  in: 'India',
  it: 'Italy',
  jp: 'Japan',
  kr: 'Korea',
  lu: 'Luxembourg',
  mk: 'Macedonia',
  mt: 'Malta',
  mx: 'Mexico',
  my: 'Malaysia',
  nl: 'Netherlands',
  no: 'Norway',
  nz: 'New Zealand',
  pe: 'Peru',
  ph: 'Philippines',
  pl: 'Poland',
  pr: 'Puerto Rico',
  pt: 'Portugal',
  ro: 'Romania',
  rs: 'Serbia',
  scotland: 'Scotland',
  se: 'Sweden',
  sg: 'Singapore',
  si: 'Slovenia',
  th: 'Thailand',
  tw: 'Taiwan',
  ug: 'Uganda',
  uk: 'England and Wales',
  us: 'United States',
  ve: 'Venezuela',
  vn: 'Vietnam',
  za: 'South Africa',
}

/** As people write them besides. */
const otherNames: Readonly<Record<string, string>> = {
  china: 'cn',
  czechia: 'cz',
  deutschland: 'de',
  'england & wales': 'uk',
  'united kingdom': 'uk',
  'uk: scotland': 'scotland',
  österreich: 'at',
  schweiz: 'ch',
  españa: 'es',
  italia: 'it',
  usa: 'us',
}

const codesByName: ReadonlyMap<string, string> = new Map([
  ...Object.entries(countries).map(([code, name]) => [name.toLowerCase(), code] as const),
  ...Object.entries(otherNames),
])

/** The country that a text begins with, by name. */
export function readCountryName(text: string): string | undefined {
  const start = text.toLowerCase()
  for (const [name, code] of codesByName)
    if (start.startsWith(name) && !/^\p{L}/u.test(start.slice(name.length))) return code
  return undefined
}
