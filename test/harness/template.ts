import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { log } from '../../core/log.ts'
import { migrate, openDatabase } from '../../db/index.ts'
import { migrationSets, ROOT } from './selection.ts'

/** A migrated, empty database that tests are given copies of. */
export type Template =
  | { kind: 'embedded'; folder: string }
  /** `serverUrl` may create databases; `database` is the template's name. */
  | { kind: 'server'; serverUrl: string; database: string }

/** Changes when anything does that the migrated database depends on. */
const fingerprint = (): string => {
  const hash = createHash('sha256')
  const files = globSync(['db/**/*.ts', 'package-lock.json'], { cwd: ROOT }).filter(
    (file) => !file.endsWith('.test.ts'),
  )
  for (const file of files.sort()) hash.update(file).update(readFileSync(new URL(file, ROOT)))
  for (const { schema, folder } of migrationSets()) {
    for (const file of globSync('*.sql', { cwd: folder }).sort()) {
      hash.update(`${schema}/${file}`).update(readFileSync(new URL(file, folder)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}

/** A data folder made once per state of the migrations: the first start of the embedded database is its slowest. */
export const embeddedTemplate = async (): Promise<Template> => {
  const cache = fileURLToPath(new URL('node_modules/.cache/zelenial-test/', ROOT))
  const folder = join(cache, fingerprint())
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true })
    dropOldTemplates(cache)
    const making = mkdtempSync(join(cache, 'making-'))
    try {
      const db = await openDatabase({ DATA_DIR: making, DATABASE_URL: undefined }, log)
      try {
        await migrate(db, migrationSets())
      } finally {
        await db.close()
      }
      // Another run may have made the same one meanwhile; either will do.
      if (!existsSync(folder)) renameSync(making, folder)
    } finally {
      rmSync(making, { recursive: true, force: true })
    }
  }
  return { kind: 'embedded', folder }
}

/** Each is 40 MB, and every change of a migration makes one; a run beside this one may still copy from a recent one. */
const dropOldTemplates = (cache: string): void => {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name)
    if (statSync(path).mtimeMs < Date.now() - 3_600_000) rmSync(path, { recursive: true, force: true })
  }
}

const urlOf = (serverUrl: string, database: string): string => {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

const asAdmin = async (serverUrl: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

export const serverTemplate = async (serverUrl: string): Promise<{ template: Template; remove(): Promise<void> }> => {
  const database = `zelenial_template_${process.pid}_${Date.now()}`
  await asAdmin(serverUrl, `create database ${database}`)
  const remove = (): Promise<void> => asAdmin(serverUrl, `drop database if exists ${database} with (force)`)
  try {
    const db = await openDatabase({ DATA_DIR: '', DATABASE_URL: urlOf(serverUrl, database) }, log)
    try {
      await migrate(db, migrationSets())
    } finally {
      await db.close()
    }
  } catch (error) {
    await remove()
    throw error
  }
  return { template: { kind: 'server', serverUrl, database }, remove }
}

/** Where a copy of the template is: the environment a server process would be started with. */
export interface Copy {
  env: { DATA_DIR: string; DATABASE_URL?: string }
  remove(): Promise<void>
}

let copies = 0

export const copyTemplate = async (template: Template, home: string): Promise<Copy> => {
  copies += 1
  const name = `zelenial_test_${process.pid}_${copies}`
  const folder = join(home, name)
  if (template.kind === 'embedded') {
    cpSync(join(template.folder, 'postgres'), join(folder, 'postgres'), { recursive: true })
    return { env: { DATA_DIR: folder }, remove: async () => rmSync(folder, { recursive: true, force: true }) }
  }
  const { serverUrl, database } = template
  mkdirSync(folder, { recursive: true })
  await asAdmin(serverUrl, `create database ${name} template ${database}`)
  return {
    env: { DATA_DIR: folder, DATABASE_URL: urlOf(serverUrl, name) },
    remove: async () => {
      await asAdmin(serverUrl, `drop database if exists ${name} with (force)`)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
