/** The commands that deal with the accounts of a server. */
export const accounts = {
  accounts: {
    summary: 'who may sign in to a server that is opened to several',
    description:
      'Accounts of a server that is started with “songkeep serve --accounts FOLDER”: each has its own archives in a folder of its own, and nobody sees another’s. The first account that is made is an owner.',
    add: 'make an account; its password is asked for twice, or read from the first line of standard input',
    list: 'list the accounts',
    role: 'change what an account may do',
    password: 'give an account another password, which ends its sessions',
    remove: 'remove an account with its sessions; its archives stay where they are',
    quota: 'set how many bytes the archives of a member may take, like 50GB',
    limits: 'show what a member may do, and set it by NAME=NUMBER',
    limitsAre: 'The limits, which are in force for members and not for owners and guests:',
    share:
      'let a guest look at an archive and listen to it; without an archive, list those of the guest',
    unshare: 'take that back',
    sessions: 'list the browsers in which an account is signed in',
    log: 'print who did what when, the latest last',
    account: 'its name',
    roleChoice: 'owner: everything; member: archives of their own; guest: looks and listens',
    email: 'the address by which the sign-in provider knows it',
    noPassword: 'without a password: only the sign-in provider lets it in',
    end: 'end them all',
    archive: 'an archive’s folder',
    limit: 'like tracksAnHour=1000',
    size: 'how much',
    most: 'how many lines at most',
    json: 'print one JSON object a line, for programs',
  },
}
