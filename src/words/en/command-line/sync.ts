/** The command that keeps an archive in step. */
export const sync = {
  sync: {
    summary: 'bring an archive up to date with its lists and your folders',
    description:
      'Reads every list again that came from a link or a service, and looks again for everything that was missing, in each list’s own format and folders. Lists that came from files stay as they are. What has nothing new is left alone.',
    archive: 'the folder that was given to --into',
    install:
      'do so every night, by a timer of systemd’s or a line of cron’s; with --dry-run only say what would be written',
    json: 'print events, one a line, for programs',
  },
}
