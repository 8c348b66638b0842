import { z } from 'zod'
import { roles } from '../model/accounts/account.ts'
import { flagsIn } from '../model/backup/request.ts'
import { optionSchemas } from './backup-options.ts'
import { ReasonValue } from './reason.ts'

const { libraries, catalogues, into, names, format, quality, id3 } = optionSchemas
const flags = [...flagsIn('making'), ...flagsIn('network')]
type SettledFlag = (typeof flags)[number]

/** What the user has settled for good; the command line reads the keys too. */
export const Settings = z.object({
  libraries,
  catalogues,
  /** Where backups go, unless another folder is named. */
  into: into.optional(),
  names: names.unwrap().optional(),
  format,
  quality,
  id3,
  /** Archives that are brought up to date every night, while the server runs. */
  nightly: z.array(z.string().min(1).max(4096)).max(100).default([]),
  /** How hosts are told to reach the user: an e-mail address, or a page. */
  contact: z.string().max(200).optional(),
  ...(Object.fromEntries(flags.map((name) => [name, optionSchemas[name]])) as Pick<
    typeof optionSchemas,
    SettledFlag
  >),
})
export type Settings = z.infer<typeof Settings>

/** A key of the user's to a service; its value never leaves the machine, nor comes to the page. */
export const Key = z.object({
  /** `SONGKEEP_JAMENDO_CLIENT_ID`: also the environment variable that may hold it. */
  variable: z.string(),
  title: z.string(),
  /** What it adds. */
  adds: ReasonValue,
  /** Where to get it. */
  url: z.string(),
  required: z.boolean(),
  /** Where it is set; a variable of the environment wins. */
  setIn: z.enum(['environment', 'settings']).optional(),
})
export type Key = z.infer<typeof Key>

export const Finding = z.object({
  what: z.enum([
    'Node',
    'Processors',
    'Encoder',
    'Memory',
    'Network',
    'Key',
    'Contact',
    'Login',
    'Copies',
    'Operation',
  ]),
  state: z.enum(['good', 'note', 'bad']),
  text: ReasonValue,
  advice: ReasonValue.optional(),
})
export type Finding = z.infer<typeof Finding>

/** One folder of this machine, to choose from. */
export const FolderInfo = z.object({
  path: z.string(),
  /** Absent at the top of what may be looked at. */
  parent: z.string().optional(),
  folders: z.array(z.object({ name: z.string(), path: z.string() })),
  /** Its audio files, where they are asked for. */
  files: z.array(z.object({ name: z.string(), path: z.string() })).optional(),
  isArchive: z.boolean(),
  isCatalogue: z.boolean(),
})
export type FolderInfo = z.infer<typeof FolderInfo>

/** What can be filled in before the user has said anything; only within what the page may name. */
export const UsualFolders = z.object({
  /** Where music lies on this machine; absent where nothing like it was found. */
  music: z
    .object({
      path: z.string(),
      /** Audio files in it, as far as they were counted. */
      files: z.int(),
      /** There are more than were counted. */
      isMore: z.boolean(),
    })
    .optional(),
  /** Where a backup could go: an archive that is known, else a new folder. */
  into: z.string().optional(),
})
export type UsualFolders = z.infer<typeof UsualFolders>

export const Session = z.object({
  version: z.string(),
  /** True where a password is asked for and has not been given. */
  needsPassword: z.boolean(),
  /** True for who has given it, and can log out again. */
  canLogOut: z.boolean(),
  /** The server can show an archive's folder on the screen of who asks: both are on one machine. */
  canOpenFolders: z.boolean(),
  /** Whose server it is, as whoever serves it has it called; told before the password is given. */
  server: z.string().optional(),
  /** Hosts that sound may be listened to from, and videos be shown from: `https://archive.org`. */
  mediaHosts: z.array(z.string()),
  /** True where a name is asked for beside the password. */
  hasAccounts: z.literal(true).optional(),
  /** The host of the provider that one may sign in with. */
  provider: z.string().optional(),
  /** Who is signed in. */
  account: z.object({ name: z.string(), role: z.enum(roles) }).optional(),
})
export type Session = z.infer<typeof Session>

/** Something that is wrong and what to do about it: in English for programs, as values for the page. */
export const Fault = z.object({
  message: z.string(),
  hint: z.string().optional(),
  reason: ReasonValue,
  advice: ReasonValue.optional(),
})
export type Fault = z.infer<typeof Fault>
