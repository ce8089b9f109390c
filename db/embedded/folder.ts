import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '../../core/errors.ts'

/** The major version of the PostgreSQL inside PGlite. */
const POSTGRES_MAJOR = '18'
/** A Unix socket path holds at most 107 bytes on Linux and 103 on macOS (sockaddr_un). */
const SOCKET_PATH_BYTES = 103
/** `pg` looks for a socket of this name in the folder given as host. */
const SOCKET_NAME = '.s.PGSQL.5432'

/** `dataDir` itself, created when it does not exist, readable by its owner only. */
export const prepareDataDir = (dataDir: string): void => {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new AppError('unavailable', 'db.folder_unusable', { folder: dataDir, reason }, { cause: error })
  }
}

/**
 * The folder of the database files, checked before PGlite touches it. While a new one is being filled, a mark stands
 * beside it: a process killed in that time leaves files that were never a database, and only those are thrown away.
 */
export const prepareDatabaseFolder = (dataDir: string): { folder: string; isNew: boolean; created(): void } => {
  const folder = join(dataDir, 'postgres')
  const mark = join(dataDir, 'postgres.unfinished')
  if (existsSync(mark)) rmSync(folder, { recursive: true, force: true })
  const isNew = !existsSync(folder) || readdirSync(folder).length === 0
  if (isNew) writeFileSync(mark, '')
  else checkFiles(folder)
  return { folder, isNew, created: () => rmSync(mark, { force: true }) }
}

const checkFiles = (folder: string): void => {
  const missing = ['PG_VERSION', 'global/pg_control', 'base', 'pg_wal'].find((name) => !existsSync(join(folder, name)))
  if (missing) throw new AppError('unavailable', 'db.folder_damaged', { folder, reason: `${missing} is missing` })
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (!/^\d+$/.test(found)) {
    throw new AppError('unavailable', 'db.folder_damaged', { folder, reason: 'PG_VERSION is not a version' })
  }
  if (found !== POSTGRES_MAJOR) {
    throw new AppError('unavailable', 'db.folder_version', { folder, found, wanted: POSTGRES_MAJOR })
  }
}

/** A private folder for the socket: in `dataDir`, or where the path would be too long, in the system's temporary one. */
export const prepareSocket = (dataDir: string): { folder: string; path: string; remove(): void } => {
  const near = join(dataDir, 'socket')
  const fits = Buffer.byteLength(join(near, SOCKET_NAME)) <= SOCKET_PATH_BYTES
  if (fits) mkdirSync(near, { recursive: true, mode: 0o700 })
  const folder = fits ? near : mkdtempSync(join(tmpdir(), 'zelenial-'))
  const path = join(folder, SOCKET_NAME)
  // Whoever left it is dead: this process holds the folder's lock.
  rmSync(path, { force: true })
  return { folder, path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
