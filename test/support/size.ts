/** How many a long test tries: usually few, as each takes seconds; all of them in `npm run test:whole`. */
export const sizeOf = (usual: number, whole: number): number =>
  process.env.SONGKEEP_TEST_SIZE === 'whole' ? whole : usual
