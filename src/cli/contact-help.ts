/** What the commands that ask the network say of the user's contact. */
export const contactHelp = `Set SONGKEEP_CONTACT to an e-mail address or a page of your own: every host that is asked is told it, and can
write to you instead of shutting you out. Without it Wikimedia Commons answers 10 questions a minute instead of
200, and a run asks it 30 times at most.`
