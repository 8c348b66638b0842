/** The command that tells how much of what is heard is kept. */
export const tail = {
  tail: {
    summary: 'tell how much of what you hear is safe, what is at risk, and what to get next',
    description:
      'Tells what share of your listening the archives keep whole, how it is spread over many tracks or few, which recordings hardly anybody is known to hold, and which would save most listening for their size. Nothing is fetched, and nothing is written but what --out asks for.',
    archives: 'folders that were given to --into',
    history:
      'weigh by this listening history: a Spotify export, Last.fm, ListenBrainz, … (file, zip, folder, or -); may be given again',
    catalogue:
      'weigh a catalogue by its figures of popularity instead, and what the archives keep of it',
    out: 'write long-tail.html and its tables, long-tail.csv and long-tail-curves.csv, into this folder',
    json: 'print all of it as one line, for programs',
    explanation: `A track counts as kept where its file is in its place with its size, and no check has found it otherwise. It is known by its address at the service or its ISRC (exact), else by title and artist as the backup matches them; what is in doubt counts as missing.

Without a history the plays are those that the archive's reports tell; without any, each entry of a list counts once.`,
  },
}
