/** Whether this is `npm run test:long`. */
export const TRIES_ALL = process.env.SONGKEEP_PROPERTY_RUNS === 'all'

/** How often a property is tried, each time with other values: `npm run test:long` tries all, `npm test` a tenth. */
export const runs = (all: number) => (TRIES_ALL ? all : Math.ceil(all / 10))
