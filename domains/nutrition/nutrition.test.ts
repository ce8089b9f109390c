// Tools of nutrition on a real database: they check, refuse, record, undo exactly, and another person sees nothing.
import { describe, expect, it } from 'vitest'
import { AppError } from '../../core/errors.ts'
import type { User } from '../../core/user.ts'
import { newUser, useDatabase } from '../../test/harness/database.ts'
import { messageFolders } from '../../test/harness/selection.ts'
import { type ToolRun, toolRunner } from '../../test/harness/tools.ts'
import { loadMessages } from '../../tools/catalog.ts'
import type { SafetyFact } from '../../tools/contract.ts'
import type { Provider } from '../../tools/registry.ts'
import { health } from '../health/index.ts'
import { nutrition } from './index.ts'
import { knowledge } from './knowledge/index.ts'
import type {
  CheckOutput,
  ExplainRuleOutput,
  GetDiaryOutput,
  LogMealOutput,
  LogSupplementOutput,
  ProposeDoseOutput,
  SelectOutput,
  SetTargetOutput,
} from './schema.ts'
import { say } from './words.ts'

const database = useDatabase()
/** Age, sex and weight as the profile would tell them. */
const bodies = new Map<string, { years?: number; sex?: string; kg?: number }>()
const profile: Provider = {
  id: 'profile',
  tools: [],
  uses: [],
  safety: async ({ user }) => {
    const { years, sex, kg } = bodies.get(user.id) ?? {}
    const source = { domain: 'account', id: user.id }
    const facts: SafetyFact[] = []
    if (years !== undefined) facts.push({ kind: 'age', name: String(years), source, details: { years } })
    if (sex !== undefined) facts.push({ kind: 'sex', name: sex, source })
    if (kg !== undefined) facts.push({ kind: 'weight', name: String(kg), source, details: { kg } })
    return facts
  },
}
const tools = toolRunner(database, nutrition, health, profile)
const person = (body: { years?: number; sex?: string; kg?: number } = {}, more: Partial<User> = {}): User => {
  const user = newUser({ consents: ['health'], ...more })
  bodies.set(user.id, body)
  return user
}
const MAN = { years: 30, sex: 'male', kg: 80 }
const WOMAN = { years: 30, sex: 'female', kg: 60 }

const checkStack = (user: User, items: object[], more: object = {}): Promise<ToolRun<CheckOutput>> =>
  tools.run(user, 'nutrition_check_stack', { items, ...more })
const refusal = async (run: Promise<unknown>): Promise<string> => {
  try {
    await run
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.key}`
    throw error
  }
  return 'allowed'
}
const held = (user: User): Promise<unknown[]> =>
  database.db.withUser(user.id, (tx) =>
    tx.query(`select to_jsonb(s) as row from nutrition.supplement s
      union all select to_jsonb(m) from nutrition.meal m
      union all select to_jsonb(t) from nutrition.target t order by 1`),
  )

describe('a check', () => {
  it('reads the person’s own profile', async () => {
    const user = person(MAN)
    await tools.run(user, 'health_add_medication', { name: 'варфарин' })
    const { output, said } = await checkStack(user, [{ name: 'зверобой' }])
    expect(output).toMatchObject({ verdict: 'contraindicated', considered: { medications: ['варфарин'] } })
    const [first] = output.findings
    expect(first).toMatchObject({ severity: 'contraindicated', object: ['warfarin'], objectNames: ['варфарин'] })
    expect(first?.sources[0]).toMatchObject({ organisation: expect.any(String), year: expect.any(Number) })
    expect(said).toMatch(/^Так принимать нельзя\.\nЗверобой \+ варфарин: /u)
    for (const sentence of output.mustMention) expect(said).toContain(sentence)
    expect(said).toContain('Назначенные лекарства сами не отменяйте')
    expect(said).toMatch(/Источники: .*\d{4}/u)
  })
  it('takes pregnancy, smoking and allergies from the profile too', async () => {
    const user = person(WOMAN)
    await tools.run(user, 'health_add_condition', { name: 'беременность' })
    await tools.run(user, 'health_add_allergy', { name: 'молоко' })
    const retinol = await checkStack(user, [{ name: 'витамин А', amount: 20_000, unit: 'МЕ' }])
    expect(retinol.output.verdict).toBe('contraindicated')
    const whey = await checkStack(user, [{ name: 'сывороточный протеин', amount: 30, unit: 'г' }])
    expect(whey.output.verdict).toBe('contraindicated')
  })
  it('of somebody else uses only what is said of them, and of the person all that is known', async () => {
    const user = person(MAN)
    await tools.run(user, 'health_add_medication', { name: 'варфарин' })
    const { output } = await checkStack(user, [{ name: 'зверобой' }], { subject: { age: 40, sex: 'male' } })
    expect(output.findings.filter(({ severity }) => severity === 'contraindicated')).toEqual([])
    expect(output.considered.medications).toEqual([])
    const more = await checkStack(user, [{ name: 'зверобой' }], { medications: ['sertraline'] })
    expect(more.output.considered.medications).toEqual(['варфарин', 'sertraline'])
    expect(more.output.findings.map(({ object }) => object.join())).toEqual(
      expect.arrayContaining(['warfarin', 'sertraline']),
    )
    const smoker = await checkStack(user, [{ name: 'зверобой' }], { subject: { self: true, smoker: true } })
    expect(smoker.output.considered.medications).toEqual(['варфарин'])
  })
  it('answers without the consent to health data, and then uses and keeps none', async () => {
    const user = person(MAN)
    await tools.run(user, 'health_add_medication', { name: 'варфарин' })
    const { output, said } = await checkStack({ ...user, consents: [] }, [{ name: 'зверобой' }])
    expect(output.considered).toEqual({ medications: [], conditions: [], allergies: [], profile: false })
    expect(said).toContain('не учтены')
    const kept = await database.db.withUser(user.id, (tx) =>
      tx.query<{ input: unknown; verdict: string }>('select input, verdict from nutrition.check_run'),
    )
    expect(kept).toEqual([{ input: null, verdict: output.verdict }])
  })
  it('adds up analytes over products and names both authorities', async () => {
    const { output, said } = await checkStack(person(MAN), [
      { name: 'витамин D', amount: 4000, unit: 'МЕ' },
      { name: 'Аквадетрим', amount: 2, unit: 'капли' },
    ])
    const total = output.totals.find(({ substance }) => substance === 'vitamin_d')
    expect(total).toMatchObject({ value: 125, unit: 'mcg', complete: true })
    expect(total?.from).toHaveLength(2)
    expect(said).toContain('125 мкг')
    expect(said).toContain('NASEM')
    expect(said).toContain('EFSA')
  })
  it('is never called safe: "ok" is no known problem in the base of a version', async () => {
    const { output, said } = await checkStack(person(MAN), [{ name: 'витамин D', amount: 1000, unit: 'МЕ' }])
    expect(output.verdict).toBe('ok')
    expect(said).toBe(`Известных проблем в нашей базе нет (версия ${knowledge().release}).`)
    const english = await checkStack(person(MAN, { locale: 'en-US' }), [{ name: 'vitamin D', amount: 25, unit: 'mcg' }])
    expect(english.said).toBe(`No known problem in our base (version ${knowledge().release}).`)
  })
  it('says what is unknown and asks one question', async () => {
    const { output, said } = await checkStack(person(MAN), [
      { name: 'зюзюлин', amount: 1, unit: 'таблетка' },
      { name: 'магний' },
    ])
    expect(output.verdict).toBe('unknown')
    expect(output.unknowns).toMatchObject([{ kind: 'item', text: 'зюзюлин' }])
    expect(said).toContain('Не нашёл в базе: «зюзюлин»')
    expect(said.match(/\?/gu)).toHaveLength(1)
  })
  it('gives the same findings for the same case in both languages', async () => {
    const ru = await checkStack(person(MAN), [{ name: 'железо', amount: 60, unit: 'мг' }], {
      medications: ['левотироксин'],
    })
    const en = await checkStack(person(MAN, { locale: 'en-US' }), [{ name: 'iron', amount: 60, unit: 'mg' }], {
      medications: ['levothyroxine'],
    })
    const shape = ({ output }: ToolRun<CheckOutput>) => [
      output.verdict,
      output.findings.map(({ ruleId, object, amount }) => [ruleId, object, amount]),
    ]
    expect(shape(en)).toEqual(shape(ru))
  })
  it('is kept with its input, its release and the rules that fired', async () => {
    const user = person(MAN)
    await tools.run(user, 'health_add_medication', { name: 'варфарин' })
    const { output } = await checkStack(user, [{ name: 'зверобой' }])
    const rows = await database.db.withUser(user.id, (tx) =>
      tx.query('select knowledge_release, verdict, rule_ids, input, fact_ids from nutrition.check_run where id = $1', [
        output.id,
      ]),
    )
    expect(rows).toMatchObject([
      {
        knowledge_release: knowledge().release,
        verdict: 'contraindicated',
        rule_ids: output.findings.map(({ ruleId }) => ruleId),
        input: { items: [{ name: 'зверобой' }], medications: ['варфарин'] },
      },
    ])
  })
  it.each([
    [{ name: 'магний', amount: -5, unit: 'мг' }, 'invalid nutrition.bad_negative'],
    [{ name: 'магний', amount: 3, unit: 'мешка' }, 'invalid nutrition.bad_unit'],
    [{ name: 'кофеин', amount: 5, unit: 'кг' }, 'invalid nutrition.bad_implausible'],
    [{ name: 'магний', amount: 400, unit: 'МЕ' }, 'invalid nutrition.bad_unit_misfit'],
    [{ name: 'магний', amount: 'три мешка' }, 'invalid tools.bad_input'],
    [{ name: '' }, 'invalid tools.bad_input'],
  ])('of %j is refused', async (item, expected) => {
    expect(await refusal(checkStack(person(MAN), [item]))).toBe(expected)
  })
})

describe('a dose', () => {
  const propose = (user: User, input: object): Promise<ToolRun<ProposeDoseOutput>> =>
    tools.run(user, 'nutrition_propose_dose', input)
  it('is proposed within levels and what was logged today', async () => {
    const user = person(MAN)
    const { output, said } = await propose(user, { substance: 'креатин', goal: 'для силы' })
    expect(output).toMatchObject({ substance: 'creatine', refusal: null, dose: { high: 5, unit: 'g', per: 'day' } })
    expect(said).toMatch(/^Креатин: 3–5 г в день\./u)
    const caffeine = await propose(user, {
      substance: 'caffeine',
      goal: 'endurance',
      items: [{ name: 'кофеин', amount: 400, unit: 'мг' }],
    })
    expect(caffeine.output).toMatchObject({ dose: null, refusal: 'nothing_left' })
    await tools.run(user, 'nutrition_log_supplement', { name: 'кофеин', amount: 400, unit: 'мг' })
    expect((await propose(user, { substance: 'кофеин', goal: 'бег' })).output.refusal).toBe('nothing_left')
  })
  it.each([
    [MAN, { goal: 'лечить депрессию' }, 'disease'],
    [{ ...MAN, years: 15 }, { goal: 'сила' }, 'minor'],
    [WOMAN, { goal: 'сила', conditions: ['беременность'] }, 'pregnant'],
    [{}, { goal: 'сила' }, 'needs_facts'],
    [MAN, { goal: 'сила', conditions: ['хроническая болезнь почек'] }, 'verdict'],
  ])('for %j %j is refused: %s', async (body, input, reason) => {
    const { output, said } = await propose(person(body), { substance: 'креатин', ...input })
    expect([output.dose, output.refusal]).toEqual([null, reason])
    expect(said.length).toBeGreaterThan(20)
  })
  it('of what nobody should take is not proposed, of what is unknown asked about', async () => {
    expect((await propose(person(MAN), { substance: 'йохимбин' })).output.refusal).toBe('not_proposed')
    expect(await refusal(propose(person(MAN), { substance: 'зюзюлин' }))).toBe('invalid nutrition.unknown_substance')
  })
})

describe('a choice of supplements', () => {
  it('is ranked by evidence and says what was left out and why', async () => {
    const { output, said } = await tools.run<SelectOutput>(person(MAN), 'nutrition_select_supplements', {
      goal: 'стать лучше',
      sport: 'бег',
      medications: ['варфарин'],
    })
    expect(output.goal).toBe('endurance')
    const tiers = output.chosen.map(({ dose }) => dose?.tier)
    expect(tiers).toEqual(tiers.toSorted())
    expect(said).toMatch(/^Для выносливости/u)
    expect(said).toMatch(/Источники: /u)
  })
  it('needs a goal of sport', async () => {
    const select = (goal: string) => refusal(tools.run(person(MAN), 'nutrition_select_supplements', { goal }))
    expect(await select('вылечить диабет')).toBe('refused nutrition.goal_disease')
    expect(await select('абракадабра')).toBe('invalid nutrition.ask_goal')
  })
})

describe('a rule', () => {
  const explain = (ruleId: string): Promise<ToolRun<ExplainRuleOutput>> =>
    tools.run(person(MAN), 'nutrition_explain_rule', { ruleId })
  it('is explained with its sources; so is a level', async () => {
    const [any] = knowledge().data.rules
    const rule = await explain(any?.id ?? '')
    expect(rule.output).toMatchObject({ ruleId: any?.id, kind: 'rule', severity: any?.severity })
    expect(rule.output.sources.length).toBeGreaterThan(0)
    const level = await explain('UL:magnesium')
    expect(level.output.limits.map(({ authority }) => authority)).toEqual(expect.arrayContaining(['nasem', 'efsa']))
    expect(level.said).toContain('350 мг')
    expect(await refusal(explain('R999'))).toBe('not_found nutrition.rule_not_found')
    expect(await refusal(explain('UL:nothing'))).toBe('not_found nutrition.rule_not_found')
  })
})

describe('the diary', () => {
  it('sums a day of meals, supplements and targets', async () => {
    const user = person(MAN)
    await tools.run(user, 'nutrition_set_target', { kcal: 2_200, protein: 120 })
    const meal = await tools.run<LogMealOutput>(user, 'nutrition_log_meal', {
      items: [
        { name: 'овсянка', grams: 250, kcal: 220.5, protein: 8 },
        { name: 'кофе', grams: 200 },
      ],
    })
    expect(meal.output.eaten.kcal).toEqual({ value: 220.5, complete: false })
    expect(meal.said).toContain('не меньше 220,5 ккал')
    await tools.run(user, 'nutrition_log_meal', { items: [{ name: 'борщ', kcal: 300 }] })
    await tools.run(user, 'nutrition_log_supplement', { name: 'магний', amount: 200, unit: 'мг' })
    await tools.run(user, 'nutrition_log_supplement', { name: 'магний', amount: 100, unit: 'мг' })
    const { output, said } = await tools.run<GetDiaryOutput>(user, 'nutrition_get_diary', {})
    expect(output.eaten.kcal.value).toBe(520.5)
    expect(output.target).toMatchObject({ kcal: 2_200, protein: 120, fat: null })
    const totals = Object.fromEntries(output.totals.map(({ substance, value }) => [substance, value]))
    expect(totals).toMatchObject({ magnesium: 300, caffeine: 90 })
    expect(output.findings.map(({ ruleId }) => ruleId)).toContain('UL:magnesium')
    expect(said).toContain('520,5 ккал')
    expect((await tools.run<GetDiaryOutput>(user, 'nutrition_get_diary', { date: '2026-03-17' })).said).toContain(
      'ничего нет',
    )
  })
  it('warns with the entry that makes a day too much', async () => {
    const user = person(MAN)
    const log = (): Promise<ToolRun<LogSupplementOutput>> =>
      tools.run(user, 'nutrition_log_supplement', { name: 'витамин D', amount: 4000, unit: 'МЕ' })
    expect((await log()).said).toBe('Записал, сегодня: витамин D, 4 000 МЕ.'.replace('4 000', '4\u00a0000'))
    expect((await log()).said).toContain('выходит 200 мкг в день')
  })
  it('records an unknown name and says that it cannot warn', async () => {
    const { output, said } = await tools.run<LogSupplementOutput>(person(MAN), 'nutrition_log_supplement', {
      name: 'зюзюлин',
      amount: 1,
      unit: 'капсула',
    })
    expect(output.recognised).toBe(false)
    expect(said).toContain('предупредить о нём не смогу')
  })
  it.each([
    ['nutrition_log_supplement', { name: 'кофеин', amount: 5_000, unit: 'г' }, 'invalid nutrition.bad_implausible'],
    ['nutrition_log_supplement', { name: 'магний', amount: 1, unit: 'мешок' }, 'invalid nutrition.bad_unit'],
    ['nutrition_log_supplement', { name: 'магний', at: '2027-01-01T00:00:00Z' }, 'invalid nutrition.in_future'],
    ['nutrition_log_meal', { items: [] }, 'invalid tools.bad_input'],
    ['nutrition_log_meal', { items: [{ name: 'суп', kcal: -1 }] }, 'invalid tools.bad_input'],
  ])('%s refuses %j', async (tool, input, expected) => {
    const user = person(MAN)
    expect(await refusal(tools.run(user, tool, input))).toBe(expected)
    expect(await held(user)).toEqual([])
  })
})

describe('a target', () => {
  const set = (user: User, input: object): Promise<ToolRun<SetTargetOutput>> =>
    tools.run(user, 'nutrition_set_target', input)
  it('replaces the one before and keeps what was not named', async () => {
    const user = person(WOMAN)
    await set(user, { kcal: 1_800 })
    const { output, said } = await set(user, { protein: 90 })
    expect(output).toMatchObject({ kcal: 1_800, protein: 90 })
    expect(said).toBe('Цель на день: 1\u00a0800 ккал, белки 90 г.')
  })
  it.each([
    [WOMAN, { kcal: 1_199 }, 'refused nutrition.target_floor'],
    [WOMAN, { kcal: 1_200 }, 'allowed'],
    [MAN, { kcal: 1_499 }, 'refused nutrition.target_floor'],
    [MAN, { kcal: 1_500 }, 'allowed'],
    [{}, { kcal: 1_300 }, 'refused nutrition.target_floor'],
    [MAN, { protein: 50, fat: 20, carbs: 50 }, 'refused nutrition.target_floor'],
    [{ ...MAN, years: 16 }, { kcal: 2_500 }, 'refused nutrition.target_minor'],
    [{ ...MAN, years: 16 }, { protein: 100 }, 'allowed'],
    [MAN, {}, 'invalid tools.bad_input'],
  ])('of %j: %j is %s', async (body, input, expected) => {
    const user = person(body)
    expect(await refusal(set(user, input))).toBe(expected)
    expect((await held(user)).length).toBe(expected === 'allowed' ? 1 : 0)
  })
  it('is refused in pregnancy and with an eating disorder', async () => {
    const pregnant = person(WOMAN)
    await tools.run(pregnant, 'health_add_condition', { name: 'беременна' })
    expect(await refusal(set(pregnant, { kcal: 2_000 }))).toBe('refused nutrition.target_pregnant')
    const ill = person(WOMAN)
    await tools.run(ill, 'health_add_condition', { name: 'анорексия' })
    expect(await refusal(set(ill, { kcal: 2_000 }))).toBe('refused nutrition.target_eating_disorder')
    expect(await refusal(set(ill, { fat: 10 }))).toBe('refused nutrition.target_eating_disorder')
  })
})

describe('undo', () => {
  it.each([
    ['nutrition_log_supplement', { name: 'магний', amount: 200, unit: 'мг' }],
    ['nutrition_log_meal', { items: [{ name: 'суп', grams: 300 }] }],
    ['nutrition_set_target', { kcal: 2_400 }],
  ])('of %s puts everything back, once', async (tool, input) => {
    const user = person(MAN)
    await tools.run(user, 'nutrition_set_target', { kcal: 2_000 })
    const before = await held(user)
    const run = await tools.run(user, tool, input)
    expect(await held(user)).not.toEqual(before)
    await tools.undo(user, run)
    expect(await held(user)).toEqual(before)
    expect(await refusal(tools.undo(user, run))).toBe('conflict nutrition.changed_since')
  })
})

it('another person neither sees nor touches anything', async () => {
  const [owner, stranger] = [person(MAN), person(MAN)]
  const run = await tools.run(owner, 'nutrition_log_supplement', { name: 'магний', amount: 200, unit: 'мг' })
  await checkStack(owner, [{ name: 'магний', amount: 200, unit: 'мг' }])
  const { output } = await tools.run<GetDiaryOutput>(stranger, 'nutrition_get_diary', {})
  expect([output.supplements, output.meals]).toEqual([[], []])
  expect(await refusal(tools.undo(stranger, run))).toBe('conflict nutrition.changed_since')
  const runs = await database.db.withUser(stranger.id, (tx) => tx.query('select id from nutrition.check_run'))
  expect(runs).toEqual([])
})

describe('messages', () => {
  const messages = loadMessages(messageFolders())
  it('exist for everything that is said by a computed name', () => {
    const { data } = knowledge()
    const keys = [
      ...['ok', 'minor', 'unknown', 'moderate', 'major', 'contraindicated'].map((one) => `verdict_${one}`),
      ...new Set(data.limits.map(({ authority }) => `authority_${authority}`)),
      ...new Set(data.substances.map(({ unit }) => `unit_${unit}`)),
      ...new Set(data.sportDoses.flatMap(({ goal, per }) => [`goal_${goal}`, `per_${per}`])),
      ...new Set(data.rules.flatMap(({ severity, evidence }) => [`severity_${severity}`, `evidence_${evidence}`])),
      ...[
        'age',
        'sex',
        'weight',
        'pregnancy',
        'breastfeeding',
        'smoking',
        'kidney',
        'amount',
        'medicine',
        'condition',
      ].flatMap((fact) => [`fact_${fact}`, `ask_${fact}`]),
    ].map((key) => say(key).key)
    expect(keys.filter((key) => !messages.has(key, 'ru') || !messages.has(key, 'en'))).toEqual([])
  })
})
