import type { ApiDocument, Operation } from './api-document.ts'

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const html = (text: string): string => text.replace(/[&<>"']/gu, (sign) => SIGNS[sign] ?? sign)
const anchor = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/gu, '-')

const STYLE = `
  :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent) }
  body { font: 16px/1.5 system-ui, sans-serif; margin: 0; display: grid; grid-template-columns: 15rem minmax(0, 54rem) }
  nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1.5rem 1rem; box-sizing: border-box; border-right: 1px solid var(--line) }
  nav a { display: block; padding: .15rem 0; color: inherit; text-decoration: none }
  main { padding: 1.5rem 2rem }
  details { border: 1px solid var(--line); border-radius: .5rem; margin: .5rem 0; padding: .5rem .75rem }
  summary { cursor: pointer; overflow-wrap: anywhere }
  summary b { display: inline-block; min-width: 4rem; text-transform: uppercase; font-size: .8rem }
  pre { overflow: auto; padding: .75rem; border-radius: .5rem; background: color-mix(in srgb, currentColor 7%, transparent); font-size: .85rem }
  @media (max-width: 48rem) { body { display: block } nav { position: static; height: auto; border: 0 } main { padding: 1rem } }
`

const block = (title: string, schema: unknown): string =>
  `<h4>${title}</h4><pre>${html(JSON.stringify(schema, null, 2))}</pre>`

const operation = (method: string, path: string, one: Operation): string => {
  const parameters = (one.parameters ?? [])
    .map(
      (item) =>
        `<li><code>${html(item.name)}</code> (${item.in})${item.description ? ` ${html(item.description)}` : ''}</li>`,
    )
    .join('')
  const [form] = Object.values(one.requestBody?.content ?? {})
  const body = form ? block('Body', form.schema) : ''
  const answers = Object.entries(one.responses)
    .filter(([status]) => status !== 'default')
    .map(([status, answer]) => block(`Answer ${status}`, (answer as { content?: unknown }).content ?? 'empty'))
    .join('')
  const description = one.description ? `<p>${html(one.description).replaceAll('\n\n', '</p><p>')}</p>` : ''
  return `<details><summary><b>${method}</b> <code>${html(path)}</code> ${html(one.summary)}</summary>${description}${
    parameters === '' ? '' : `<h4>Parameters</h4><ul>${parameters}</ul>`
  }${body}${answers}</details>`
}

/** The document as one page that needs nothing from the network and runs no script. */
export const renderDocs = (document: ApiDocument): string => {
  const sections = document.tags.map(({ name }) => {
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, one]) =>
        one.tags.includes(name) ? [operation(method, path, one)] : [],
      ),
    )
    return `<section id="${anchor(name)}"><h2>${html(name)}</h2>${operations.join('')}</section>`
  })
  const links = document.tags.map(({ name }) => `<a href="#${anchor(name)}">${html(name)}</a>`).join('')
  const { title, description } = document.info
  const schemas = Object.entries(document.components.schemas)
    .map(
      ([name, schema]) => `<details><summary><code>${html(name)}</code></summary>${block('Schema', schema)}</details>`,
    )
    .join('')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${html(title)}: interface</title><style>${STYLE}</style></head>
<body><nav>${links}<a href="#schemas">Schemas</a><a href="/openapi.json">openapi.json</a></nav>
<main><h1>${html(title)}</h1><p>${html(description)} Send <code>Authorization: Bearer</code> with a token from sign-in.</p>
${sections.join('')}<section id="schemas"><h2>Schemas</h2>${schemas}</section></main></body></html>`
}
