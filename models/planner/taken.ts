import type { Lang } from '../../core/user.ts'
import { intentFor } from './certain.ts'
import { type Clause, clauseOf, mentionsOf } from './clause.ts'
import { partsOf } from './clauses.ts'
import { asRecord, type Done, type Turn } from './conversation.ts'
import { OPS } from './cues.ts'
import { isLookup } from './reference.ts'
import { fill } from './slots/fill.ts'
import type { Args, Draft, Question, Understanding } from './types.ts'
import type { Deps } from './understand.ts'
import { plainOf, words } from './words.ts'

// What is taken, eaten and aimed at is asked about in one breath, whatever commas it has; what a check asks back is
// answered in few words; and facts of the person said in passing are offered to their safety profile.

const WHOLE = /^nutrition_/u
const CHECK = 'nutrition_check_stack'
const ELSEWHERE = (['remind', 'add', 'move', 'remove', 'change', 'complete', 'spend', 'remember'] as const).map(
  (op) => OPS[op],
)
const MEAL = words(
  'съел\\p{L}*|поел\\p{L}*|ел[аи]?|обед\\p{L}*|завтрак\\p{L}*|ужин\\p{L}*|перекус\\p{L}*|ккал|калор\\p{L}*|белк\\p{L}*|белок|меню|добавк\\p{L}*|витамин\\p{L}*|для \\p{L}+',
  'ate|eaten|had|lunch|breakfast|dinner|snack|k?cals?|calories|protein|menu|supplements?|vitamins?|for \\p{L}+',
)
const SUPPLEMENT = 'nutrition_log_supplement'

/** "можно магний 400 и цинк 50, если я пью эутирокс?": one request. */
export const aboutTaken = (deps: Deps, text: string, lang: Lang): Understanding | undefined => {
  // Most messages name nothing of the kind: they are not read twice.
  if (!deps.toolbox.has(CHECK) || !(MEAL.test(plainOf(text)) || (deps.namesIn?.(text).length ?? 0) > 0))
    return undefined
  const whole = clauseOf(text, lang, deps.context)
  const intent = intentFor(deps, whole)
  if (intent.kind !== 'tool' || !WHOLE.test(intent.tool)) return undefined
  const parts = partsOf(whole, deps.context)
  if (parts.length > 1 && parts.slice(1).some(({ clause }) => ELSEWHERE.some((op) => op.test(clause.plain))))
    return undefined
  const tool = deps.toolbox.get(intent.tool)
  if (!tool) return undefined
  if (intent.tool === SUPPLEMENT) return several(deps, whole, lang)
  const draft = fill(tool, whole, deps)
  if ([...tool.required].some((field) => draft.args[field] === undefined)) return undefined
  const offered = intent.tool === CHECK ? factIn(deps, whole, draft) : undefined
  return { lang, how: 'rule', drafts: [draft], ...(offered ? { question: offered } : {}) }
}

/** "выпил магний 400 и омегу 2 капсулы": each is an entry of its own, at the same hour. */
const several = (deps: Deps, whole: Clause, lang: Lang): Understanding | undefined => {
  const tool = deps.toolbox.get(SUPPLEMENT)
  const stack = deps.toolbox.get(CHECK)
  if (!tool || !stack) return undefined
  const draft = fill(tool, whole, deps)
  const known = new Set(
    (deps.namesIn?.(whole.text) ?? [])
      .filter(({ kind }) => kind === 'item')
      .map(({ start, end }) => whole.text.slice(start, end)),
  )
  const { items } = fill(stack, whole, deps).args
  const things = (Array.isArray(items) ? items.map(asRecord) : []).filter(({ name }) =>
    [...known].some((own) => String(name).includes(own)),
  )
  if (things.length < 2) return draft.args['name'] === undefined ? undefined : { lang, how: 'rule', drafts: [draft] }
  const at = draft.args['at'] === undefined ? {} : { at: draft.args['at'] }
  const drafts = things.map(({ name, amount, unit }): Draft => {
    const said = { ...(amount === undefined ? {} : { amount }), ...(unit === undefined ? {} : { unit }) }
    return { tool: tool.name, args: { name, ...said, ...at } }
  })
  return { lang, how: 'rule', drafts }
}

const TAKES =
  /(?<!\p{L})(?:я (?:сейчас |уже |ещё |постоянно )?(?:пью|принимаю|на)|пью|принимаю|сижу на|мне (?:назначили|прописали|выписали)|i (?:take|use)|i(?:['’]m| am) (?:on|taking)|been (?:on|taking)|prescribed)(?:\s+\p{L}+){0,1}\s*$/iu
const OWN_ILLNESS = /(?<!\p{L})(?:у меня|я|i have|i(?:['’]ve| have) got|i(?:['’]m| am)|my)(?:\s+\p{L}+){0,2}\s*$/iu

const offer = (tool: string, name: string): Question => ({
  kind: 'intent',
  options: [{ tool, args: { name } }],
  message: { key: 'models.offer_fact', params: { name } },
  offer: name,
})

/** A medicine, illness or allergy of the person themselves that was said in passing; somebody else's is not theirs to keep. */
const factIn = (deps: Deps, { text }: Clause, { args }: Draft): Question | undefined => {
  const subject = args['subject'] === undefined ? { self: true } : asRecord(args['subject'])
  if (subject['self'] !== true) return undefined
  const names = deps.namesIn?.(text) ?? []
  const said = ({ start, end }: { start: number; end: number }): string => text.slice(start, end)
  const medicine = names.find(({ kind, start }) => kind === 'medicine' && TAKES.test(text.slice(0, start)))
  if (medicine && deps.toolbox.has('health_add_medication')) return offer('health_add_medication', said(medicine))
  const allergies = args['allergies']
  if (Array.isArray(allergies) && typeof allergies[0] === 'string' && deps.toolbox.has('health_add_allergy'))
    return offer('health_add_allergy', allergies[0])
  const illness = names.find(({ kind, start }) => kind === 'condition' && OWN_ILLNESS.test(text.slice(0, start)))
  const conditions = args['conditions']
  const isListed = illness && Array.isArray(conditions) && conditions.includes(said(illness))
  return isListed && deps.toolbox.has('health_add_condition') ? offer('health_add_condition', said(illness)) : undefined
}

const lastAsked = (turns: readonly Turn[]): Done | undefined => {
  const last = turns.at(-1)?.calls.findLast(({ id, result }) => !isLookup(id) && result?.status === 'ok')
  return last && /^nutrition_(?:check_stack|propose_dose|select_supplements)$/u.test(last.name) ? last : undefined
}

const YES = /^(?:да|ага|угу|yes|yep|yeah|i am|i do)(?!\p{L})/iu
const NO = /^(?:нет|не|неа|no|nope|not|i['’]m not|i don['’]t)(?!\p{L})/iu
/** What "да" and "нет" say of each fact that is asked about. */
const STATES: Readonly<Record<string, string>> = {
  pregnancy: 'pregnant',
  breastfeeding: 'breastfeeding',
  smoking: 'smoker',
}
const SEXES: readonly (readonly ['male' | 'female', RegExp])[] = [
  ['female', words('женщина|женский|женского|жен|ж|девушка', 'female|woman|f')],
  ['male', words('мужчина|мужской|мужского|муж|м|парень', 'male|man|m')],
]

/** The fact that the last check asked for, if it did. */
const factAsked = ({ result }: Done): string | undefined => {
  const output = asRecord(result?.output)
  const check = output['check'] === undefined ? output : asRecord(output['check'])
  const missing = Array.isArray(output['missing']) ? output['missing'] : []
  const questions = Array.isArray(check['questions']) ? check['questions'].map(asRecord) : []
  const excluded = Array.isArray(output['excluded']) ? output['excluded'].map(asRecord) : []
  const others = excluded.flatMap((one) => (Array.isArray(one['missing']) ? one['missing'] : []))
  const fact = missing[0] ?? questions[0]?.['fact'] ?? others[0]
  return typeof fact === 'string' ? fact : undefined
}

const SALT = words('сол[ьия]|самой соли|цитрат\\p{L}*|вещества', 'salt|compound')
const ELEMENT = words(
  'минерал\\p{L}*|элемент\\p{L}*|чист\\p{L}+|магни\\p{L}|цинк\\p{L}*|желез\\p{L}+|кальци\\p{L}',
  'mineral|element\\p{L}*|pure',
)
const merged = (own: unknown, more: Args): Args => ({ self: true, ...asRecord(own), ...more })
const listed = (args: Args, field: string, more: readonly unknown[]): Args => {
  const own = args[field]
  return { ...args, [field]: [...(Array.isArray(own) ? own : []), ...more] }
}

/** The same question with what was just answered: "нет", "мне 34", "400 мг", "сертралин". */
export const answeredTaken = (
  deps: Deps,
  turns: readonly Turn[],
  text: string,
  lang: Lang,
): Understanding | undefined => {
  const last = lastAsked(turns)
  const check = deps.toolbox.get(CHECK)
  if (!last || !check) return undefined
  const clause = clauseOf(text, lang, deps.context)
  const again = (args: Args): Understanding => ({ lang, how: 'context', drafts: [{ tool: last.name, args }] })
  const why = WHY.test(clause.plain) ? ruleOf(last) : undefined
  if (why !== undefined)
    return { lang, how: 'context', drafts: [{ tool: 'nutrition_explain_rule', args: { ruleId: why } }] }
  const asked = turns.at(-1)?.answer.trimEnd().endsWith('?') ? factAsked(last) : undefined
  const meant = YES.test(clause.plain) ? typoMeant(last) : undefined
  if (meant) return again(meant)
  const said = fill(check, clause, deps).args
  const items = Array.isArray(said['items']) ? said['items'].map(asRecord) : []
  const opened = OPENING.test(text)
  const brief = (clause.plain.match(/\p{L}+/gu)?.length ?? 0) <= MOST_WORDS
  // "а протеина сколько?", "а мне можно …?": a question of its own.
  const isNew = FRAME.test(clause.plain) || (last.name !== CHECK && namesTaken(deps, text))
  if (!brief || isNew || ELSEWHERE.some((op) => op.test(clause.plain))) return undefined
  if (asked !== undefined) {
    const told = factTold(asked, clause, said, last.args)
    if (told) return again(told)
  }
  if (!opened || last.name !== CHECK) return undefined
  if (items.length > 0) return again(WITH.test(text) ? withItems(last.args, items) : insteadOf(deps, last.args, items))
  const figure = mentionsOf(clause, 'measure', 'number')[0]
  const changed = figure && withAmount(last.args, clause, figure)
  return changed ? again(changed) : undefined
}
const MOST_WORDS = 7
const FRAME = words('можно|нельзя|сколько|мне можно|стоит ли|опасно ли', 'can i|may i|how much|is it|should i|what')
const WITH = /^(?:а|и|and|what about|how about|what if|а если|если)\s+(?:вместе\s+)?(?:с|со|with|together)(?!\p{L})/iu
const OPENING = /^(?:а|и|а если|а что если|если|and|what about|how about|what if|and if)(?!\p{L})/iu
const WHY =
  /^(?:а\s+)?(?:почему|отчего|откуда (?:это|такое)|на чём это основано|why|how come|says who)(?: (?:так|нельзя|это|not|is that|so))*[\s?.!]*$/u
const ruleOf = ({ result }: Done): string | undefined => {
  const output = asRecord(result?.output)
  const check = output['check'] === undefined ? output : asRecord(output['check'])
  const [first] = Array.isArray(check['findings']) ? check['findings'].map(asRecord) : []
  return typeof first?.['ruleId'] === 'string' ? first['ruleId'] : undefined
}

/** "вы имели в виду …?": yes, that one. */
const typoMeant = ({ args, result }: Done): Args | undefined => {
  const unknowns = asRecord(result?.output)['unknowns']
  const guess = (Array.isArray(unknowns) ? unknowns.map(asRecord) : []).find(
    ({ near }) => Array.isArray(near) && near.length > 0,
  )
  const [near] = guess && Array.isArray(guess['near']) ? guess['near'].map(asRecord) : []
  const items = Array.isArray(args['items']) ? args['items'].map(asRecord) : []
  if (!near || !items.some(({ name }) => name === guess?.['text'])) return undefined
  return {
    ...args,
    items: items.map((item) => (item['name'] === guess?.['text'] ? { ...item, name: near['name'] } : item)),
  }
}

const namesTaken = (deps: Deps, text: string): boolean =>
  (deps.namesIn?.(text) ?? []).some(({ kind }) => kind === 'item' || kind === 'medicine')

/** "а цинк?": asked of what is taken in its place; medicines stay, and so does a thing whose amount alone is new. */
const insteadOf = (deps: Deps, args: Args, items: readonly Args[]): Args => {
  const own = Array.isArray(args['items']) ? args['items'].map(asRecord) : []
  const isMedicine = (name: unknown): boolean =>
    (deps.namesIn?.(String(name)) ?? []).some(({ kind }) => kind === 'medicine')
  return withItems({ ...args, items: own.filter(({ name }) => isMedicine(name)) }, items)
}

/** Things named again take their new amounts, others are added. */
const withItems = (args: Args, items: readonly Args[]): Args => {
  const own = Array.isArray(args['items']) ? args['items'].map(asRecord) : []
  const named = new Set(items.map(({ name }) => String(name).toLowerCase()))
  return { ...args, items: [...own.filter(({ name }) => !named.has(String(name).toLowerCase())), ...items] }
}
const withAmount = (
  args: Args,
  { text }: Clause,
  figure: { value: number; end: number; unit?: string },
): Args | undefined => {
  const items = Array.isArray(args['items']) ? args['items'].map(asRecord) : []
  const open = items.filter(({ amount }) => amount === undefined)
  const target = open.length === 1 ? open[0] : items.length === 1 ? items[0] : undefined
  if (!target) return undefined
  const unit = /[\p{L}µμ]+$/u.exec(figure.unit ?? '')?.[0] ?? /^\s*([\p{L}µμ]+)/u.exec(text.slice(figure.end))?.[1]
  const changed = { ...target, amount: figure.value, ...(unit === undefined ? {} : { unit }) }
  return { ...args, items: items.map((item) => (item === target ? changed : item)) }
}

const factTold = (fact: string, clause: Clause, said: Args, args: Args): Args | undefined => {
  const facts = asRecord(said['subject'])
  const { self: _, ...told } = facts
  const state = STATES[fact]
  const answer = (more: Args): Args => ({ ...args, subject: merged(args['subject'], more) })
  if (state !== undefined && told[state] === undefined && Object.keys(told).length === 0) {
    if (YES.test(clause.plain)) return answer({ [state]: true })
    if (NO.test(clause.plain)) return answer({ [state]: false })
  }
  const sex = SEXES.find(([, word]) => word.test(clause.plain))?.[0]
  if ((fact === 'sex' || fact === 'pregnancy') && sex && Object.keys(told).length === 0) return answer({ sex })
  const [number] = mentionsOf(clause, 'number', 'measure')
  if (fact === 'age' && number && told['age'] === undefined) return answer({ ...told, age: number.value })
  if (fact === 'weight' && number && told['weightKg'] === undefined) return answer({ ...told, weightKg: number.value })
  if (fact === 'kidney' && number) return answer({ egfr: number.value })
  if (fact === 'amount') {
    const items = Array.isArray(said['items']) ? said['items'].map(asRecord) : []
    if (items.length > 0) return withItems(args, items)
    return number ? withAmount(args, clause, number) : undefined
  }
  if (fact === 'salt') {
    const as = SALT.test(clause.plain) ? 'salt' : ELEMENT.test(clause.plain) ? 'element' : undefined
    const items = Array.isArray(args['items']) ? args['items'].map(asRecord) : []
    return as && { ...args, items: items.map((item) => ({ ...item, as })) }
  }
  if (fact === 'medicine') {
    const items = Array.isArray(said['items']) ? said['items'].map(asRecord) : []
    return items.length > 0
      ? listed(
          args,
          'medications',
          items.map(({ name }) => name),
        )
      : undefined
  }
  if (fact === 'condition' && Array.isArray(said['conditions'])) return listed(args, 'conditions', said['conditions'])
  return Object.keys(told).length > 0 ? answer(told) : undefined
}
