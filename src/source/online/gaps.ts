/** The fields that there is something to say of: an optional field that is unknown is not there. */
export function withoutGaps<Fields extends object>(fields: Fields): WithoutGaps<Fields> {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known) as WithoutGaps<Fields>
}

type WithoutGaps<Fields> = { readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined> }
