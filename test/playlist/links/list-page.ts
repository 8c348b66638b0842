export const LIST = 'spotify:playlist:37i9dQZF1DXcBWIGoYBM5M'

/** A public page of the shape that Spotify serves, about the list or track that it is given. */
export const page = (
  entity: unknown,
  more: object = {},
) => `<!doctype html><html><head></head><body>
<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({
  props: { pageProps: { state: { data: { entity }, ...more } } },
}).replaceAll('<', '\\u003c')}</script></body></html>`
