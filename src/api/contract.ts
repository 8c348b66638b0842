/**
 * All that the browser may know. Types here, schemas for who checks; nothing of the platform.
 *
 *     GET    /api                                   this, as OpenAPI
 *     GET    /api/session                           Session; always answered
 *     POST   /api/session      { name?, password }       logs in by a cookie;  DELETE logs out
 *     POST   /api/session/provider                  { address }: where the browser goes to sign in
 *     GET    /api/session/provider/answer?state=&code=   a page for people: where the provider sends the browser back to
 *     GET    /api/settings                          { settings: Settings, fixedContact?, keys: Key[] }
 *     PUT    /api/settings     { settings, keys?: { variable: value or null } }   the same again
 *     GET    /api/doctor                            { findings: Finding[] }
 *     POST   /api/doctor/services                  { services: ServiceInfo[] }: asks each of them over the network
 *     GET    /api/spotify                           SpotifyAccount: whether the user is logged in there
 *     POST   /api/spotify/login  { clientId? }      SpotifyAccount: `pending` has the address to open; DELETE logs out
 *     POST   /api/spotify/login/answer  { address } SpotifyAccount: the address that the browser ended at
 *     GET    /api/spotify/playlists                 { playlists: SpotifyPlaylist[] }
 *     GET    /callback?state=&code=                 a page for people: where Spotify sends the browser back to
 *     GET    /api/folders?path=&audio=              FolderInfo; without a path the tops; audio=1: with audio files
 *     GET    /api/folders/usual                     UsualFolders: where music lies, and where a backup could go
 *     POST   /api/uploads?name=  raw bytes          { id, name, bytes }
 *     POST   /api/preview      { inputs: NewInput[], publicPage? }   Preview: its `inputs` go into the order
 *     GET    /api/preview?staged=                   { lists: UnderstoodList[] }: what a preview has read, as long as it lies
 *     GET    /api/lists?staged=&into=               { lists: IncomingList[] }: which lists of an archive a preview's
 *                                                   playlists would be, and what is to be asked about them
 *     GET    /api/jobs                              { jobs: Job[] }, the latest first
 *     POST   /api/jobs         JobRequest           Job
 *     GET    /api/jobs/:job                         Job;  DELETE forgets one that has ended
 *     POST   /api/jobs/:job/pause | resume | cancel | again      Job (again: a new one of the same order)
 *     GET    /api/events?job=&after=                server-sent: `jobs` Job[] that changed, `entries` Entry[] of
 *                                                   the one job, its id the seq to come back with (Last-Event-ID)
 *     GET    /api/archives                          { archives: ArchiveInfo[] }
 *     GET    /api/archives/:archive                 { archive: ArchiveInfo, playlists: ArchivedPlaylist[], figures? }
 *     DELETE /api/archives/:archive                 leaves it out of the library, and touches no file;  POST show undoes
 *     POST   /api/archives/:archive/removal  { folders }    RemovalPlan: what removing them would take along
 *     GET    /api/archives/:archive/trash           { trashed: TrashedLists[] }, the latest first
 *     POST   /api/archives/:archive/trash    { folders }    TrashedLists: lists go to the trash
 *     POST   /api/archives/:archive/trash/:trashed/restore  BroughtBack
 *     POST   /api/archives/:archive/merge?lang=  { from, into }  MergedLists
 *     POST   /api/archives/:archive/open            {}: shows its folder on this machine's screen; 403 for who is elsewhere
 *     GET    /api/archives/:archive/tail?lang=      TailView: how much of what is heard is safe, and what is at risk
 *     POST   /api/archives/:archive/tail?lang=  { uploads: id[] }   TailView by a listening history that was uploaded
 *     GET    /api/archives/:archive/copies          ArchiveCopies: how many copies each file has elsewhere
 *     GET    /api/archives/:archive/files/<path>    a kept file or one of a playlist's own texts; ranges, ETag
 *     GET    /api/archives/:archive/covers/<path>   the cover of a kept file, JPEG or PNG: in its tags, else in its folder
 *     GET    /api/archives/:archive/playlists/:folder/history?lang=  { changes: PlaylistChange[] }
 *     PUT    /api/archives/:archive/playlists/:folder/name  { name }  the same, with a number where another list has it
 *     GET    /api/archives/:archive/playlists/:folder/missing        MissingList: what is not kept, and where it may
 *                                                   be had;  missing.csv?lang= the same as a table
 *     GET    /api/archives/:archive/playlists/:folder/zip            its files, streamed
 *     GET    /api/archives/:archive/playlists/:folder/export?as=     in an ExportFormat
 *     GET    /healthz                               { alive }: the process answers
 *     GET    /readyz                                { ready, notReady }: whether it can take work; 503 where it cannot
 *     GET    /metrics                               as Prometheus reads them, where they are asked for
 *
 * Below both /api/jobs/:job and /api/archives/:archive/playlists/:folder:
 *
 *     GET    entries                                Snapshot
 *     GET    details/:key                           Details: the outcome in full, and what was decided
 *     GET    audio/:key/:candidate                  the sound of a candidate that is a file of the user's; ranges
 *     GET    cover/:key/:candidate                  the cover in such a file
 *     PUT    decisions/:key    Decide               Row;  DELETE takes it back
 *     POST   search/:key       HandSearch           Found: what a person looks for, or has in hand, for one row
 *     GET    found/:key/:search/:candidate          the sound of what was found so, where it is a file; ranges
 *
 * What is wrong is answered with a status of 400 and above and a Fault.
 */
export type * from './archives.ts'
export type * from './copies.ts'
export type * from './details.ts'
export type * from './found.ts'
export type * from './inputs.ts'
export type * from './jobs.ts'
export type * from './list-changes.ts'
export type * from './lists.ts'
export type * from './missing.ts'
export type * from './reason.ts'
export type * from './rows.ts'
export type * from './services.ts'
export type * from './settings.ts'
export type * from './spotify.ts'
export type * from './tail.ts'
