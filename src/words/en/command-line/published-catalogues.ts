/** The commands by which a catalogue is published and fetched. */
export const publishedCatalogues = {
  publishedCatalogue: {
    key: 'make the pair of keys with which catalogues are signed, or print the public one',
    keyFile: 'where the private key lies; your own folder of settings unless said',
    publish: 'publish a catalogue at s3://bucket/prefix or in a folder, signed',
    folder: 'the catalogue',
    to: 's3://bucket/prefix, or a folder that a web server gives out',
    endpoint: 'the server of the bucket, where it is not Amazon’s: https://s3.example',
    publishCheck: 'read what is there already too, and send again what is damaged',
    publishing: `A catalogue is cut into pieces that are stored under their digests: what is there is not sent again. What
describes it, a generation, is signed with your key and written last and once, under the next number: of two who publish
at the same time, one is told that it was late.`,
    fetch: 'fetch a published catalogue, or what is new in it',
    from: 's3://bucket/prefix, https://…, or a folder',
    into: 'where it goes; without it, its address stands for it in --catalogue',
    trust: 'the publisher’s public key, as they have told you: ed25519:…',
    generation: 'this generation, though it may be older than what you have',
    fetchCheck: 'read what was fetched earlier again, and fetch what is damaged',
    dryRun: 'only say how much would be fetched',
    json: 'print it as JSON, for programs',
    fetching: `Trusted is one key, the publisher’s: the one that you name with --key, or say yes to at the first time. Every
byte is compared with what that key has signed. The place is trusted with nothing: it can withhold a newer catalogue, but
not change one, and what is older than what you have seen is refused. The new catalogue takes the old one’s place in one
step, when it is whole.`,
  },
}
