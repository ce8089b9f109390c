import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import type { Reporter } from 'vitest/node'
import { testFiles } from './test/harness/selection.ts'
import { findBrowser, findPostgres, findRedis } from './test/harness/services.ts'

// Tests that need nothing run once. Tests on a database run on the embedded one and, where there is one, on a server.
const files = testFiles()
const hasPostgres = Boolean(process.env.TEST_DATABASE_URL ?? findPostgres())
const hasRedis = Boolean(process.env.TEST_REDIS_URL ?? findRedis())
const hasBrowser = Boolean(findBrowser())
const onEmbedded = [...files.database, ...files.embedded, ...(hasBrowser ? files.browser : [])]
const onServices = [...files.database, ...files.server, ...(hasRedis ? files.redis : [])]

const project = (name: string, include: string[], setup?: string): TestProjectConfiguration => ({
  extends: true,
  test: { name, include, ...(setup ? { globalSetup: [setup] } : {}) },
})

const notRun = [
  !hasPostgres &&
    `${files.database.length + files.server.length} database suites on PostgreSQL: no PostgreSQL 15 or newer with pgvector`,
  !(hasPostgres && hasRedis) && files.redis.length > 0 && `${files.redis.join(', ')}: no PostgreSQL and Redis`,
  !hasBrowser && files.browser.length > 0 && `${files.browser.join(', ')}: no Chromium`,
].filter((line) => typeof line === 'string')

/** Says at the end what this machine could not run: a suite that was left out must not look like one that passed. */
const tellNotRun: Reporter = {
  onTestRunEnd: () => {
    if (notRun.length === 0) return
    const how =
      'On Debian `sudo sh scripts/install-services.sh` installs all of it; or set TEST_DATABASE_URL and TEST_REDIS_URL.'
    process.stdout.write(`\nDid not run:\n${notRun.map((line) => `  - ${line}`).join('\n')}\n${how}\n`)
  },
}

const all: TestProjectConfiguration[] = [
  project('unit', files.nothing),
  project('embedded', onEmbedded, 'test/harness/setup-embedded.ts'),
  ...(hasPostgres ? [project('services', onServices, 'test/harness/setup-services.ts')] : []),
]

export default defineConfig({
  test: {
    // An empty list of files would fall back to the default pattern and run everything.
    projects: all.filter((one) => typeof one === 'object' && 'test' in one && (one.test?.include?.length ?? 0) > 0),
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    env: { LOG_LEVEL: 'error', NODE_ENV: 'test' },
    reporters: ['default', tellNotRun],
  },
})
