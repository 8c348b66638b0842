/** More than the partitions by which artists are dealt out would leave shards empty; this many is plenty. */
export const MAX_SHARDS = 64
