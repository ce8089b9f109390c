import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import type { Domain } from '../domains/contract.ts'
import { domains as registerDomains } from '../domains/index.ts'
import { createMemory } from '../memory/index.ts'

const ROOT = new URL('../', import.meta.url)
const path = (name: string): string => fileURLToPath(new URL(name, ROOT))

const notUsed = async (): Promise<never> => {
  throw new Error('not used here')
}
const all: Domain[] = [
  ...registerDomains({ account: { undoLast: notUsed, exportAll: notUsed, eraseAll: notUsed, explain: notUsed } }),
  createMemory({ embedder: { model: 'none', dimensions: 1024, embed: notUsed } }),
]

interface Cruised {
  summary: { error: number; totalCruised: number; violations: { from: string; to: string; rule: { name: string } }[] }
  modules: { source: string }[]
}
/** Cruises the sources in a process of its own, as `npm run check` does. */
const cruise = (): Cruised => {
  try {
    return JSON.parse(
      execFileSync(
        process.execPath,
        [
          path('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
          '--config',
          path('.dependency-cruiser.mjs'),
          '-T',
          'json',
          '.',
        ],
        {
          cwd: path('.'),
          encoding: 'utf8',
          maxBuffer: 256 * 1024 * 1024,
          stdio: ['ignore', 'pipe', 'ignore'],
        },
      ),
    ) as Cruised
  } catch (error) {
    // It exits with the number of violations and prints them all the same.
    return JSON.parse((error as { stdout: string }).stdout) as Cruised
  }
}

const sources = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts'], {
    cwd: path('.'),
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file !== '' && !file.endsWith('.d.ts') && !file.startsWith('web/') && existsSync(path(file)))

const planted = path('core/planted-import.ts')
afterAll(() => rmSync(planted, { force: true }))

describe('imports', () => {
  it('reports a forbidden import, and reads every source', () => {
    writeFileSync(planted, "import { openDatabase } from '../db/index.ts'\n\nexport const planted = openDatabase\n")
    const found = cruise()
    rmSync(planted)
    expect(found.summary.violations.map((v) => `${v.rule.name} ${v.from}`)).toContain(
      'core-points-down core/planted-import.ts',
    )
    const read = new Set(found.modules.map((module) => module.source))
    const missed = sources().filter((file) => file !== 'core/planted-import.ts' && !read.has(file))
    expect(missed).toEqual([])
  }, 60_000)

  it('point down only', () => {
    expect(cruise().summary.violations.map((v) => `${v.rule.name}: ${v.from} -> ${v.to}`)).toEqual([])
  }, 60_000)
})

describe('a domain', () => {
  const FILES = [
    'index.ts',
    'schema.ts',
    'repository.ts',
    'service.ts',
    'tools.ts',
    'rules.ts',
    'messages.ru.json',
    'messages.en.json',
    'phrases.jsonl',
    'prompt.md',
    'migrations/0001_init.sql',
  ]

  it.each(all.map((domain) => [domain.id, domain] as const))('%s has its files, and an eval', (id, domain) => {
    const missing = FILES.filter((file) => !existsSync(new URL(file, domain.folder)))
    expect(missing).toEqual([])
    expect(existsSync(new URL(`${id}.eval.ts`, domain.folder))).toBe(true)
    expect(readFileSync(new URL('prompt.md', domain.folder), 'utf8').split('\n').length).toBeLessThanOrEqual(41)
  })

  it.each(all.map((domain) => [domain.id, domain] as const))(
    '%s: tools have a risk, both languages and phrases',
    (id, domain) => {
      const phrases = readFileSync(new URL('phrases.jsonl', domain.folder), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as { tool: string; lang: string })
      for (const tool of domain.tools) {
        expect(tool.name.startsWith(`${id}_`)).toBe(true)
        expect(['read', 'write', 'outward', 'irreversible']).toContain(tool.risk)
        if (tool.risk === 'irreversible' || tool.risk === 'outward') expect(tool.confirm).toBe('always')
        for (const lang of ['ru', 'en'])
          expect(
            phrases.filter((phrase) => phrase.tool === tool.name && phrase.lang === lang).length,
            `${tool.name} ${lang}`,
          ).toBeGreaterThanOrEqual(30)
      }
    },
  )

  it('says the same keys in both languages', () => {
    const rooms = ['core', 'db', 'tools', 'guardrails', 'memory', 'models', 'agent', 'jobs', 'channels']
    const folders = [
      ...rooms,
      ...readdirSync(path('domains'), { withFileTypes: true }).flatMap((e) =>
        e.isDirectory() ? [`domains/${e.name}`] : [],
      ),
    ]
    for (const folder of folders) {
      const keys = (lang: string): string[] =>
        Object.keys(JSON.parse(readFileSync(path(`${folder}/messages.${lang}.json`), 'utf8')) as object).sort()
      expect(keys('ru'), folder).toEqual(keys('en'))
    }
  })
})

describe('doors', () => {
  it('asSystem is opened only where it is known to be needed', () => {
    const callers = sources()
      .filter((file) => !file.endsWith('.test.ts') && !file.startsWith('test/') && !file.startsWith('bench/'))
      .filter((file) => readFileSync(path(file), 'utf8').includes('.asSystem('))
    expect(callers.sort()).toEqual(SYSTEM_CALLERS)
  })

  it('time comes from the context, not from the machine', () => {
    const offenders = sources()
      .filter(
        (file) =>
          /^(domains|tools|guardrails|memory|planning|agent|prompts)\//u.test(file) &&
          !/\.(test|eval|fixture)\.ts$/u.test(file),
      )
      .filter((file) => /new Date\(\)|Date\.now\(\)|Temporal\.Now/u.test(readFileSync(path(file), 'utf8')))
    expect(offenders).toEqual([])
  })
})

/** Files that may see rows without being a person; each opens only the columns that its purpose grants. */
const SYSTEM_CALLERS: readonly string[] = [
  'channels/http/calendar-feed.ts',
  'db/migrate.ts',
  'db/outbox.ts',
  'domains/account/auth-repository.ts',
  'jobs/index.ts',
]
