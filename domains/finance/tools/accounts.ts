// Where the person's money is, as they state it.
import { AppError } from '../../../core/errors.ts'
import { newId } from '../../../core/ids.ts'
import { toRfc3339 } from '../../../core/time.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { accountKey, accountName, kindOf, showAccount } from '../engine/accounts.ts'
import { pageOf } from '../engine/pages.ts'
import { money, tellAccounts, tellSavedAccount } from '../engine/sentences.ts'
import { totalsOf } from '../engine/spending.ts'
import {
  type AccountRow,
  findAccount,
  findAccountByName,
  insertAccount,
  listAccounts,
  removeAccount,
  restateAccount,
  rewriteAccount,
} from '../repository/accounts.ts'
import { theOne } from '../repository.ts'
import {
  type AddAccount,
  addAccountInput,
  addAccountOutput,
  type ById,
  byIdInput,
  type ChangedAccount,
  changedAccountOutput,
  type ListAccounts,
  type ListedAccounts,
  listAccountsInput,
  listAccountsOutput,
  type SavedAccount,
  type UpdateAccount,
  updateAccountInput,
} from '../schema.ts'
import { invalid, readBalance, readCurrency, readEntryDay } from '../service.ts'
import { changedSince, todayOf } from './moment.ts'

type Stated = Omit<AccountRow, 'movement' | 'id' | 'createdAt'>

const stated = (ctx: Ctx, input: AddAccount, before: AccountRow | undefined): Stated => {
  const currency = currencyOf(ctx, input)
  const today = todayOf(ctx)
  return {
    name: before?.name ?? accountName(input.name),
    nameKey: accountKey(input.name),
    kind: input.kind ?? before?.kind ?? kindOf(input.name),
    currency,
    balance: readBalance(input.balance, currency),
    asOf: input.asOf ? readEntryDay(input.asOf, today, 'asOf') : today,
    statedAt: ctx.now,
    version: (before?.version ?? 0) + 1,
    updatedAt: ctx.now,
    deletedAt: null,
  }
}
const currencyOf = (ctx: Ctx, input: AddAccount): string =>
  input.currency ? readCurrency(input.currency) : ctx.user.currency

const addAccount = defineTool<AddAccount, SavedAccount>({
  name: 'finance_add_account',
  title: 'Add an account or state its balance',
  description:
    'Records a card, account, cash or loan with its balance on a day. The same name and currency again states the balance anew.',
  about: 'money',
  risk: 'write',
  confirm: 'never',
  input: addAccountInput,
  output: addAccountOutput,
  summary: async (ctx, input) => ({
    key: 'finance.ask_account',
    params: { name: accountName(input.name), balance: money(input.balance, currencyOf(ctx, input)) },
  }),
  run: async (ctx, input) => {
    const before = await findAccountByName(ctx.tx, ctx.user.id, accountKey(input.name), currencyOf(ctx, input))
    const row = stated(ctx, input, before)
    const id = before?.id ?? newId()
    if (!before) await insertAccount(ctx.tx, ctx.user.id, { ...row, id, createdAt: ctx.now })
    else if (!(await restateAccount(ctx.tx, ctx.user.id, before.version, { ...row, id }))) throw changedSince()
    const saved = await findAccount(ctx.tx, ctx.user.id, id, todayOf(ctx))
    const show = (instant: Date): string => toRfc3339(instant, ctx.user.timeZone)
    return {
      ...showAccount(theOne(saved ? [saved] : []), ctx.user.timeZone),
      previous: before
        ? {
            name: before.name,
            kind: before.kind,
            balance: before.balance,
            asOf: before.asOf,
            statedAt: show(before.statedAt),
            updatedAt: show(before.updatedAt),
          }
        : null,
    }
  },
  say: (output) => tellSavedAccount(output),
  undo: async (ctx, { id, version, previous }) => {
    const done = previous
      ? await restateAccount(ctx.tx, ctx.user.id, version, {
          ...previous,
          id,
          version: version - 1,
          statedAt: new Date(previous.statedAt),
          updatedAt: new Date(previous.updatedAt),
        })
      : await removeAccount(ctx.tx, ctx.user.id, id, version)
    if (!done) throw changedSince()
  },
})

const listAll = defineTool<ListAccounts, ListedAccounts>({
  name: 'finance_list_accounts',
  title: 'List accounts and balances',
  description: 'Lists cards, accounts, cash and loans with their balances and the total of each currency.',
  about: 'money',
  risk: 'read',
  input: listAccountsInput,
  output: listAccountsOutput,
  summary: async () => ({ key: 'finance.ask_accounts' }),
  run: async (ctx, input) => {
    const rows = (await listAccounts(ctx.tx, ctx.user.id, todayOf(ctx))).map((row) =>
      showAccount(row, ctx.user.timeZone),
    )
    const held = rows.map(({ currentBalance, currency }) => ({ amount: currentBalance, currency }))
    return { ...pageOf(rows, input), totals: totalsOf(held, ctx.user.currency) }
  },
  say: (output) => tellAccounts(output.items, output.totals),
})

const open = async (ctx: Ctx, id: string): Promise<AccountRow> => {
  const row = await findAccount(ctx.tx, ctx.user.id, id, todayOf(ctx))
  if (!row) throw new AppError('not_found', 'finance.account_not_found')
  return row
}

/** Writes an account anew and shows it beside what it was. */
const rewritten = async (ctx: Ctx, before: AccountRow, next: AccountRow): Promise<ChangedAccount> => {
  if (!(await rewriteAccount(ctx.tx, ctx.user.id, before.version, next))) throw changedSince()
  const { timeZone } = ctx.user
  return { ...showAccount(next, timeZone), previous: showAccount(before, timeZone) }
}

const putBack = async (ctx: Ctx, { id, version, previous }: ChangedAccount): Promise<void> => {
  if (version === previous.version) return
  const { name, kind } = previous
  const updatedAt = new Date(previous.updatedAt)
  const row = { id, name, nameKey: accountKey(name), kind, version: previous.version, updatedAt, deletedAt: null }
  if (!(await rewriteAccount(ctx.tx, ctx.user.id, version, row))) throw changedSince()
}

const updateAccount = defineTool<UpdateAccount, ChangedAccount>({
  name: 'finance_update_account',
  title: 'Rename an account',
  description:
    'Gives a card, account, cash or loan another name or kind. To state its balance anew use finance_add_account.',
  about: 'money',
  risk: 'write',
  confirm: 'never',
  input: updateAccountInput,
  output: changedAccountOutput,
  summary: async (ctx, { id }) => ({ key: 'finance.ask_rename', params: { name: (await open(ctx, id)).name } }),
  run: async (ctx, { id, name, kind }) => {
    const row = await open(ctx, id)
    if (name === undefined && kind === undefined) throw invalid('finance.nothing_to_change', 'name')
    const nameKey = name === undefined ? row.nameKey : accountKey(name)
    const same = await findAccountByName(ctx.tx, ctx.user.id, nameKey, row.currency)
    if (same && same.id !== id) throw new AppError('conflict', 'finance.account_exists', { name: same.name })
    const renamed = name === undefined ? row.name : accountName(name)
    if (renamed === row.name && (kind ?? row.kind) === row.kind) {
      const shown = showAccount(row, ctx.user.timeZone)
      return { ...shown, previous: shown }
    }
    const next = {
      ...row,
      name: renamed,
      nameKey,
      kind: kind ?? row.kind,
      version: row.version + 1,
      updatedAt: ctx.now,
    }
    return rewritten(ctx, row, next)
  },
  say: ({ name, previous }) => ({ key: 'finance.account_renamed', params: { name, before: previous.name } }),
  undo: putBack,
})

const closeAccount = defineTool<ById, ChangedAccount>({
  name: 'finance_close_account',
  title: 'Close an account',
  description: 'Takes a card or account off the list; its entries stay. Asks first; can be undone.',
  about: 'money',
  risk: 'write',
  confirm: 'always',
  input: byIdInput,
  output: changedAccountOutput,
  summary: async (ctx, { id }) => {
    const { name, balance, movement, currency } = await open(ctx, id)
    return { key: 'finance.ask_close', params: { name, balance: money(balance + movement, currency) } }
  },
  run: async (ctx, { id }) => {
    const row = await open(ctx, id)
    return rewritten(ctx, row, { ...row, version: row.version + 1, updatedAt: ctx.now, deletedAt: ctx.now })
  },
  say: ({ name }) => ({ key: 'finance.account_closed', params: { name } }),
  undo: putBack,
})

export const accountTools: Tool[] = [addAccount, updateAccount, closeAccount, listAll]
