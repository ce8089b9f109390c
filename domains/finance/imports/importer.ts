// Takes what the reader made of a statement into the person's entries, batch by batch.
import { AppError } from '../../../core/errors.ts'
import type { Ctx } from '../../../tools/contract.ts'
import { defineImporter, type ImportRun } from '../../contract.ts'
import { accountKey, composeImported, type TargetAccount } from '../engine/import-rows.ts'
import {
  addEntry,
  addOther,
  emptyTotals,
  type Totals,
  tellImported,
  totalsByCurrency,
  warningsOf,
} from '../engine/import-totals.ts'
import { findImportAccount, findMappedAccount, insertImported, removeImported } from '../repository/imports.ts'
import { listRules } from '../repository/rules.ts'
import type { EntryRow, ImportRow } from './rows.ts'

const note = <T>(run: ImportRun, name: string, fresh: () => T): T => {
  const known = run.notes.get(name) ?? fresh()
  run.notes.set(name, known)
  return known as T
}
const totalsOf = (run: ImportRun): Totals => note(run, 'totals', emptyTotals)

/** The account named for the whole file. Throws `not_found` when there is none such any more. */
const targetOf = async (ctx: Ctx, run: ImportRun): Promise<TargetAccount> => {
  const { accountId } = run.options
  if (accountId === undefined) return null
  const account = await findImportAccount(ctx.tx, ctx.user.id, accountId)
  if (!account) throw new AppError('not_found', 'finance.account_not_found')
  return account
}

/** Accounts that the statements of these rows were put on before; looked up once a run. */
const mappedOf = async (ctx: Ctx, run: ImportRun, rows: readonly EntryRow[]): Promise<ReadonlyMap<string, string>> => {
  const mapped = note(run, 'mapped', () => new Map<string, string>())
  const asked = note(run, 'asked', () => new Set<string>())
  for (const { account, currency } of rows) {
    const key = accountKey(account, currency)
    if (account === null || asked.has(key)) continue
    asked.add(key)
    const id = await findMappedAccount(ctx.tx, ctx.user.id, account, currency)
    if (id !== undefined) mapped.set(key, id)
  }
  return mapped
}

export const bankImporter = defineImporter<ImportRow>({
  reader: new URL('bank.ts', import.meta.url),
  about: 'money',
  save: async (ctx, rows, run) => {
    const entries = rows.filter((row) => row.type === 'entry')
    const target = await targetOf(ctx, run)
    const facts = {
      importId: run.id,
      target,
      mapped: target ? new Map<string, string>() : await mappedOf(ctx, run, entries),
      rules: await listRules(ctx.tx, ctx.user.id),
    }
    const composed = entries.map((row) => composeImported(row, facts))
    const created = await insertImported(ctx.tx, ctx.user.id, ctx.now, composed)
    const totals = totalsOf(run)
    for (const [i, row] of entries.entries()) addEntry(totals, row, composed[i] ?? row)
    let left = 0
    for (const row of rows) {
      if (row.type === 'entry') continue
      addOther(totals, row)
      if (row.type === 'skipped') left++
    }
    return { created, updated: 0, skipped: entries.length - created + left }
  },
  finish: async (_ctx, run, counts) => {
    const totals = totalsOf(run)
    return { totals: totalsByCurrency(totals), warnings: warningsOf(totals), said: tellImported(totals, counts) }
  },
  undo: async (ctx, importId) => {
    await removeImported(ctx.tx, ctx.user.id, importId)
  },
})
