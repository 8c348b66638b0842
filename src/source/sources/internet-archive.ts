import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import { addNamedArtists } from '../online/credit.ts'
import { orderByLikeness } from '../online/order.ts'
import { openSource } from '../online/search.ts'
import type { OnlineContext, OnlineSource } from '../source.ts'
import { askForItem } from './internet-archive/item.ts'
import { describeItem } from './internet-archive/recordings.ts'
import { findItems } from './internet-archive/search.ts'

/** With the one or two searches before them, at most four requests for a track. */
const MOST_REQUESTS = 4

/**
 * Items are albums, concerts, discs: a search names the likely ones, and what is in them is asked one by
 * one. https://archive.org/developers/md-read.html, https://archive.org/advancedsearch.php
 */
export const internetArchive: OnlineSource = {
  name: 'internet-archive',
  title: 'Internet Archive',
  // No limit is published; 50 at once were locked out, 5 never.
  hosts: [
    { host: 'archive.org', pace: { requests: 4, perMs: 1000 }, atOnce: 3 },
    // Where downloads are redirected to: ia800300.us.archive.org.
    { host: '*.archive.org', pace: { requests: 2, perMs: 1000 }, atOnce: 2 },
  ],
  open: (context) =>
    openSource(internetArchive, async (track, signal) => search(context, track, signal)),
}

async function search(
  { http }: OnlineContext,
  track: Track,
  signal: AbortSignal,
): Promise<readonly Recording[]> {
  const { found, requests } = await findItems(http, track, signal)
  const items = await Promise.all(
    found.slice(0, MOST_REQUESTS - requests).map(({ id }) => askForItem(http, id, signal)),
  )
  const recordings = items.flatMap((item) => (item ? describeItem(item) : []))
  const named = recordings.map((recording) => addNamedArtists(track, recording))
  return orderByLikeness(track, named)
}
