import { Catalogue } from '../../../src/catalogue/catalogue.ts'

/** Looks up each track of the build test's shelf from the files: one of several readers. `FOLDER TRACKS` */
const [folder = '', tracks = ''] = process.argv.slice(2)
using catalogue = new Catalogue([folder], { memory: 0 })
let found = 0
for (let number = 0; number < Number(tracks); number++) {
  const track = { title: `Song ${number}`, artists: [`Artist ${number % 40}`] }
  if (catalogue.lookUp(track).some(({ id }) => id === String(number))) found++
}
console.log(`${found} found`)
