import { join, posix } from 'node:path'
import { parseJson } from '../../../base/json.ts'
import type { PackageFault, ValidateOptions } from '../../fault.ts'
import { readPackageText } from '../../read-text.ts'
import { namesIn, type PackageTree, walkPackage } from '../../walk-package.ts'
import { isRegisteredExtension } from '../extensions.ts'
import { LAYOUT, objectPath, readLayoutConfig } from '../layout.ts'
import { checkDeclaration, rootDeclaration } from './check-declaration.ts'
import { Findings } from './findings.ts'
import { isObject, isText } from './json-values.ts'
import { INVENTORY } from './read-inventory.ts'
import { validateObject } from './validate-object.ts'

/** Judges an OCFL storage root (4), and each object in it. */
export async function validateRoot(
  dir: string,
  options: ValidateOptions = {},
): Promise<readonly PackageFault[]> {
  const findings = new Findings()
  const tree = await walkPackage(dir, options.signal)
  const version = await checkDeclaration(dir, tree, rootDeclaration, findings)
  if (findings.has('E076') && version === undefined) findings.add('E069')
  const layout = await checkLayout(dir, tree, findings)
  checkExtensions(tree, findings)
  const objects = findObjects(tree)
  checkHierarchy(tree, objects, findings)
  const faults: PackageFault[] = [...findings.faults]
  for (const { path, specification } of objects) {
    const own = new Findings()
    if (version !== undefined && specification > version) own.add('E081', path)
    if (layout) await checkPlace(dir, path, tree, layout, own)
    faults.push(...own.faults)
    for (const fault of await validateObject(join(dir, path), options))
      faults.push({ ...fault, path: fault.path === '' ? path : `${path}/${fault.path}` })
  }
  return faults
}

export interface FoundObject {
  readonly path: string
  /** `1.1`. */
  readonly specification: string
}

/** The objects beneath a storage root, by what they declare. */
export function findObjects(tree: PackageTree): readonly FoundObject[] {
  const found: FoundObject[] = []
  for (const path of tree.files.keys()) {
    const declared = /^(.+)\/0=ocfl_object_([^/]*)$/.exec(path)
    const [, folder = '', specification = ''] = declared ?? []
    if (declared && !found.some((other) => folder.startsWith(`${other.path}/`)))
      found.push({ path: folder, specification })
  }
  return found
}

async function checkLayout(dir: string, tree: PackageTree, findings: Findings) {
  const file = 'ocfl_layout.json'
  if (!tree.files.has(file)) return undefined
  const value = parseJson(await readPackageText(dir, file, tree.files.get(file)))
  if (!isObject(value) || !isText(value.extension) || !isText(value.description)) {
    findings.add('E070', file)
    return undefined
  }
  if (!isRegisteredExtension(value.extension)) findings.add('E071', file, value.extension)
  if (value.extension !== LAYOUT) return undefined
  const config = `extensions/${LAYOUT}/config.json`
  if (!tree.files.has(config)) return readLayoutConfig({})
  return readLayoutConfig(parseJson(await readPackageText(dir, config, tree.files.get(config))))
}

function checkExtensions(tree: PackageTree, findings: Findings): void {
  for (const name of namesIn(tree.files.keys(), 'extensions'))
    findings.add('E112', `extensions/${name}`)
  for (const name of namesIn(tree.folders, 'extensions'))
    if (!isRegisteredExtension(name)) findings.add('W016', `extensions/${name}`)
}

/** What lies beside the objects: folders that lead to them, and nothing else. */
function checkHierarchy(
  tree: PackageTree,
  objects: readonly FoundObject[],
  findings: Findings,
): void {
  const isOfObject = (path: string) =>
    objects.some((object) => path === object.path || path.startsWith(`${object.path}/`))
  const isOutside = (path: string) => !path.startsWith('extensions') && !isOfObject(path)
  for (const path of tree.empty)
    if (isOutside(path) || path === 'extensions') findings.add('E073', path)
  for (const path of tree.odd) if (isOutside(path)) findings.add('E090', path)
  const leads = (path: string) => objects.some((object) => object.path.startsWith(`${path}/`))
  for (const path of tree.folders)
    if (isOutside(path) && !leads(path)) findings.add(path.includes('/') ? 'E085' : 'E088', path)
  for (const path of tree.files.keys())
    if (path.includes('/') && isOutside(path))
      findings.add(leads(posix.dirname(path)) ? 'E084' : 'E072', path)
  const depths = new Set(objects.map(({ path }) => path.split('/').length))
  if (depths.has(1) && depths.size > 1) findings.add('W015')
  else if (depths.size > 1) findings.add('W014')
}

async function checkPlace(
  dir: string,
  path: string,
  tree: PackageTree,
  layout: Parameters<typeof objectPath>[1],
  findings: Findings,
): Promise<void> {
  const file = `${path}/${INVENTORY}`
  const value = parseJson(await readPackageText(dir, file, tree.files.get(file)).catch(() => ''))
  if (isObject(value) && isText(value.id) && objectPath(value.id, layout) !== path)
    findings.add('E083', path, value.id)
}
