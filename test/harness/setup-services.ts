import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import './provided.ts'
import { findPostgres, findRedis, startPostgres, startRedis } from './services.ts'
import { serverTemplate } from './template.ts'

/** Project `services`: the servers named by TEST_DATABASE_URL and TEST_REDIS_URL, else throwaway ones of this machine. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const ends: (() => Promise<void>)[] = []
  const end = async (): Promise<void> => {
    for (const stop of ends.splice(0).reverse()) await stop()
  }
  try {
    const home = mkdtempSync(join(tmpdir(), 'zelenial-test-'))
    ends.push(async () => rmSync(home, { recursive: true, force: true }))
    provide('home', home)
    provide('redisUrl', await redis(ends))
    const { template, remove } = await serverTemplate(await postgres(ends))
    ends.push(remove)
    provide('template', template)
    return end
  } catch (error) {
    await end()
    throw error
  }
}

const postgres = async (ends: (() => Promise<void>)[]): Promise<string> => {
  if (process.env.TEST_DATABASE_URL) return process.env.TEST_DATABASE_URL
  const binaries = findPostgres()
  if (!binaries) throw new Error('no PostgreSQL with pgvector on this machine')
  const server = await startPostgres(binaries)
  ends.push(server.stop)
  return server.url
}

const redis = async (ends: (() => Promise<void>)[]): Promise<string | null> => {
  if (process.env.TEST_REDIS_URL) return process.env.TEST_REDIS_URL
  const binary = findRedis()
  if (!binary) return null
  const server = await startRedis(binary)
  ends.push(server.stop)
  return server.url
}
