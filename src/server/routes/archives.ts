import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { exportFormats } from '../../model/lists/playlist-formats.ts'
import { languages } from '../../words/language.ts'
import type { Request } from '../auth/principal.ts'
import { dispose } from '../files/disposition.ts'
import { sendCopy } from '../files/send-copy.ts'
import { sendFile } from '../files/send-file.ts'
import { sendPicture } from '../files/send-picture.ts'
import { sendZip } from '../files/send-zip.ts'
import { orRefuse } from '../http-error.ts'
import { archiveParams, fileParams, folderParams } from '../params.ts'
import * as schemas from '../schemas.ts'
import { answers, streams, takes } from '../schemas.ts'
import { addView } from './view.ts'

const Archives = z.object({ archives: z.array(schemas.ArchiveInfo) })
const Archive = z.object({
  archive: schemas.ArchiveInfo,
  playlists: z.array(schemas.ArchivedPlaylist),
  /** Absent where its folder is not there. */
  figures: schemas.ArchiveFigures.optional(),
})
const History = z.object({ changes: z.array(schemas.PlaylistChange) })
const Name = z.object({ name: z.string().min(1).max(1000) })
/** In which language the answer's sentences are; English where none is named. */
const languageQuery = z.object({ lang: z.enum(languages).optional() })

const PLAYLIST = '/api/archives/{archive}/playlists/{folder}'

const listRoute = createRoute({
  method: 'get',
  path: '/api/archives',
  summary: 'All archives that this machine knows of',
  responses: answers('The archives.', Archives),
})

const readRoute = createRoute({
  method: 'get',
  path: '/api/archives/{archive}',
  summary: 'An archive and its playlists',
  request: { params: archiveParams },
  responses: answers('The archive.', Archive),
})

const copiesRoute = createRoute({
  method: 'get',
  path: '/api/archives/{archive}/copies',
  summary: 'How many copies each file has elsewhere, and when they were last seen whole',
  request: { params: archiveParams },
  responses: answers('The copies, and the files with the fewest.', schemas.ArchiveCopies),
})

const historyRoute = createRoute({
  method: 'get',
  path: `${PLAYLIST}/history`,
  summary: 'How a playlist has changed',
  request: { params: folderParams, query: languageQuery },
  responses: answers('The changes, the latest first.', History),
})

const renameRoute = createRoute({
  method: 'put',
  path: `${PLAYLIST}/name`,
  summary: 'Give a playlist another name: nothing of it is moved',
  request: { params: folderParams, body: takes(Name) },
  responses: answers('The name, with a number where another list has it.', Name),
})

const zipRoute = createRoute({
  method: 'get',
  path: `${PLAYLIST}/zip`,
  summary: 'A playlist’s files as one zip',
  request: { params: folderParams },
  responses: streams('The zip, streamed.', 'application/zip'),
})

const exportRoute = createRoute({
  method: 'get',
  path: `${PLAYLIST}/export`,
  summary: 'A playlist in another form',
  request: { params: folderParams, query: languageQuery.extend({ as: z.enum(exportFormats) }) },
  responses: streams('The text.', 'text/plain'),
})

const fileRoute = createRoute({
  hide: true,
  method: 'get',
  path: '/api/archives/{archive}/files/{path}{.+}',
  request: { params: fileParams },
  responses: streams('The file, or a range of it.', 'audio/*'),
})

const coverRoute = createRoute({
  hide: true,
  method: 'get',
  path: '/api/archives/{archive}/covers/{path}{.+}',
  request: { params: fileParams },
  responses: streams('The picture.', 'image/jpeg', 'image/png'),
})

/** Adds what was kept: archives, their playlists and their files. */
export function addArchives(app: OpenAPIHono<Request>) {
  app.openapi(listRoute, async (c) =>
    c.json({ archives: [...(await orRefuse(422, () => c.var.context.archives.list()))] }, 200),
  )
  app.openapi(readRoute, async (c) => {
    const { archive: id } = c.req.valid('param')
    const { archive, playlists, figures } = await orRefuse(404, () =>
      c.var.context.archives.read(id),
    )
    return c.json({ archive, playlists: [...playlists], figures }, 200)
  })
  app.openapi(copiesRoute, async (c) => {
    const { archive } = c.req.valid('param')
    return c.json(
      await orRefuse(404, () => c.var.context.archives.copies(archive, c.req.raw.signal)),
      200,
    )
  })
  addPlaylists(app)
  addFiles(app)
  addView(app, PLAYLIST, folderParams, (c, params) =>
    orRefuse(404, () => c.var.context.archives.view(params.archive ?? '', params.folder ?? '')),
  )
}

function addPlaylists(app: OpenAPIHono<Request>) {
  app.openapi(historyRoute, async (c) => {
    const { archive, folder } = c.req.valid('param')
    const { lang } = c.req.valid('query')
    const changes = await orRefuse(404, () => c.var.context.archives.history(archive, folder, lang))
    return c.json({ changes: [...changes] }, 200)
  })
  app.openapi(renameRoute, async (c) => {
    const { archive, folder } = c.req.valid('param')
    const { name } = c.req.valid('json')
    return c.json(
      { name: await orRefuse(422, () => c.var.context.archives.rename(archive, folder, name)) },
      200,
    )
  })
  app.openapi(zipRoute, async (c) => {
    const { archive, folder } = c.req.valid('param')
    const members = await orRefuse(404, () => c.var.context.archives.listFiles(archive, folder))
    return sendZip(c, folder, members)
  })
  app.openapi(exportRoute, async (c) => {
    const { archive, folder } = c.req.valid('param')
    const { as, lang } = c.req.valid('query')
    const { name, type, text } = await orRefuse(404, () =>
      c.var.context.archives.export(archive, folder, as, lang),
    )
    return c.body(text, 200, {
      'Content-Type': type,
      'Content-Disposition': dispose('attachment', name),
    })
  })
}

/** The paths hold slashes, which OpenAPI cannot express: they are described apart from their routes. */
function addFiles(app: OpenAPIHono<Request>) {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/archives/{archive}/files/{path}',
    summary: 'A kept file, or one of a playlist’s own texts',
    request: { params: fileParams },
    responses: streams('The file, or a range of it.', 'audio/*', 'text/*', 'application/json'),
  })
  app.openapi(fileRoute, async (c) => {
    const { archive, path } = c.req.valid('param')
    const copy = await orRefuse(404, () =>
      c.var.context.archives.findCopy(archive, path, c.req.raw.signal),
    )
    if (copy) return sendCopy(c, copy)
    return sendFile(c, await orRefuse(404, () => c.var.context.archives.openFile(archive, path)))
  })
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/archives/{archive}/covers/{path}',
    summary: 'The cover of a kept file: in its tags, else in its folder',
    request: { params: fileParams },
    responses: streams('The picture.', 'image/jpeg', 'image/png'),
  })
  app.openapi(coverRoute, async (c) => {
    const { archive, path } = c.req.valid('param')
    return sendPicture(
      c,
      await orRefuse(404, () => c.var.context.archives.cover(archive, path, c.req.raw.signal)),
    )
  })
}
