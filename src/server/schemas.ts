import { z } from '@hono/zod-openapi'
import * as archives from '../api/archives.ts'
import type { Details as KnownDetails } from '../api/details.ts'
import * as jobs from '../api/jobs.ts'
import * as rows from '../api/rows.ts'
import * as settings from '../api/settings.ts'

/** The contract's schemas under the names that the OpenAPI document gives them. */
export const Job = jobs.Job.openapi('Job')
export const Order = jobs.Order.openapi('Order')
export const NewInput = jobs.NewInput.openapi('NewInput')
export const Preview = jobs.Preview.openapi('Preview')
export const Decide = jobs.Decide.openapi('Decide')
export const Row = rows.Row.openapi('Row')
export const Snapshot = rows.Snapshot.openapi('Snapshot')
export const ArchiveInfo = archives.ArchiveInfo.openapi('ArchiveInfo')
export const ArchivedPlaylist = archives.ArchivedPlaylist.openapi('ArchivedPlaylist')
export const PlaylistChange = archives.PlaylistChange.openapi('PlaylistChange')
export const Settings = settings.Settings.openapi('Settings')
export const Key = settings.Key.openapi('Key')
export const Finding = settings.Finding.openapi('Finding')
export const FolderInfo = settings.FolderInfo.openapi('FolderInfo')
export const Session = settings.Session.openapi('Session')
export const Fault = settings.Fault.openapi('Fault')

const about = 'As src/model/ has it.'

/** Of what the stages say, the shape is the model's: it is told here in its outline. */
export const Details = z
  .custom<KnownDetails>((value) => typeof value === 'object')
  .openapi('Details', {
    type: 'object',
    required: ['key', 'candidates'],
    properties: {
      key: { type: 'string' },
      outcome: { type: 'object', description: about },
      candidates: {
        type: 'array',
        items: {
          type: 'object',
          required: ['match'],
          properties: {
            match: { type: 'object', description: about },
            listen: {
              type: 'object',
              required: ['kind'],
              properties: {
                kind: { type: 'string', enum: ['local', 'open'] },
                url: { type: 'string' },
              },
            },
          },
        },
      },
      decision: {
        type: 'object',
        required: ['kind', 'at'],
        properties: {
          kind: { type: 'string', enum: ['recording', 'none'] },
          candidate: { type: 'integer' },
          at: { type: 'string', format: 'date-time' },
        },
      },
    },
  })

type Schema = z.ZodType

/** Answers of one route: what it gives, and what is told of anything wrong. */
export const answers = <Given extends Schema>(description: string, schema: Given) => ({
  200: { description, content: { 'application/json': { schema } } },
  default: {
    description: 'What is wrong, in words for the user.',
    content: { 'application/json': { schema: Fault } },
  },
})

/** The same where bytes are given, of any of these media types. */
export const streams = (description: string, ...types: readonly string[]) => ({
  200: {
    description,
    content: Object.fromEntries(
      types.map((type) => [type, { schema: { type: 'string' as const, format: 'binary' } }]),
    ),
  },
  default: {
    description: 'What is wrong, in words for the user.',
    content: { 'application/json': { schema: Fault } },
  },
})

export const takes = <Given extends Schema>(schema: Given) => ({
  required: true,
  content: { 'application/json': { schema } },
})
