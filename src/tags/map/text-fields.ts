/** The texts of a tag by the place where they stand. */
export type TagFields = ReadonlyMap<string, readonly string[]>

/** Adds texts to those of a place, without going through all that are there. */
export function appendTo(fields: Map<string, string[]>, place: string, texts: readonly string[]) {
  const there = fields.get(place)
  if (!there) fields.set(place, [...texts])
  else for (const text of texts) there.push(text)
}
