import type { Clause } from './clause.ts'
import { cuesOf } from './cues.ts'
import { missingSlot } from './missing.ts'
import { fill } from './slots/fill.ts'
import { domainOf, type Toolbox } from './tool-schema.ts'
import type { Draft } from './types.ts'
import type { Deps } from './understand.ts'
import { words } from './words.ts'

/** What is wished of a row, whatever kind it is of. */
export type Wish = 'change' | 'remove' | 'complete'

const WISHES: Readonly<Record<Wish, RegExp>> = {
  change: /_(?:update|correct)_/,
  remove: /_(?:delete|cancel)_|^memory_forget$/,
  complete: /_complete_/,
}

export const wishOf = (tool: string): Wish | undefined =>
  (Object.keys(WISHES) as Wish[]).find((wish) => WISHES[wish].test(tool))

/** The tool that does this to rows of a domain. */
export const toolFor = (toolbox: Toolbox, domain: string, wish: Wish): string | undefined =>
  toolbox.names.find((name) => domainOf(name) === domain && WISHES[wish].test(name) && toolbox.needsRow(name))

/** Where a row named by words alone is looked for, plans first. */
const SEARCHED: Readonly<Record<Wish, readonly string[]>> = {
  change: ['calendar', 'tasks', 'reminders'],
  remove: ['calendar', 'tasks', 'reminders', 'finance', 'account'],
  complete: ['tasks'],
}

/** What is called a meeting or a call may be kept as any plan, but is no sum and no note. */
const PLANNED = ['calendar', 'tasks', 'reminders']

/** Nouns that say which kind of row is meant; "запись" and "встреча" do not: both are names of rows too. */
const KINDS = words(
  'задач\\p{L}*|таск\\p{L}*|туду|тудушк\\p{L}*|напоминани\\p{L}*|напоминалк\\p{L}*|заметк\\p{L}*|событи\\p{L}*|календар\\p{L}*|трат[аыуе]?|расход\\p{L}*|операци\\p{L}*|транзакци\\p{L}*|покупк[аиу]|аккаунт\\p{L}*|памят\\p{L}*',
  'tasks?|to-?dos?|reminders?|notes?|events?|calendar|expenses?|transactions?|purchases?|account|memory',
)
export const namesKind = (clause: Clause): boolean => KINDS.test(clause.plain)

/** "перенеси налоги": the row may be of any kind that can be moved; the draft gets the same request for the others. */
export const withOthers = (deps: Deps, draft: Draft, clause: Clause): Draft => {
  const wish = wishOf(draft.tool)
  const { ref } = draft
  if (!wish || !ref || ref.words.startsWith('@') || namesKind(clause)) return draft
  const domain = domainOf(draft.tool)
  // A bill may be meant by the words of a task or an event as well: "перенеси налоги на понедельник".
  const moved = draft.tool.endsWith('_bill') || cuesOf(clause).ops.has('move')
  if (!SEARCHED[wish].includes(domain) && !moved) return draft
  const planned = cuesOf(clause).nouns.has('event')
  const others = SEARCHED[wish]
    .filter((other) => other !== domain && (!planned || PLANNED.includes(other)))
    .flatMap((other): Draft[] => {
      const tool = deps.toolbox.get(toolFor(deps.toolbox, other, wish) ?? '')
      if (!tool) return []
      const same = fill(tool, clause, deps)
      const settled: Draft = {
        ...same,
        ref: { ...same.ref, words: ref.words, ...(ref.exactly ? { exactly: true } : {}) },
      }
      return missingSlot(settled, deps.toolbox) === undefined ? [settled] : []
    })
  return others.length > 0 ? { ...draft, others } : draft
}

/** A choice between kinds of rows for one wish is no question for the person: the rows answer it. */
export const sameWish = (tools: readonly string[]): boolean => {
  const [first, ...rest] = tools.map(wishOf)
  return first !== undefined && rest.every((wish) => wish === first)
}
