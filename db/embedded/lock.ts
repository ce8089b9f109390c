import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../core/errors.ts'

/** SQLite's result code for a file that another process holds. https://www.sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5

/**
 * Holds `folder` for this process; PGlite itself does not, and two writers would destroy the data. Node has no file
 * locks, SQLite does: the kernel lets go of them the moment the holder dies, also by kill -9, and two containers that
 * share the folder see each other, which no pid file achieves.
 */
export const lockFolder = (folder: string): (() => void) => {
  const pidPath = join(folder, 'lock.pid')
  const held = new DatabaseSync(join(folder, 'lock'), { timeout: 0 })
  try {
    held.exec('pragma journal_mode = memory; pragma locking_mode = exclusive; begin exclusive')
  } catch (error) {
    held.close()
    const busy = error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
    if (!busy)
      throw new AppError('unavailable', 'db.folder_unusable', { folder, reason: String(error) }, { cause: error })
    throw new AppError('conflict', 'db.folder_locked', { folder, pid: holderOf(pidPath) })
  }
  writeFileSync(pidPath, `${process.pid}\n`)
  return () => held.close()
}

/** The pid that the holder wrote down, for the message only. */
const holderOf = (pidPath: string): string => {
  try {
    return readFileSync(pidPath, 'utf8').trim() || 'none'
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'none'
    throw error
  }
}
