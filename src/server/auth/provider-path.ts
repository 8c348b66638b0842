/** Where a sign-in provider sends the browser back to: it stands in the provider's settings. */
export const PROVIDER_PATH = '/api/session/provider/answer'
