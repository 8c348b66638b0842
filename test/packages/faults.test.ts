import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { validateBag } from '../../src/packages/bagit/validate/validate-bag.ts'
import type { PackageFault } from '../../src/packages/fault.ts'
import { validateObject } from '../../src/packages/ocfl/validate/validate-object.ts'
import { validateRoot } from '../../src/packages/ocfl/validate/validate-root.ts'
import { validateCrate } from '../../src/packages/ro-crate/validate-crate.ts'

/** Small packages made by hand, each with one thing wrong: one or more of each family of codes. */

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'songkeep-faults-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

type Files = Readonly<Record<string, string | undefined>>

async function write(files: Files) {
  for (const [path, text] of Object.entries(files)) {
    if (text === undefined) continue
    const place = join(dir, path)
    if (path.endsWith('/')) await mkdir(place, { recursive: true })
    else {
      await mkdir(dirname(place), { recursive: true })
      await writeFile(place, text)
    }
  }
}

const digest = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex')

const codes = (faults: readonly PackageFault[]) => [
  ...new Set(
    faults.map(({ reason }) => ('rule' in reason.params ? reason.params.rule : reason.code)),
  ),
]

describe('bags', () => {
  const x = digest('md5', 'x')
  const declared = (version: string) =>
    `BagIt-Version: ${version}\nTag-File-Character-Encoding: UTF-8\n`
  const good: Files = {
    'bagit.txt': declared('1.0'),
    'manifest-md5.txt': `${x}  data/a%25.txt\n`,
    'bag-info.txt': 'Source-Organization: A\n  and B\nPayload-Oxum: 1.1\n',
    'data/a%.txt': 'x',
  }
  const old: Files = {
    'bagit.txt': declared('0.97'),
    'manifest-md5.txt': `${x} *data/a%25.txt\n${x} *data/a%25.txt\n`,
    'data/a%25.txt': 'x',
  }
  const cases: readonly [name: string, files: Files, expected: readonly string[]][] = [
    ['one that is as it should be', good, []],
    ['0.97: a star, a percent sign as it is, a line twice', old, ['bag.path-listed-twice-alike']],
    [
      '0.93: package-info.txt',
      {
        ...old,
        'bagit.txt': declared('0.93'),
        'manifest-md5.txt': `${x} data/a%25.txt\n`,
        'package-info.txt': 'Packing-Date : 2009-10-14\nPayload-Oxum: 2.1\n',
      },
      ['bag.oxum-differs'],
    ],
    ['no declaration', { ...good, 'bagit.txt': undefined }, ['bag.no-declaration']],
    ['another version', { ...good, 'bagit.txt': declared('2.0') }, ['bag.version-unknown']],
    [
      'a byte order mark',
      { ...good, 'bagit.txt': `\ufeff${declared('1.0')}` },
      ['bag.declaration-malformed'],
    ],
    [
      'another encoding',
      { ...good, 'bagit.txt': declared('1.0').replace('UTF-8', 'UTF-9') },
      ['bag.encoding-unknown'],
    ],
    ['no payload', { 'bagit.txt': declared('1.0'), 'manifest-md5.txt': '' }, ['bag.no-payload']],
    ['no manifest', { ...good, 'manifest-md5.txt': undefined }, ['bag.no-manifest']],
    ['a file more', { ...good, 'data/b': '' }, ['bag.file-not-listed', 'bag.oxum-differs']],
    [
      'a file less',
      { ...good, 'manifest-md5.txt': `${good['manifest-md5.txt']}${x}  data/b\n` },
      ['bag.file-missing'],
    ],
    ['other bytes', { ...good, 'data/a%.txt': 'y' }, ['bag.digest-differs']],
    ...['../x', '/etc/passwd', '~/x', 'data/../../x', 'C:/x', '..\\x'].map(
      (path): [string, Files, string[]] => [
        `a path that leads out: ${path}`,
        { ...good, 'manifest-md5.txt': `${good['manifest-md5.txt']}${x}  ${path}\n` },
        ['bag.path-leads-out'],
      ],
    ),
    [
      'a tag file in a manifest of the payload',
      { ...good, 'manifest-md5.txt': `${good['manifest-md5.txt']}${x}  bagit.txt\n` },
      ['bag.path-out-of-place'],
    ],
    [
      'no manifest at all in it',
      { ...good, 'manifest-md5.txt': 'nonsense\n' },
      ['bag.manifest-malformed', 'bag.file-not-listed'],
    ],
    [
      'an algorithm that nobody knows',
      { ...good, 'manifest-foo.txt': `00  data/a%25.txt\n` },
      ['bag.algorithm-unknown'],
    ],
    [
      'a file that was to be fetched',
      {
        ...good,
        'manifest-md5.txt': `${good['manifest-md5.txt']}${x}  data/b\n`,
        'fetch.txt': 'http://127.0.0.1:1/b - data/b\n',
      },
      ['bag.file-not-fetched'],
    ],
    [
      'fetch.txt that leads out',
      { ...good, 'fetch.txt': 'http://127.0.0.1:1/b - ../b\nnonsense\n' },
      ['bag.path-leads-out', 'bag.fetch-malformed'],
    ],
    ['a label without a value', { ...good, 'bag-info.txt': 'nonsense\n' }, ['bag.info-malformed']],
    [
      'an oxum twice',
      { ...good, 'bag-info.txt': 'Payload-Oxum: 1.1\nPayload-Oxum: 1.1\n' },
      ['bag.oxum-malformed'],
    ],
    [
      'tag manifests that differ',
      {
        ...good,
        'tagmanifest-md5.txt': `${digest('md5', declared('1.0'))}  bagit.txt\n`,
        'tagmanifest-sha1.txt': '',
      },
      ['bag.tag-manifests-differ'],
    ],
    [
      'a name that is composed otherwise',
      {
        ...good,
        'manifest-md5.txt': `${good['manifest-md5.txt']}${x}  data/é\n`,
        'data/e\u0301': 'x',
        'bag-info.txt': undefined,
      },
      ['bag.name-composed-otherwise'],
    ],
  ]
  test.each(cases)('%s', async (_, files, expected) => {
    await write(files)
    expect(codes(await validateBag(dir))).toEqual(expected)
  })

  test('a link', async () => {
    await write(good)
    await symlink('/etc/passwd', join(dir, 'data/link'))
    expect(codes(await validateBag(dir))).toEqual(['bag.link'])
  })
})

type Json = Record<string, unknown>

describe('OCFL', () => {
  const x = digest('sha512', 'x')
  const version = {
    created: '2026-01-01T00:00:00Z',
    state: { [x]: ['x.txt'] },
    message: 'one',
    user: { name: 'A', address: 'mailto:a@example.org' },
  }
  const inventory = {
    id: 'urn:x:1',
    type: 'https://ocfl.io/1.1/spec/#inventory',
    digestAlgorithm: 'sha512',
    head: 'v1',
    manifest: { [x]: ['v1/content/x.txt'] },
    versions: { v1: version },
  }

  /** The files of an object with this inventory, in the root and in `v1`. */
  function object(change: Json = {}, start = ''): Files {
    const text = JSON.stringify({ ...inventory, ...change })
    const sidecar = `${digest('sha512', text)} inventory.json\n`
    return {
      [`${start}0=ocfl_object_1.1`]: 'ocfl_object_1.1\n',
      [`${start}inventory.json`]: text,
      [`${start}inventory.json.sha512`]: sidecar,
      [`${start}v1/inventory.json`]: text,
      [`${start}v1/inventory.json.sha512`]: sidecar,
      [`${start}v1/content/x.txt`]: 'x',
    }
  }
  const withVersion = (change: Json) => object({ versions: { v1: { ...version, ...change } } })

  const objects: readonly [name: string, files: Files, expected: readonly string[]][] = [
    ['one that is as it should be', object(), []],
    [
      'another tag',
      { ...object(), '0=ocfl_object_1.1': undefined, '1=ocfl_object_1.1': 'ocfl_object_1.1\n' },
      ['E005'],
    ],
    [
      'another declaration',
      { ...object(), '0=ocfl_object_1.1': undefined, '0=ocfl_object_9.9': 'ocfl_object_9.9\n' },
      ['E006'],
    ],
    ['two declarations', { ...object(), '0=ocfl_object_1.0': 'ocfl_object_1.0\n' }, ['E003']],
    ['an empty folder in the content', { ...object(), 'v1/content/empty/': '' }, ['E024']],
    ['no JSON', { ...object(), 'inventory.json': '{' }, ['E033']],
    ['contentDirectory of dots', object({ contentDirectory: '..' }), ['E018']],
    ['contentDirectory that is no text', object({ contentDirectory: 1 }), ['E108']],
    [
      'a digest that is none',
      object({ manifest: { abc: ['v1/content/x.txt'] } }),
      ['E031', 'E050', 'E107', 'E092'],
    ],
    [
      'a type of another specification',
      object({ type: 'https://ocfl.io/1.0/spec/#inventory' }),
      ['E038'],
    ],
    ['a manifest that is none', object({ manifest: [] }), ['E106', 'E023']],
    ['versions that are none', object({ versions: [] }), ['E045']],
    ['no versions', object({ versions: undefined }), ['E043']],
    ['a version that is none', object({ versions: { v1: 1 } }), ['E047']],
    ['a version without a time', withVersion({ created: undefined }), ['E048']],
    ['a day that there is not', withVersion({ created: '2026-02-30T00:00:00Z' }), ['E049']],
    ['a message that is no text', withVersion({ message: 1 }), ['E094']],
    ['a state whose value is no list', withVersion({ state: { [x]: 'x.txt' } }), ['E051']],
    ['a key more', object({ more: 1 }), ['E102']],
    ['a fixity that is none', object({ fixity: [] }), ['E111']],
    ['an algorithm that nobody knows', object({ fixity: { foo: {} } }), ['E056']],
    ['an algorithm of the extension', object({ fixity: { crc32: {} } }), []],
    ['a fixity block that is none', object({ fixity: { md5: [] } }), ['E057']],
    [
      'versions that do not begin with 1',
      object({ head: 'v2', versions: { v2: version } }),
      ['E009', 'E046', 'E010'],
    ],
    ['version 0', object({ versions: { v1: version, v0: version } }), ['E105']],
    ['a version without v', object({ versions: { v1: version, x: version } }), ['E104']],
    [
      'a sidecar of another algorithm',
      { ...object(), 'inventory.json.sha512': undefined, 'inventory.json.sha256': 'x' },
      ['E059'],
    ],
    [
      'a content folder without files',
      {
        ...object({ manifest: {}, versions: { v1: { ...version, state: {} } } }),
        'v1/content/x.txt': undefined,
        'v1/content/': '',
      },
      ['W003'],
    ],
  ]
  test.each(objects)('object: %s', async (_, files, expected) => {
    await write(files)
    expect(codes(await validateObject(dir))).toEqual(expected)
  })

  const root: Files = { '0=ocfl_1.1': 'ocfl_1.1\n' }
  const layout = JSON.stringify({
    extension: '0004-hashed-n-tuple-storage-layout',
    description: 'x',
  })
  const roots: readonly [name: string, files: Files, expected: readonly string[]][] = [
    ['one that is as it should be', { ...root, ...object({}, 'a/b/'), 'README.md': 'mine' }, []],
    ['no declaration', object({}, 'a/b/'), ['E076', 'E069']],
    ['another declaration', { '1=ocfl_1.1': 'ocfl_1.1\n', ...object({}, 'a/') }, ['E078']],
    ['an unknown version', { '0=ocfl_9.9': 'ocfl_9.9', ...object({}, 'a/') }, ['E079', 'E080']],
    [
      'a layout without a description',
      { ...root, ...object({}, 'a/'), 'ocfl_layout.json': '{"extension":"x"}' },
      ['E070'],
    ],
    [
      'a layout that nobody knows',
      { ...root, ...object({}, 'a/'), 'ocfl_layout.json': '{"extension":"x","description":"x"}' },
      ['E071'],
    ],
    [
      'an object in another place than the layout says',
      { ...root, ...object({}, 'a/'), 'ocfl_layout.json': layout },
      ['E083'],
    ],
    ['an empty folder', { ...root, ...object({}, 'a/b/'), 'a/c/': '' }, ['E073', 'E085']],
    ['a file on the way', { ...root, ...object({}, 'a/b/'), 'a/file': '' }, ['E084']],
    ['a folder of no object', { ...root, ...object({}, 'a/'), 'b/file': '' }, ['E088', 'E072']],
    ['an object of a later version', { '0=ocfl_1.0': 'ocfl_1.0\n', ...object({}, 'a/') }, ['E081']],
    [
      'a file among extensions',
      { ...root, ...object({}, 'a/'), 'extensions/file': '', 'extensions/x/y': '' },
      ['E112', 'W016'],
    ],
    [
      'objects at the top and beneath',
      { ...root, ...object({}, 'a/'), ...object({}, 'b/c/') },
      ['W015'],
    ],
    [
      'objects at two depths',
      { ...root, ...object({}, 'a/b/'), ...object({}, 'b/c/d/') },
      ['W014'],
    ],
  ]
  test.each(roots)('storage root: %s', async (_, files, expected) => {
    await write(files)
    expect(codes(await validateRoot(dir))).toEqual(expected)
  })

  test('a link to what lies outside is not opened', async () => {
    await write({ ...object(), 'v1/content/x.txt': undefined, 'v1/content/': '' })
    await symlink('/etc/passwd', join(dir, 'v1/content/x.txt'))
    expect(codes(await validateObject(dir)).toSorted()).toEqual(['E090', 'E092'])
  })
})

describe('crates', () => {
  const descriptor: Json = {
    '@id': 'ro-crate-metadata.json',
    '@type': 'CreativeWork',
    about: { '@id': './' },
  }
  const rootOf: Json = {
    '@id': './',
    '@type': 'Dataset',
    name: 'A',
    description: 'B',
    datePublished: '2026',
    license: 'C',
    hasPart: [{ '@id': 'a%20b.txt' }],
  }
  const file: Json = { '@id': 'a%20b.txt', '@type': 'File', contentSize: '1' }
  const crate = (graph: unknown, context: unknown = 'https://w3id.org/ro/crate/1.2/context') => ({
    'ro-crate-metadata.json': JSON.stringify({ '@context': context, '@graph': graph }),
    'a b.txt': 'x',
  })
  const changed = (change: Json) => crate([descriptor, { ...rootOf, ...change }, file])
  const cases: readonly [name: string, files: Files, expected: readonly string[]][] = [
    ['one that is as it should be', crate([descriptor, rootOf, file]), []],
    ['no metadata', { a: '' }, ['crate.no-metadata']],
    ['no JSON', { 'ro-crate-metadata.json': '{' }, ['crate.not-json']],
    [
      'another context',
      crate([descriptor, rootOf, file], 'https://schema.org'),
      ['crate.no-context'],
    ],
    ['no graph', crate(undefined), ['crate.no-graph']],
    ['no descriptor', crate([rootOf, file]), ['crate.no-descriptor', 'crate.no-root']],
    [
      'a descriptor about nothing',
      crate([{ ...descriptor, about: undefined }, rootOf, file]),
      ['crate.descriptor-malformed', 'crate.no-root'],
    ],
    ['no root', crate([descriptor, file]), ['crate.no-root']],
    ['a root without a name', changed({ name: undefined }), ['crate.root-malformed']],
    ['a root without a date', changed({ datePublished: 'soon' }), ['crate.root-malformed']],
    ['a root without a licence', changed({ license: undefined }), ['crate.root-malformed']],
    ['an entity without an id', crate([descriptor, rootOf, file, {}]), ['crate.entity-without-id']],
    [
      'an entity without a type',
      crate([descriptor, rootOf, file, { '@id': '#a' }]),
      ['crate.entity-without-type'],
    ],
    ['an entity twice', crate([descriptor, rootOf, file, file]), ['crate.entity-twice']],
    [
      'an entity within another',
      changed({ author: { '@id': '#a', name: 'A' } }),
      ['crate.entity-nested'],
    ],
    ['a file of no part', changed({ hasPart: undefined }), ['crate.not-part']],
    [
      'a file that is not there',
      crate([descriptor, { ...rootOf, hasPart: [{ '@id': 'c' }] }, { ...file, '@id': 'c' }]),
      ['crate.file-missing'],
    ],
    [
      'an id that is no URI',
      crate([
        descriptor,
        { ...rootOf, hasPart: [{ '@id': 'a b.txt' }] },
        { ...file, '@id': 'a b.txt' },
      ]),
      ['crate.id-no-uri'],
    ],
    [
      'an id that leads out',
      crate([descriptor, { ...rootOf, hasPart: [{ '@id': '../c' }] }, { ...file, '@id': '../c' }]),
      ['crate.id-leads-out'],
    ],
    [
      'another size',
      crate([descriptor, rootOf, { ...file, contentSize: '2' }]),
      ['crate.size-differs'],
    ],
    [
      'other bytes',
      crate([descriptor, rootOf, { ...file, sha256: '00' }]),
      ['crate.digest-differs'],
    ],
  ]
  test.each(cases)('%s', async (_, files, expected) => {
    await write(files)
    expect(codes(await validateCrate(dir))).toEqual(expected)
  })
})
