import { existsSync, readdirSync } from 'node:fs'

/** Every folder of the project at `root` that may hold phrases: each domain, memory, planning, and models for what is no tool. */
export const phraseFolders = (root: URL): URL[] => {
  const domains = new URL('domains/', root)
  const ofDomains = existsSync(domains)
    ? readdirSync(domains, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => new URL(`${entry.name}/`, domains))
        .sort((a, b) => (a.href < b.href ? -1 : 1))
    : []
  return [...ofDomains, new URL('memory/', root), new URL('planning/', root), new URL('models/', root)]
}
