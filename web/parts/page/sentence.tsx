/** A sentence that Songkeep itself wrote: it speaks English, whatever the page does. */
export function Said({ children }: { readonly children: string }) {
  return (
    <span lang="en" dir="auto">
      {children}
    </span>
  )
}
