import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import './provided.ts'
import { embeddedTemplate } from './template.ts'

/** Project `embedded`: each test file works on its own copy of a migrated data folder. */
export default async ({ provide }: TestProject): Promise<() => void> => {
  const home = mkdtempSync(join(tmpdir(), 'zelenial-test-'))
  provide('template', await embeddedTemplate())
  provide('home', home)
  provide('redisUrl', null)
  return () => rmSync(home, { recursive: true, force: true })
}
