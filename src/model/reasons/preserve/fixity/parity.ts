/** What is wrong with a wish for parity, or with its place. */
export interface ParityReasons {
  'fixity.wrong-percent': { readonly percent: number }
  'fixity.parity-in-the-way': { readonly path: string }
}
