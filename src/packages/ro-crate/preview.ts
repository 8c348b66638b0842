import type { PlacedFile } from '../place-contents.ts'
import type { Entity } from './entity.ts'
import { fileId } from './ids.ts'

/** A page that shows what the crate is and holds, without a script (RO-Crate 1.2, "RO-Crate Website"). */
export function writePreview(root: Entity, placed: readonly PlacedFile[]): string {
  const rows = placed.map((file) => {
    const name = file.kind === 'recording' ? file.kept.track.title : file.path
    const licence = file.kind === 'recording' ? file.kept.verdict.licence.name : ''
    const share =
      file.kind === 'recording' ? (file.mayShare ? 'may be shared' : 'personal use') : ''
    return `<tr><td><a href="${escapeHtml(linkTo(file.path))}">${escapeHtml(name)}</a></td><td>${escapeHtml(licence)}</td><td>${share}</td></tr>`
  })
  const facts = ['name', 'description', 'datePublished'].map(
    (key) => `<dt>${key}</dt><dd>${escapeHtml(String(root[key] ?? ''))}</dd>`,
  )
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(String(root.name))}</title></head>
<body>
<h1>${escapeHtml(String(root.name))}</h1>
<dl>${facts.join('')}</dl>
<table>
<thead><tr><th>File</th><th>Licence</th><th>Others</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
<p>All of it in <a href="ro-crate-metadata.json">ro-crate-metadata.json</a>.</p>
</body>
</html>
`
}

/** Never a scheme, whatever the file is called. */
const linkTo = (path: string) => `./${fileId(path).replace(/^\.\//, '')}`

const escapeHtml = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
