/** How often a property is tried, each time with other values: `npm run test:long` tries all, `npm test` a tenth. */
export const runs = (all: number) =>
  process.env.SONGKEEP_PROPERTY_RUNS === 'all' ? all : Math.ceil(all / 10)
