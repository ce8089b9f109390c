import { globSync, readFileSync } from 'node:fs'

/** What a test file needs, told by what it imports from this folder. */
export type Need = 'nothing' | 'database' | 'embedded' | 'server' | 'redis' | 'browser'

export const ROOT = new URL('../../', import.meta.url)

const ROOMS =
  '{agent,bench,channels,core,db,domains,evals,guardrails,jobs,memory,models,planning,prompts,scripts,test,tools,web}'

/** The strictest import decides: the first of these that a file has. */
const ORDER = ['browser', 'redis', 'server', 'embedded', 'database', 'tools'] as const

const needOf = (file: string): Need => {
  const text = readFileSync(new URL(file, ROOT), 'utf8')
  const need = ORDER.find((name) => new RegExp(`from '[^']*harness/${name}\\.ts'`).test(text))
  return need === 'tools' ? 'database' : (need ?? 'nothing')
}

/** All test files, by what they need. */
export const testFiles = (): Record<Need, string[]> => {
  const found: Record<Need, string[]> = { nothing: [], database: [], embedded: [], server: [], redis: [], browser: [] }
  const files = globSync([`${ROOMS}/**/*.test.ts`, '*.test.ts'], { cwd: ROOT }).sort()
  for (const file of files) found[needOf(file)].push(file)
  return found
}

/** One migration set per room that has migrations, as `server.ts` joins them: a room is a schema, `agent` is `chat`. */
export const migrationSets = (): { schema: string; folder: URL }[] => {
  const registry = readFileSync(new URL('domains/index.ts', ROOT), 'utf8')
  const folders = globSync(['*/migrations/', 'domains/*/migrations/'], { cwd: ROOT, exclude: ['node_modules'] })
    .filter((folder) => {
      const domain = /^domains[\\/]([^\\/]+)/.exec(folder)?.[1]
      return domain === undefined || registry.includes(`'./${domain}/index.ts'`)
    })
    .sort()
  return folders.map((folder) => {
    const room = folder.split(/[\\/]/).filter(Boolean).at(-2) ?? folder
    return { schema: room === 'agent' ? 'chat' : room, folder: new URL(`${folder.replace(/\/?$/, '/')}`, ROOT) }
  })
}

/** Folders with messages: every room and every domain. */
export const messageFolders = (): URL[] =>
  globSync(['*/messages.ru.json', 'domains/*/messages.ru.json'], { cwd: ROOT, exclude: ['node_modules'] })
    .sort()
    .map((file) => new URL('.', new URL(file, ROOT)))
