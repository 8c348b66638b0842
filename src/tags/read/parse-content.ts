import { type IAudioMetadata, type IOptions, parseFromTokenizer } from 'music-metadata'
import { fromFile } from 'strtok3'

/** What music-metadata makes of a file by its content, since a name may lie. */
export async function parseContent(path: string, options: IOptions = {}): Promise<IAudioMetadata> {
  const tokenizer = await fromFile(path)
  try {
    delete tokenizer.fileInfo.path
    return await parseFromTokenizer(tokenizer, options)
  } finally {
    await tokenizer.close()
  }
}
