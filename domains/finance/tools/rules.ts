// What a person taught: which payees belong to which category.
import { newId } from '../../../core/ids.ts'
import { toRfc3339 } from '../../../core/time.ts'
import { langOf } from '../../../core/user.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { deriveCategory, readCategory, readPayee } from '../engine/categories.ts'
import { keyOf, stemsOf } from '../engine/words.ts'
import {
  changeRule,
  insertRule,
  listRules,
  lockDerivedRows,
  reclassify,
  removeRule,
  restoreCategories,
} from '../repository/rules.ts'
import { categoryRuleOutput, type SavedRule, type SetCategoryRule, setCategoryRuleInput } from '../schema.ts'
import { wordsOfCategory } from '../service.ts'
import { changedSince } from './moment.ts'

/** Keeps a rule and gives its category to earlier entries whose category nobody chose. */
export const learnRule = async (ctx: Ctx, input: SetCategoryRule): Promise<SavedRule> => {
  const lang = langOf(ctx.user.locale)
  const { label, key } = readCategory(input.category, lang)
  const match = readPayee(input.match).name
  const words = stemsOf(match)
  const matchWords = (words.length > 0 ? words : [keyOf(match)]).sort()
  const before = (await listRules(ctx.tx, ctx.user.id)).find(
    (rule) => rule.matchWords.join(' ') === matchWords.join(' '),
  )
  const rule = { id: before?.id ?? newId(), match, matchWords, category: label, categoryKey: key, updatedAt: ctx.now }
  const version = (before?.version ?? 0) + 1
  if (!before) await insertRule(ctx.tx, ctx.user.id, rule)
  else if (!(await changeRule(ctx.tx, ctx.user.id, before.version, { ...rule, version }))) throw changedSince()
  const rules = await listRules(ctx.tx, ctx.user.id)
  const rows = (await lockDerivedRows(ctx.tx, ctx.user.id, matchWords, label)).filter((row) => {
    const now = deriveCategory(row, rules, lang)
    return now?.key === key && now.label === label
  })
  const ids = rows.map((row) => row.id)
  const categoryWords = wordsOfCategory(label, key)
  await reclassify(ctx.tx, ctx.user.id, ids, { category: label, categoryKey: key, categoryWords, now: ctx.now })
  return {
    id: rule.id,
    match,
    category: label,
    categoryKey: key,
    active: true,
    version,
    changed: rows.length,
    transactionIds: ids,
    previous: before
      ? {
          category: before.category,
          categoryKey: before.categoryKey,
          updatedAt: toRfc3339(before.updatedAt, ctx.user.timeZone),
        }
      : null,
    previousRows: rows.map((row) => ({
      id: row.id,
      version: row.version + 1,
      category: row.category,
      categoryKey: row.categoryKey,
      categorySource: row.categorySource,
      updatedAt: toRfc3339(row.updatedAt, ctx.user.timeZone),
    })),
  }
}

/** Takes a rule back: entries get the category they had. Throws `conflict` when one was changed since. */
export const unlearnRule = async (ctx: Ctx, { id, version, previous, previousRows }: SavedRule): Promise<void> => {
  const done = previous
    ? await changeRule(ctx.tx, ctx.user.id, version, {
        ...previous,
        id,
        version: version - 1,
        updatedAt: new Date(previous.updatedAt),
      })
    : await removeRule(ctx.tx, ctx.user.id, id, version)
  const rows = previousRows.map((row) => ({
    ...row,
    categoryWords:
      row.category === null || row.categoryKey === null ? [] : wordsOfCategory(row.category, row.categoryKey),
  }))
  if (!done || (await restoreCategories(ctx.tx, ctx.user.id, rows)) !== rows.length) throw changedSince()
}

const setCategoryRule = defineTool<SetCategoryRule, SavedRule>({
  name: 'finance_set_category_rule',
  title: 'Always put a payee into a category',
  description:
    'Remembers that entries whose payee or note has these words belong to a category, for the future and for entries whose category the person did not choose.',
  about: 'money',
  risk: 'write',
  confirm: 'never',
  input: setCategoryRuleInput,
  output: categoryRuleOutput,
  summary: async (ctx, input) => ({
    key: 'finance.ask_rule',
    params: {
      match: readPayee(input.match).name,
      category: readCategory(input.category, langOf(ctx.user.locale)).label,
    },
  }),
  run: learnRule,
  say: ({ match, category, changed }) => ({ key: 'finance.rule_set', params: { match, category, count: changed } }),
  undo: unlearnRule,
})

export const ruleTools: Tool[] = [setCategoryRule]
