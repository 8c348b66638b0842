type Defined<Values> = { [Name in keyof Values]?: Exclude<Values[Name], undefined> }

/** The same without the fields that are undefined: for headers, parameters and spreads that must not hold any. */
export function definedOnly<Values extends object>(values: Values): Defined<Values> {
  const known = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known) as Defined<Values>
}
