/** The commands that make backups. */
export const backups = {
  backup: {
    summary: 'make a folder of tagged MP3s from a playlist',
    description:
      'Finds every track of a playlist in your own folders and in open archives, and makes a folder of tagged MP3s of what may be copied, a playlist file that plays them, and a report that says what happened to each entry and why, with links to where the rest can be heard.',
    playlist:
      'a playlist file, an export (zip, folder or file), a link or URI, spotify:liked, or - for standard input; of several files what is the same playlist is joined',
    from: 'a server of your own, all its playlists or, with --playlist, one: subsonic:https://…, jellyfin:https://…; the password is asked, or in SONGKEEP_SUBSONIC_PASSWORD (_USER, _API_KEY; the same of Jellyfin)',
    json: 'print one event a line, for programs',
    verbose:
      'print every entry with its reason, the kept ones too: without it the end takes one screen',
    names: (fields: string) => `A name is made of ${fields}.`,
  },
  serve: {
    summary: 'open a page in the browser: no command line needed from there on',
    description:
      'Serves a page on this machine: drop a playlist, see what was understood, back it up, look at every reason, decide what was not sure. Only this machine reaches it, unless a password is set in SONGKEEP_PASSWORD and another --host is named. Jobs that were under way when it was stopped go on when it is started again.',
    port: 'where it listens',
    host: 'and on which address: 0.0.0.0 is all of them',
    name: 'a name that this machine is reached by; give it again for more',
    title: 'what the login page calls this server: without it, the name of this machine',
    folder:
      'what the page may choose folders from: your own folder and other disks where nothing is said; give it again for more',
    accounts:
      'open the page to accounts (songkeep accounts): each has its archives in a folder of its own below this one',
    jobs: 'backups at work at once; 0 where workers do them (songkeep worker)',
    open: 'open it in the browser',
  },
  worker: {
    summary: 'do what is in line, without a page: on as many machines as you like',
    description:
      'Does the jobs that the page and the command line put in line, until it is stopped. Where SONGKEEP_DATABASE_URL names a PostgreSQL database, all servers and workers that name it share one list; without it, it does the jobs of this machine.',
    width: 'jobs at work at once',
    healthPort:
      'answer /healthz, /readyz and, where SONGKEEP_METRICS=1, /metrics on this port; none where nothing is said',
    healthHost:
      'and on which address: for others than this machine, /metrics needs SONGKEEP_METRICS_TOKEN',
    more: `Owners take turns: who has least running comes first, however much another has in line. Two jobs of one archive never
run at once. Ctrl-C, or SIGTERM, puts what runs back in line; of a worker that is killed, another takes over after half
a minute. What is kept already is not made twice.

Workers on several machines need the same data folder (SONGKEEP_DATA: what was dropped on the page lies there) and the
same folders of archives and music, at the same paths.`,
  },
  jobs: {
    summary: 'list the backups of this machine, whoever began them, and steer them',
    description:
      'The page and the command line share one list of jobs. What is resumed runs in the page’s server (songkeep serve), in a worker (songkeep worker), or at once in this terminal (--here).',
    json: 'print one job a line, for programs',
    acts: {
      pause: 'stop it for now: what was kept stays',
      resume: 'put it in line again',
      cancel: 'stop it for good: what was kept stays',
      forget: 'take what has ended off the list',
    },
    here: 'do it at once, in this terminal; Ctrl-C puts it back in line',
    job: 'its id, or the beginning of it',
  },
  doctor: {
    summary: 'say what is there, what is missing and how to get it',
    description:
      'Looks at this machine: what Songkeep has, what is missing, and how to get it; with --online, whether each service works.',
    online: 'ask each service one harmless question',
    record: 'keep the answers of the services in this folder, without keys',
    explanation: `--online asks each service one small question about a recording that is known to be there, all at once and for ten
seconds at most, and says whether it works for you, refuses (with its own words), cannot be reached, or answers
otherwise than Songkeep expects. Of copies in buckets (songkeep mirror) it says whether two runs at once are told apart
there. Nothing is asked without it. Exit code 1 where one that needs no key does not work.`,
    json: 'print the findings as JSON, for programs',
  },
}
