import { AppError } from '../core/errors.ts'
import type { Tx } from './contract.ts'
import { sqlState } from './failure.ts'

const EXTENSIONS = ['vector', 'pg_trgm', 'btree_gist'] as const
const ROLES = ['app_user', 'app_system'] as const
const INSUFFICIENT_PRIVILEGE = '42501'

/** Creates the extensions that are not there yet; says by name which one cannot be had. */
export const requireExtensions = async (tx: Tx): Promise<void> => {
  const available = await tx.query<{ name: string; installed: string | null }>(
    `select name, installed_version as installed from pg_catalog.pg_available_extensions where name = any($1::text[])`,
    [[...EXTENSIONS]],
  )
  for (const name of EXTENSIONS) {
    const found = available.find((row) => row.name === name)
    if (!found) throw new AppError('unavailable', 'db.extension_missing', { name })
    if (found.installed !== null) continue
    try {
      await tx.query(`create extension if not exists ${name} with schema public`)
    } catch (error) {
      if (!isDenied(error)) throw error
      throw new AppError('unavailable', 'db.extension_forbidden', { name }, { cause: error })
    }
  }
}

/**
 * Creates the roles that transactions run as, and lets the connecting user take them. Roles belong to the whole
 * server: another database's migration may create them at the same moment, which is as good.
 */
export const requireRoles = async (tx: Tx): Promise<void> => {
  const [me] = await tx.query<{ name: string; version: number }>(
    `select current_user as name, current_setting('server_version_num')::int as version`,
  )
  for (const name of ROLES) {
    try {
      await tx.query(`
        do $$ begin
          if not exists (select from pg_catalog.pg_roles where rolname = '${name}') then create role ${name} nologin; end if;
        exception when duplicate_object or unique_violation then null;
        end $$`)
      // Since PostgreSQL 16 membership and the right to `set role` are two things.
      const [may] = await tx.query<{ take: boolean }>('select pg_has_role($1::name, $2::name, $3) as take', [
        me?.name,
        name,
        (me?.version ?? 0) >= 160_000 ? 'SET' : 'MEMBER',
      ])
      if (!may?.take) await tx.query(`grant ${name} to current_user`)
    } catch (error) {
      if (!isDenied(error)) throw error
      throw new AppError('unavailable', 'db.roles_missing', { name, user: me?.name ?? '' }, { cause: error })
    }
  }
}

const isDenied = (error: unknown): boolean => sqlState(error) === INSUFFICIENT_PRIVILEGE
