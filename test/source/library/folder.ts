import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  type Library,
  type LibraryOptions,
  openLibrary,
} from '../../../src/source/library/library.ts'

/** A folder of the test's own, with a library in it, gone at the end. */
export class TestFolder implements AsyncDisposable {
  readonly path: string

  private constructor(path: string) {
    this.path = path
  }

  static async make(files: Readonly<Record<string, Buffer | string>> = {}): Promise<TestFolder> {
    const folder = new TestFolder(await mkdtemp(join(tmpdir(), 'songkeep-library-')))
    for (const [name, content] of Object.entries(files)) await folder.write(name, content)
    return folder
  }

  get music(): string {
    return join(this.path, 'music')
  }

  at(name: string): string {
    return join(this.music, name)
  }

  async write(name: string, content: Buffer | string): Promise<void> {
    await mkdir(dirname(this.at(name)), { recursive: true })
    await writeFile(this.at(name), content)
  }

  open(options: Partial<LibraryOptions> = {}): Promise<Library> {
    return openLibrary({
      folders: [this.music],
      indexFile: join(this.path, 'cache', 'library.sqlite'),
      width: 4,
      signal: new AbortController().signal,
      ...options,
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, { recursive: true, force: true })
  }
}
