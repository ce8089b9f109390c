import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { AppError } from '../../../core/errors.ts'
import { fitCarrier } from '../carrier.ts'
import { bandOf, isReadByName, THRESHOLDS } from './bands.ts'
import { type Classifier, createClassifier } from './classify.ts'
import { exampleOf, type Taught } from './examples.ts'
import { featuresOf } from './features.ts'
import { FIT, fitModel } from './fit.ts'
import { isHeldOut, loadPhrases, OUT_OF_SCOPE, SMALL_TALK } from './phrases.ts'
import { createToolRanker } from './rank-tools.ts'
import { fitClasses } from './train.ts'
import { scriptOf } from './words.ts'

const of = (tool: string, ...texts: string[]): Taught[] => texts.map((text) => ({ text, lang: scriptOf(text), tool }))
const TAUGHT: Taught[] = [
  ...of(
    'finance_add_transaction',
    '450 на такси',
    'потратил 300 на кофе',
    'кофе 250',
    'заплатил 1200 за продукты',
    'spent 20 on lunch',
    'paid 15 for a cab',
  ),
  ...of(
    'reminders_set_reminder',
    'напомни завтра в 9 позвонить маме',
    'напомни купить хлеб',
    'напоминание на вечер',
    'remind me to call mom',
    'remind me at 6 to leave',
  ),
  ...of(
    'tasks_list_tasks',
    'какие у меня задачи',
    'покажи задачи на сегодня',
    'что нужно сделать',
    'show my tasks',
    'what is on my todo list',
  ),
  ...of(SMALL_TALK, 'привет', 'как дела', 'спасибо', 'пока', 'hello', 'how are you', 'thanks'),
  ...of(
    OUT_OF_SCOPE,
    'какая погода',
    'расскажи анекдот',
    'кто президент франции',
    'what is the weather',
    'tell me a joke',
  ),
]
const EXAMPLES = TAUGHT.map(exampleOf)
const classifier: Classifier = createClassifier({
  net: fitModel(EXAMPLES, { ...FIT, epochs: 60, minTexts: 1 }),
  carrier: fitCarrier([]).model,
})

const folder = mkdtempSync(join(tmpdir(), 'phrases-'))
afterAll(() => rmSync(folder, { recursive: true }))
const load = (content: string) => {
  writeFileSync(join(folder, 'phrases.jsonl'), content)
  return loadPhrases([pathToFileURL(folder)])
}
const causeOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    return error instanceof AppError ? String(error.cause) : 'another error'
  }
  return 'no error'
}

test('words are of unit length and bounded, marks come on top, and numbers of one size are one', () => {
  const { keys, values } = featuresOf('потратил 450 на такси')
  expect(keys).toHaveLength(values.length)
  expect(Math.hypot(...values)).toBeCloseTo(1, 5)
  expect(featuresOf('потратил 1200 на такси')).toEqual(featuresOf('потратил 450 на такси'))
  expect(featuresOf('потратил 45000 на такси')).not.toEqual(featuresOf('потратил 3 на такси'))
  expect(featuresOf('слово '.repeat(1000)).keys.length).toBeLessThan(500)
  expect(featuresOf('привет', ['a', 'b', 'a']).keys.length).toBe(featuresOf('привет').keys.length + 2)
  expect(featuresOf('ЕЩЁ')).toEqual(featuresOf('еще'))
})

test.each([
  ['потратила 700 на продукты', 'finance_add_transaction'],
  ['напомните мне вечером позвонить', 'reminders_set_reminder'],
  ['покажи мои задачи', 'tasks_list_tasks'],
  ['приветик', SMALL_TALK],
  ['tell me the weather', OUT_OF_SCOPE],
])('%s → %s', (text, tool) => {
  expect(classifier.classify(text)[0]?.tool).toBe(tool)
})

test('scores are probabilities in falling order, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const scores = classifier.classify(text)
      expect(scores.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 4)
      expect(scores).toEqual([...scores].sort((a, b) => b.score - a.score))
    }),
    { numRuns: 100 },
  )
})

test('the same phrases give the same model in any order', () => {
  const one = fitModel(EXAMPLES)
  const other = fitModel([...EXAMPLES].reverse())
  expect(other).toEqual(one)
})

test('a write needs more certainty than a read; nothing likely is declined', () => {
  const between = (THRESHOLDS.read.act + THRESHOLDS.write.act) / 2
  const rest = { tool: 'finance_add_transaction', score: (1 - between) / 2 }
  expect(bandOf([{ tool: 'tasks_list_tasks', score: between }, rest])).toBe('act')
  expect(bandOf([{ tool: 'tasks_add_task', score: between }, rest])).toBe('choose')
  expect(bandOf([{ tool: 'tasks_add_task', score: 0.98 }])).toBe('act')
  expect(
    bandOf([
      { tool: SMALL_TALK, score: 0.9 },
      { tool: 'tasks_add_task', score: 0.1 },
    ]),
  ).toBe('decline')
  expect(
    bandOf([
      { tool: 'tasks_add_task', score: 0.48 },
      { tool: 'tasks_update_task', score: 0.46 },
    ]),
  ).toBe('choose')
  expect(bandOf([])).toBe('decline')
})

test('the name of a tool tells whether it only reads', () => {
  expect(['finance_list_transactions', 'memory_search', 'account_export'].filter(isReadByName)).toHaveLength(3)
  expect(['tasks_add_task', 'memory_forget', 'account_undo_last', 'home_check_list_item'].filter(isReadByName)).toEqual(
    [],
  )
})

test('training runs in a worker, leaves the held-out fifth alone, and refuses to learn from nothing', async () => {
  const trained = await fitClasses(TAUGHT.map((phrase) => ({ ...phrase, args: {} })))
  const expected = new Set(TAUGHT.filter(({ text }) => !isHeldOut(text)).map(({ tool }) => tool))
  expect([...trained.net.classes].sort()).toEqual([...expected].sort())
  await expect(fitClasses([])).rejects.toMatchObject({ code: 'internal' })
})

test('the held-out fifth is a fifth and depends on words alone', () => {
  const texts = Array.from({ length: 5000 }, (_, index) => `купить ${index} яблок`)
  expect(texts.filter(isHeldOut).length / texts.length).toBeCloseTo(0.2, 1)
  for (const text of texts.slice(0, 50)) expect(isHeldOut(`  ${text.toUpperCase()}!`)).toBe(isHeldOut(text))
})

test('phrases are checked: the error names the file and the line', () => {
  const good = '{"text":"привет","lang":"ru","tool":"@smalltalk","args":{}}'
  expect(load(`${good}\n\n`)).toEqual([{ text: 'привет', lang: 'ru', tool: SMALL_TALK, args: {} }])
  expect(causeOf(() => load(`${good}\n{"text":`))).toMatch(/phrases\.jsonl:2: not JSON/)
  expect(causeOf(() => load('{"text":"","lang":"de","tool":"x","args":{}}'))).toMatch(
    /phrases\.jsonl:1: .*text.*lang.*tool/,
  )
  expect(loadPhrases([new URL('missing/', pathToFileURL(`${folder}/`))])).toEqual([])
})

test('ranking finds learnt tools and tools that were never trained', () => {
  const tool = (name: string, title: string, description: string) => ({ name, title, description })
  const tools = [
    ...['finance_add_transaction', 'reminders_set_reminder', 'tasks_list_tasks'].map((name) => tool(name, '', '')),
    tool('home_add_pet', 'Add a pet', 'Registers a pet with its name, species and weight.'),
    tool('home_log_meter', 'Log a meter', 'Stores a reading of an electricity, water or gas meter.'),
    tool('workouts_log_workout', 'Log a workout', 'Records a run, swim or gym training.'),
    ...Array.from({ length: 144 }, (_, index) =>
      tool(`other_do_thing${index}`, `Thing ${index}`, `Does thing number ${index}.`),
    ),
  ]
  const rank = createToolRanker(classifier)
  const first = (text: string) => rank(text, tools, 12).map(({ name }) => name)
  expect(first('потратил 900 на продукты')[0]).toBe('finance_add_transaction')
  expect(first('показания счётчика воды').slice(0, 5)).toContain('home_log_meter')
  expect(first('у меня появилась кошка, питомец муся').slice(0, 5)).toContain('home_add_pet')
  expect(first('went for a run, 5k').slice(0, 5)).toContain('workouts_log_workout')
  expect(first('привет')).toHaveLength(12)
  for (let i = 0; i < 200; i++) first('потратил 900 на продукты')
  const before = process.cpuUsage()
  for (let i = 0; i < 200; i++) rank('потратил 900 на продукты вчера вечером', tools, 12)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000 / 200).toBeLessThan(1)
})
