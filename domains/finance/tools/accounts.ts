// Where the person's money is, as they state it.
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
} from '../repository/accounts.ts'
import { theOne } from '../repository.ts'
import {
  type AddAccount,
  addAccountInput,
  addAccountOutput,
  type ListAccounts,
  type ListedAccounts,
  listAccountsInput,
  listAccountsOutput,
  type SavedAccount,
} from '../schema.ts'
import { readBalance, readCurrency, readEntryDay } from '../service.ts'
import { changedSince, todayOf } from './entries.ts'

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
    const saved = await findAccount(ctx.tx, ctx.user.id, id)
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
    const rows = (await listAccounts(ctx.tx, ctx.user.id)).map((row) => showAccount(row, ctx.user.timeZone))
    const held = rows.map(({ currentBalance, currency }) => ({ amount: currentBalance, currency }))
    return { ...pageOf(rows, input), totals: totalsOf(held, ctx.user.currency) }
  },
  say: (output) => tellAccounts(output.items, output.totals),
})

export const accountTools: Tool[] = [addAccount, listAll]
