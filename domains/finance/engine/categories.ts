import type { Lang } from '../../../core/user.ts'
import lexicon from '../knowledge/categories.json' with { type: 'json' }
import { comparable, isEmptyWord, keyOf, stemOf, stemsOf, tokensOf } from './words.ts'

/** A category as it is kept: what the person reads and what groups rows together. */
export interface Category {
  label: string
  key: string
}
export type CategorySource = 'said' | 'rule' | 'lexicon'
/** A person's own rule: rows whose payee or note has all these stems belong to the category. */
export interface CategoryRule {
  matchWords: string[]
  category: string
  categoryKey: string
}

/** The key of a budget over all spending. */
export const EVERYTHING = '*'
/** The key under which rows without a category are shown. */
export const UNCATEGORISED = 'uncategorised'

type Part = { stem: string } | { prefix: string }
interface Entry {
  kind: 'name' | 'word' | 'merchant'
  key: string
  text: string
  parts: Part[]
}
interface Found {
  entry: Entry
  position: number
}

const partsOf = (form: string): Part[] =>
  form.split(' ').flatMap((word): Part[] => {
    const [token, ...more] = tokensOf(word)
    if (token === undefined) return []
    if (word.endsWith('*')) return [{ prefix: token }]
    return [token, ...more].map((each) => ({ stem: stemOf(each) }))
  })

const entries: Entry[] = lexicon.categories.flatMap(({ key, labels, names, words, merchants }) => [
  ...[...new Set([labels.ru, labels.en, ...names])].map(
    (text): Entry => ({ kind: 'name', key, text, parts: partsOf(text) }),
  ),
  ...words.map((text): Entry => ({ kind: 'word', key, text, parts: partsOf(text) })),
  ...merchants.flatMap(({ name, forms }) =>
    [name, ...forms].map((form): Entry => ({ kind: 'merchant', key, text: name, parts: partsOf(form) })),
  ),
])
const labelsByKey = new Map(lexicon.categories.map(({ key, labels }) => [key, labels]))
const exactNames = new Map(
  entries.flatMap((entry) => (entry.kind === 'name' ? [[comparable(entry.text), entry] as const] : [])).reverse(),
)
const prefixed = entries.filter(({ parts }) => parts[0] && 'prefix' in parts[0])
const byStem = Map.groupBy(
  entries.filter(({ parts }) => parts[0] && 'stem' in parts[0]),
  ({ parts }) => (parts[0] && 'stem' in parts[0] ? parts[0].stem : ''),
)

const ORDER = { name: 0, merchant: 1, word: 2 }
const fits = (part: Part, token: string, stem: string): boolean =>
  'stem' in part ? part.stem === stem : token.startsWith(part.prefix)

/** What the text names in the lexicon: the longest phrase, then a name before a merchant before a word, then the first. */
const find = (text: string, kinds: readonly Entry['kind'][]): Found | undefined => {
  const tokens = tokensOf(text).slice(0, 60)
  const stems = tokens.map(stemOf)
  let best: Found | undefined
  for (const [position, stem] of stems.entries()) {
    for (const entry of [...(byStem.get(stem) ?? []), ...prefixed]) {
      if (!kinds.includes(entry.kind)) continue
      const here = entry.parts.every((part, i) => {
        const token = tokens[position + i]
        return token !== undefined && fits(part, token, stems[position + i] ?? '')
      })
      if (here && (best === undefined || rank(entry, best.entry) < 0)) best = { entry, position }
    }
  }
  return best
}
const rank = (a: Entry, b: Entry): number => b.parts.length - a.parts.length || ORDER[a.kind] - ORDER[b.kind]

/** The usual name of a known category in this language; undefined for a category of the person's own. */
export const canonicalLabel = (key: string, lang: Lang): string | undefined => labelsByKey.get(key)?.[lang]

const EVERYTHING_NAMES = new Set(
  (
    'все,всё,общий,все траты,все расходы,траты,расходы,общие расходы,общие траты,на все,на всё,всего,вообще,' +
    'everything,all,total,overall,all spending,spending,expenses,all expenses,total spending'
  )
    .split(',')
    .map(comparable),
)

/** Whether the words mean spending as a whole: "лимит на всё", "total budget". */
export const isEverything = (text: string): boolean => EVERYTHING_NAMES.has(comparable(text).trim())

/** What spending and earning are called; a row says that itself, so they name no category. */
const ACTS = new Set(
  (
    'потратил потратила потратили потратить потрачено заплатил заплатила заплатили заплатить оплатил оплатила оплатили оплатить ' +
    'купил купила купили купить ушло ушел ушла отдал отдала отдали оставил оставила оставили выложил выложила спустил спустила просадил просадила отвалил отвалила отстегнул отстегнула внес внесла взял взяла брал брала получил получила получили пришло пришла пришел ' +
    'расход расходы трата траты доход запиши записать spent spend spending paid pay bought buy got received cost costs dropped left blew forked expense income'
  ).split(' '),
)

/** Whether the words only say that money was spent or came: "потратил", "paid for". */
export const isActOnly = (text: string): boolean => {
  const words = tokensOf(text)
  return words.some((word) => ACTS.has(word)) && words.every((word) => ACTS.has(word) || isEmptyWord(word))
}

/** A payee as it is kept; a known merchant gets its usual name and the category most of its visits belong to. */
interface Payee {
  name: string
  key: string
  category: string | null
}
export const readPayee = (text: string): Payee => {
  const merchant = find(text, ['merchant'])
  if (!merchant) return { name: text.trim(), key: keyOf(text), category: null }
  const { text: name, parts, key } = merchant.entry
  const whole = stemsOf(text).length <= parts.length
  return { name: whole ? name : text.trim(), key: keyOf(name), category: key }
}

interface ReadCategory extends Category {
  /** The merchant that was named instead of a category: "1200 пятёрочка". */
  merchant: string | null
  /** True when the words say more than the category that they became. */
  saysMore: boolean
}

/**
 * The category meant by a person's words. A category name in its base form stays as given, inflected words become the base
 * form, words the lexicon only knows as a sign become the usual label, and unknown words stay as said.
 */
export const readCategory = (text: string, lang: Lang): ReadCategory => {
  const said = text.trim()
  const exact = exactNames.get(comparable(said))
  if (exact) return { label: said.toLowerCase(), key: exact.key, merchant: null, saysMore: false }
  const found = find(said, ['name', 'word', 'merchant'])
  if (!found) return { label: said, key: keyOf(said), merchant: null, saysMore: false }
  const { kind, key, text: name, parts } = found.entry
  const labels = labelsByKey.get(key)
  const canonical = labels?.[lang] ?? said
  const isLabel = name === labels?.ru || name === labels?.en
  const more = stemsOf(said).length > parts.length
  return {
    label: kind === 'name' && !isLabel ? name : canonical,
    key,
    merchant: kind === 'merchant' ? name : null,
    saysMore: more,
  }
}

/** The category of a row whose person named none: their own rules first (the most exact one), then payee, then note. */
export const deriveCategory = (
  row: { payee: string | null; note: string | null },
  rules: readonly CategoryRule[],
  lang: Lang,
): (Category & { source: CategorySource }) | null => {
  const words = new Set(stemsOf(row.payee, row.note))
  let own: CategoryRule | undefined
  for (const rule of rules) {
    if (!rule.matchWords.every((word) => words.has(word))) continue
    if (!own || rule.matchWords.length > own.matchWords.length) own = rule
  }
  if (own) return { label: own.category, key: own.categoryKey, source: 'rule' }
  for (const text of [row.payee, row.note]) {
    const found = text ? find(text, ['name', 'word', 'merchant']) : undefined
    const label = found && canonicalLabel(found.entry.key, lang)
    if (found && label) return { label, key: found.entry.key, source: 'lexicon' }
  }
  return null
}

/** What a filter means: a known category, a merchant, or words to be compared as a category of the person's own. */
export const readFilter = (text: string, lang: Lang): { categoryKey: string } | { payeeKey: string } => {
  const read = readCategory(text, lang)
  return read.merchant === null ? { categoryKey: read.key } : { payeeKey: keyOf(read.merchant) }
}
