import { afterAll, beforeAll } from 'vitest'
import { copyDatabase } from './harness/database.ts'
import { startTestServer, type TestServer } from './server.ts'

/** The server of this test file, on a copy of the migrated database. Call it at the top; it is there from `beforeAll` on. */
export const useServer = (env: Record<string, string> = {}): TestServer => {
  let open: { server: TestServer; remove(): Promise<void> } | undefined
  beforeAll(async () => {
    const copy = await copyDatabase()
    open = { server: await startTestServer({ ...copy.env, ...env }), remove: () => copy.remove() }
  }, 180_000)
  afterAll(async () => {
    await open?.server.stop()
    await open?.remove()
  }, 60_000)
  const server = (): TestServer => {
    if (!open) throw new Error('the server starts in beforeAll; use it inside tests and hooks')
    return open.server
  }
  return {
    get url() {
      return server().url
    },
    api: (path, options) => server().api(path, options),
    register: (overrides, now) => server().register(overrides, now),
    chat: (user, text, now) => server().chat(user, text, now),
    stop: () => server().stop(),
    restart: () => server().restart(),
  }
}
