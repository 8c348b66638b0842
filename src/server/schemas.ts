import { z } from '@hono/zod-openapi'
import * as archives from '../api/archives.ts'
import * as copies from '../api/copies.ts'
import * as found from '../api/found.ts'
import * as inputs from '../api/inputs.ts'
import * as jobs from '../api/jobs.ts'
import * as listChanges from '../api/list-changes.ts'
import * as lists from '../api/lists.ts'
import * as missing from '../api/missing.ts'
import * as rows from '../api/rows.ts'
import * as services from '../api/services.ts'
import * as settings from '../api/settings.ts'
import * as spotify from '../api/spotify.ts'
import * as tail from '../api/tail.ts'

/** OpenAPI extends schemas when they are made: those made before it was loaded are cloned. */
const named = <Known extends z.ZodType>(name: string, schema: Known): Known =>
  schema.clone().openapi(name)

/** The contract's schemas under the names that the OpenAPI document gives them. */
export const Job = named('Job', jobs.Job)
export const JobRequest = named('JobRequest', jobs.JobRequest)
export const NewInput = named('NewInput', inputs.NewInput)
export const Preview = named('Preview', inputs.Preview)
export const UnderstoodList = named('UnderstoodList', inputs.UnderstoodList)
export const IncomingList = named('IncomingList', lists.IncomingList)
export const Decide = named('Decide', jobs.Decide)
export const HandSearch = named('HandSearch', found.HandSearch)
export const Row = named('Row', rows.Row)
export const Snapshot = named('Snapshot', rows.Snapshot)
export const ArchiveInfo = named('ArchiveInfo', archives.ArchiveInfo)
export const ArchiveFigures = named('ArchiveFigures', archives.ArchiveFigures)
export const ArchivedPlaylist = named('ArchivedPlaylist', archives.ArchivedPlaylist)
export const ArchiveCopies = named('ArchiveCopies', copies.ArchiveCopies)
export const PlaylistChange = named('PlaylistChange', archives.PlaylistChange)
export const ListFolders = named('ListFolders', listChanges.ListFolders)
export const RemovalPlan = named('RemovalPlan', listChanges.RemovalPlan)
export const TrashedLists = named('TrashedLists', listChanges.TrashedLists)
export const BroughtBack = named('BroughtBack', listChanges.BroughtBack)
export const Merge = named('Merge', listChanges.Merge)
export const MergedLists = named('MergedLists', listChanges.MergedLists)
export const MissingList = named('MissingList', missing.MissingList)
export const TailView = named('TailView', tail.TailView)
export const Settings = named('Settings', settings.Settings)
export const Key = named('Key', settings.Key)
export const Finding = named('Finding', settings.Finding)
export const ServiceInfo = named('ServiceInfo', services.ServiceInfo)
export const FolderInfo = named('FolderInfo', settings.FolderInfo)
export const UsualFolders = named('UsualFolders', settings.UsualFolders)
export const Session = named('Session', settings.Session)
export const SpotifyAccount = named('SpotifyAccount', spotify.SpotifyAccount)
export const SpotifyLogin = named('SpotifyLogin', spotify.SpotifyLogin)
const Fault = named('Fault', settings.Fault)

const about = 'As src/model/ has it.'

/** The shape of outcomes and matches is the model's: it is described here in outline. */
export const Details = z
  .custom<object>((value) => typeof value === 'object')
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

export const SpotifyPlaylist = named('SpotifyPlaylist', spotify.SpotifyPlaylist)
/** In outline too. */
export const Found = z
  .custom<object>((value) => typeof value === 'object')
  .openapi('Found', {
    type: 'object',
    required: ['search', 'candidates', 'told'],
    properties: {
      search: { type: 'string' },
      candidates: {
        type: 'array',
        items: {
          type: 'object',
          required: ['match', 'verdict', 'hasSound'],
          properties: {
            match: { type: 'object', description: about },
            verdict: { type: 'object', description: about },
            hasSound: { type: 'boolean' },
          },
        },
      },
      told: { type: 'array', items: { type: 'object', description: about } },
    },
  })
type Schema = z.ZodType

/** Answers of one route: what it gives, and the fault where anything is wrong. */
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
