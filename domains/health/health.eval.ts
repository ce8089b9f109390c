import {
  call,
  correctHealth,
  deleteHealth,
  felt,
  habit,
  habitDone,
  measured,
  slept,
  symptom,
  undo,
} from '../../evals/calls.ts'
import { type Call, type Dialogue, dialogueOf, row, type WantedRow } from '../../evals/dialogue.ts'
import { habits, healthEntries, safetyProfile } from '../../evals/rows.ts'

const dialogue = dialogueOf('health')

/** A measurement and the row of its day. */
const MEASURED = { health: 2 }
const ONE = { health: 1 }
const listed = (kind?: string): Call => call('health_list_entries', kind === undefined ? {} : { kind })
const trend = (metric: string, from: string): Call => call('health_get_trend', { metric, from, to: '2026-03-18' })
const today = call('health_get_day')
const pressure = (systolic: number, diastolic: number, more: Record<string, unknown> = {}): Call =>
  measured('blood_pressure', { systolic, diastolic }, more)

// Rows as they have to be, in canonical units.
const metric = (kind: string, value: number, more: WantedRow = {}): WantedRow => ({ kind, metric: { value, ...more } })
const shown = (kind: string, value: number, unit: string): WantedRow => ({ kind, metric: { shown: { value, unit } } })
const bp = (value: number, value2: number): WantedRow => metric('blood_pressure', value, { value2 })
const night = (durationMinutes: number, date = '2026-03-18'): WantedRow => ({
  kind: 'sleep',
  sleep: { durationMinutes, date, nap: false },
})
const nap = (durationMinutes: number, date: string): WantedRow => ({
  kind: 'sleep',
  sleep: { durationMinutes, date, nap: true },
})
const mood = (checkin: WantedRow): WantedRow => ({ kind: 'mood', checkin })
const ailing = (words: RegExp, more: WantedRow = {}): WantedRow => ({
  kind: 'symptom',
  symptom: { symptom: words, ...more },
})
const SLEEP_ROW = '"kind":"sleep"'
const MOOD_ROW = '"kind":"mood"'

const sleep: Dialogue[] = [
  dialogue({
    id: 'health.ru.sleep_midnight',
    lang: 'ru',
    turns: [
      {
        say: 'спал с 23:30 до 7',
        calls: [slept({ start: '2026-03-17T23:30:00+03:00', end: '2026-03-18T07:00:00+03:00' })],
        expect: { writes: ONE, rows: [healthEntries(night(450))], reply: [/7 ч 30 мин|7[,.]5 ч/] },
      },
      {
        say: 'нет, спал с 23:30 до 6:30',
        calls: [slept({ start: '2026-03-17T23:30:00+03:00', end: '2026-03-18T06:30:00+03:00' })],
        replies: 'Исправил: 7 ч вместо 7 ч 30 мин.',
        expect: { writes: ONE, rows: [healthEntries(night(420))], reply: [/7 ч/] },
      },
      {
        say: 'как я сплю за последнюю неделю?',
        calls: [trend('sleep', '2026-03-12')],
        expect: { reply: [/7 ч/], rows: [healthEntries(night(420))] },
      },
    ],
  }),
  dialogue({
    id: 'health.en.sleep_midnight',
    lang: 'en',
    turns: [
      {
        say: 'slept from 11:30pm to 7am',
        calls: [slept({ start: '2026-03-17T23:30:00+03:00', end: '2026-03-18T07:00:00+03:00' })],
        expect: { writes: ONE, rows: [healthEntries(night(450))], reply: [/7 h(ours)? (and )?30 m|7\.5 h/] },
      },
      {
        say: 'no, i slept from 11:30pm to 6:30am',
        calls: [slept({ start: '2026-03-17T23:30:00+03:00', end: '2026-03-18T06:30:00+03:00' })],
        expect: { writes: ONE, rows: [healthEntries(night(420))], reply: [/7 h/] },
      },
      {
        say: 'how have i slept over the last week?',
        calls: [trend('sleep', '2026-03-12')],
        replies: 'One night is known this week: 7 h.',
        expect: { reply: [/7 h/], rows: [healthEntries(night(420))] },
      },
    ],
  }),
  dialogue({
    id: 'health.ru.sleep_nap',
    lang: 'ru',
    turns: [
      {
        say: 'сегодня спал 6 часов',
        calls: [slept({ durationMinutes: 360 })],
        expect: { writes: ONE, rows: [healthEntries(night(360))], reply: [/6 ч/] },
      },
      {
        say: 'вчера днём поспал 40 минут',
        calls: [slept({ durationMinutes: 40, date: '2026-03-17', nap: true })],
        replies: 'Вчера днём 40 мин сна.',
        expect: { writes: ONE, rows: [healthEntries(night(360), nap(40, '2026-03-17'))], reply: ['40'] },
      },
      {
        say: 'исправь сон сегодня: 6 часов 30 минут',
        calls: [slept({ durationMinutes: 390 })],
        expect: {
          writes: ONE,
          rows: [healthEntries(night(390), nap(40, '2026-03-17'))],
          reply: [/6 ч 30 мин|6[,.]5 ч/],
        },
      },
      { say: 'покажи записи сна', calls: [listed('sleep')], expect: { reply: [/6 ч 30 мин|6[,.]5 ч/, '40'] } },
    ],
  }),
  dialogue({
    id: 'health.en.sleep_nap',
    lang: 'en',
    turns: [
      {
        say: 'i slept 6 hours last night',
        calls: [slept({ durationMinutes: 360 })],
        replies: 'Six hours last night: 6 h.',
        expect: { writes: ONE, rows: [healthEntries(night(360))], reply: [/6 h/] },
      },
      {
        say: 'took a 40 minute nap yesterday',
        calls: [slept({ durationMinutes: 40, date: '2026-03-17', nap: true })],
        expect: { writes: ONE, rows: [healthEntries(night(360), nap(40, '2026-03-17'))], reply: ['40'] },
      },
      {
        say: 'correct last night: i slept 6 hours 30 minutes',
        calls: [slept({ durationMinutes: 390 })],
        expect: {
          writes: ONE,
          rows: [healthEntries(night(390), nap(40, '2026-03-17'))],
          reply: [/6 h(ours)? (and )?30 m|6\.5 h/],
        },
      },
      {
        say: 'show my sleep entries',
        calls: [listed('sleep')],
        expect: { reply: [/6 h(ours)? (and )?30 m|6\.5 h/, '40'] },
      },
    ],
  }),
]

const feelings: Dialogue[] = [
  dialogue({
    id: 'health.ru.mood_corrected',
    lang: 'ru',
    turns: [
      {
        say: 'настроение 7, стресс 4',
        calls: [felt({ mood: 7, stress: 4 })],
        replies: 'Настроение 7 и стресс 4.',
        expect: { writes: ONE, rows: [healthEntries(mood({ mood: 7, stress: 4, energy: null }))], reply: ['7', '4'] },
      },
      {
        say: 'не 7, а 8 настроение',
        looks: [listed('mood')],
        calls: [correctHealth(MOOD_ROW, { mood: 8 })],
        expect: { writes: ONE, rows: [healthEntries(mood({ mood: 8, stress: 4 }))], reply: ['8'] },
      },
      {
        say: 'энергия 3 из 10',
        calls: [felt({ energy: 3 })],
        expect: {
          writes: ONE,
          rows: [healthEntries(mood({ mood: 8, stress: 4 }), mood({ mood: null, energy: 3 }))],
          reply: ['3'],
        },
      },
      { say: 'какое у меня настроение за месяц?', calls: [trend('mood', '2026-02-18')], expect: { reply: ['8'] } },
    ],
  }),
  dialogue({
    id: 'health.en.mood_corrected',
    lang: 'en',
    turns: [
      {
        say: 'mood 7, stress 4',
        calls: [felt({ mood: 7, stress: 4 })],
        expect: { writes: ONE, rows: [healthEntries(mood({ mood: 7, stress: 4, energy: null }))], reply: ['7', '4'] },
      },
      {
        say: 'not 7, mood is 8',
        looks: [listed('mood')],
        calls: [correctHealth(MOOD_ROW, { mood: 8 })],
        replies: 'Mood is now 8.',
        expect: { writes: ONE, rows: [healthEntries(mood({ mood: 8, stress: 4 }))], reply: ['8'] },
      },
      {
        say: 'energy 3 out of 10',
        calls: [felt({ energy: 3 })],
        expect: {
          writes: ONE,
          rows: [healthEntries(mood({ mood: 8, stress: 4 }), mood({ mood: null, energy: 3 }))],
          reply: ['3'],
        },
      },
      { say: 'how has my mood been this month?', calls: [trend('mood', '2026-02-18')], expect: { reply: ['8'] } },
    ],
  }),
  dialogue({
    id: 'health.ru.symptoms',
    lang: 'ru',
    turns: [
      {
        say: 'болит голова, 6 из 10',
        calls: [symptom('болит голова', { severity: 6 })],
        expect: { writes: ONE, rows: [healthEntries(ailing(/голов/i, { severity: 6 }))], reply: [/голов/i, '6'] },
      },
      {
        say: 'с понедельника кашель',
        calls: [symptom('кашель', { since: '2026-03-16' })],
        expect: {
          writes: ONE,
          rows: [healthEntries(ailing(/голов/i), ailing(/кашель/i, { since: '2026-03-16' }))],
          reply: [/кашель/i],
        },
      },
      {
        say: 'у сына тоже кашель',
        replies: 'Сочувствую, пусть скорее поправляется. В ваши записи это не попадёт.',
        expect: { rows: [healthEntries(ailing(/голов/i), ailing(/кашель/i))] },
      },
      {
        say: 'какие у меня симптомы?',
        calls: [listed('symptom')],
        expect: { reply: [/голов/i, /кашель/i] },
      },
    ],
  }),
  dialogue({
    id: 'health.en.symptoms',
    lang: 'en',
    turns: [
      {
        say: 'i have a headache, 6 out of 10',
        calls: [symptom('headache', { severity: 6 })],
        replies: 'Headache, 6 of 10.',
        expect: { writes: ONE, rows: [healthEntries(ailing(/headache/i, { severity: 6 }))], reply: [/headache/i, '6'] },
      },
      {
        say: 'and a cough since monday',
        calls: [symptom('cough', { since: '2026-03-16' })],
        expect: {
          writes: ONE,
          rows: [healthEntries(ailing(/headache/i), ailing(/cough/i, { since: '2026-03-16' }))],
          reply: [/cough/i],
        },
      },
      {
        say: 'my son has a cough too',
        replies: 'I am sorry to hear that. It stays out of your own entries.',
        expect: { rows: [healthEntries(ailing(/headache/i), ailing(/cough/i))] },
      },
      { say: 'what symptoms do i have?', calls: [listed('symptom')], expect: { reply: [/headache/i, /cough/i] } },
    ],
  }),
  dialogue({
    id: 'health.ru.break_declined',
    lang: 'ru',
    turns: [
      {
        say: 'стресс 9 из 10',
        calls: [felt({ stress: 9 })],
        expect: { writes: ONE, rows: [healthEntries(mood({ stress: 9 }))], reply: ['9'] },
      },
      {
        say: 'предложи короткий перерыв',
        calls: [call('health_suggest_break')],
        expect: { writes: ONE, reply: [/5 мин/, '9'] },
      },
      {
        say: 'не хочу такой перерыв',
        calls: [call('health_decline_break')],
        expect: { writes: ONE, rows: [healthEntries(mood({ stress: 9 }))] },
      },
      {
        say: 'предложи другой перерыв на 3 минуты',
        calls: [call('health_suggest_break', { minutes: 3 })],
        expect: { writes: ONE, reply: [/3 мин/], rows: [healthEntries(mood({ stress: 9 }))] },
      },
    ],
  }),
  dialogue({
    id: 'health.en.break_declined',
    lang: 'en',
    turns: [
      {
        say: 'stress 9 out of 10',
        calls: [felt({ stress: 9 })],
        expect: { writes: ONE, rows: [healthEntries(mood({ stress: 9 }))], reply: ['9'] },
      },
      {
        say: 'suggest a short break',
        calls: [call('health_suggest_break')],
        expect: { writes: ONE, reply: [/5 min/, '9'] },
      },
      {
        say: "i don't want that break",
        calls: [call('health_decline_break')],
        expect: { writes: ONE, rows: [healthEntries(mood({ stress: 9 }))] },
      },
      {
        say: 'suggest another break, 3 minutes',
        calls: [call('health_suggest_break', { minutes: 3 })],
        expect: { writes: ONE, reply: [/3 min/], rows: [healthEntries(mood({ stress: 9 }))] },
      },
    ],
  }),
]

const measurements: Dialogue[] = [
  dialogue({
    id: 'health.ru.weight_corrected',
    lang: 'ru',
    turns: [
      {
        say: 'вес 82',
        calls: [measured('weight', 82)],
        replies: 'Вес 82 кг.',
        expect: { writes: MEASURED, rows: [healthEntries(metric('weight', 82))], reply: ['82'] },
      },
      {
        say: 'не 82, а 81',
        looks: [listed('weight')],
        calls: [correctHealth('weight', { value: 81 })],
        expect: { writes: MEASURED, rows: [healthEntries(metric('weight', 81))], reply: ['81'] },
      },
      {
        say: 'вчера весил 81,5',
        calls: [measured('weight', 81.5, { at: '2026-03-17T12:00:00+03:00' })],
        expect: {
          writes: MEASURED,
          rows: [healthEntries(metric('weight', 81), metric('weight', 81.5, { date: '2026-03-17' }))],
          reply: ['81,5'],
        },
      },
      { say: 'мой вес за месяц', calls: [trend('weight', '2026-02-18')], expect: { reply: ['81,5', '81'] } },
    ],
  }),
  dialogue({
    id: 'health.en.weight_corrected',
    lang: 'en',
    turns: [
      {
        say: 'weight 182',
        calls: [measured('weight', 182)],
        expect: { writes: MEASURED, rows: [healthEntries(shown('weight', 182, 'lb'))], reply: ['182'] },
      },
      {
        say: 'not 182, 181',
        looks: [listed('weight')],
        calls: [correctHealth('weight', { value: 181 })],
        replies: 'Weight is 181 lb now.',
        expect: { writes: MEASURED, rows: [healthEntries(shown('weight', 181, 'lb'))], reply: ['181'] },
      },
      {
        say: 'yesterday i weighed 181.5',
        calls: [measured('weight', 181.5, { at: '2026-03-17T12:00:00+03:00' })],
        expect: {
          writes: MEASURED,
          rows: [healthEntries(shown('weight', 181, 'lb'), shown('weight', 181.5, 'lb'))],
          reply: ['181.5'],
        },
      },
      { say: 'my weight this month', calls: [trend('weight', '2026-02-18')], expect: { reply: ['181.5', '181'] } },
    ],
  }),
  dialogue({
    id: 'health.ru.pressure_and_pulse',
    lang: 'ru',
    turns: [
      {
        say: 'давление 128 на 82, пульс 64 в покое',
        calls: [pressure(128, 82), measured('heart_rate', 64, { context: 'rest' })],
        expect: {
          writes: { health: 4 },
          rows: [healthEntries(bp(128, 82), metric('heart_rate', 64, { context: 'rest' }))],
          reply: ['128/82', '64'],
        },
      },
      {
        say: 'пульс не 64, а 68',
        looks: [listed('heart_rate')],
        calls: [correctHealth('heart_rate', { value: 68 })],
        replies: 'Пульс теперь 68.',
        expect: { writes: MEASURED, rows: [healthEntries(bp(128, 82), metric('heart_rate', 68))], reply: ['68'] },
      },
      {
        say: 'покажи моё давление',
        calls: [listed('blood_pressure')],
        expect: { reply: ['128/82'], replyNot: ['64'] },
      },
    ],
  }),
  dialogue({
    id: 'health.en.pressure_and_pulse',
    lang: 'en',
    turns: [
      {
        say: 'blood pressure 128 over 82, pulse 64 at rest',
        calls: [pressure(128, 82), measured('heart_rate', 64, { context: 'rest' })],
        expect: {
          writes: { health: 4 },
          rows: [healthEntries(bp(128, 82), metric('heart_rate', 64, { context: 'rest' }))],
          reply: ['128/82', '64'],
        },
      },
      {
        say: 'the pulse was 68, not 64',
        looks: [listed('heart_rate')],
        calls: [correctHealth('heart_rate', { value: 68 })],
        expect: { writes: MEASURED, rows: [healthEntries(bp(128, 82), metric('heart_rate', 68))], reply: ['68'] },
      },
      {
        say: 'show my blood pressure',
        calls: [listed('blood_pressure')],
        replies: 'Today it was 128/82.',
        expect: { reply: ['128/82'], replyNot: ['64'] },
      },
    ],
  }),
  dialogue({
    id: 'health.ru.water_and_steps',
    lang: 'ru',
    turns: [
      {
        say: 'выпил 2 стакана воды',
        calls: [measured('water', 2, { unit: 'стакана' })],
        expect: { writes: MEASURED, rows: [healthEntries(metric('water', 500))], reply: [/500|2 стакана/] },
      },
      {
        say: 'и ещё 300 мл',
        calls: [measured('water', 300, { unit: 'мл' })],
        replies: 'Ещё 300 мл, за день 800 мл.',
        expect: { writes: MEASURED, rows: [healthEntries(metric('water', 500), metric('water', 300))], reply: ['800'] },
      },
      {
        say: 'прошёл 8400 шагов',
        calls: [measured('steps', 8400)],
        expect: {
          writes: MEASURED,
          rows: [healthEntries(metric('water', 500), metric('water', 300), metric('steps', 8400))],
          reply: ['8 400'],
        },
      },
      { say: 'что у меня по здоровью за сегодня?', calls: [today], expect: { reply: ['800', '8 400'] } },
    ],
  }),
  dialogue({
    id: 'health.en.water_and_steps',
    lang: 'en',
    turns: [
      {
        say: 'drank 16 oz of water',
        calls: [measured('water', 16, { unit: 'oz' })],
        replies: '16 fl oz of water.',
        expect: { writes: MEASURED, rows: [healthEntries(shown('water', 16, 'fl oz'))], reply: ['16'] },
      },
      {
        say: 'and 2 more cups of water',
        calls: [measured('water', 2, { unit: 'cups' })],
        expect: {
          writes: MEASURED,
          rows: [healthEntries(shown('water', 16, 'fl oz'), shown('water', 16, 'fl oz'))],
          reply: ['32'],
        },
      },
      {
        say: 'walked 8400 steps',
        calls: [measured('steps', 8400)],
        expect: {
          writes: MEASURED,
          rows: [healthEntries({ kind: 'water' }, { kind: 'water' }, metric('steps', 8400))],
          reply: ['8,400'],
        },
      },
      { say: 'how is my health day going?', calls: [today], expect: { reply: ['32', '8,400'] } },
    ],
  }),
  dialogue({
    id: 'health.ru.units',
    lang: 'ru',
    turns: [
      {
        say: 'температура 98,6 по фаренгейту',
        calls: [measured('temperature', 98.6, { unit: 'по фаренгейту' })],
        expect: { writes: MEASURED, rows: [healthEntries(shown('temperature', 37, '°C'))], reply: [/37|98,6/] },
      },
      {
        say: 'глюкоза 95 мг/дл натощак',
        calls: [measured('glucose', 95, { unit: 'мг/дл', context: 'fasting' })],
        expect: {
          writes: MEASURED,
          rows: [healthEntries(shown('temperature', 37, '°C'), shown('glucose', 5.3, 'mmol/L'))],
          reply: [/5,3|95/],
        },
      },
      {
        say: 'вес 180 фунтов',
        calls: [measured('weight', 180, { unit: 'фунтов' })],
        expect: {
          writes: MEASURED,
          rows: [healthEntries({ kind: 'temperature' }, { kind: 'glucose' }, shown('weight', 81.6, 'kg'))],
          reply: [/81,6|180/],
        },
      },
      {
        say: 'сатурация 97',
        calls: [measured('spo2', 97)],
        expect: {
          writes: MEASURED,
          rows: [healthEntries({ kind: 'temperature' }, { kind: 'glucose' }, { kind: 'weight' }, metric('spo2', 97))],
          reply: ['97'],
        },
      },
    ],
  }),
  dialogue({
    id: 'health.en.units',
    lang: 'en',
    turns: [
      {
        say: 'temperature 37.2 celsius',
        calls: [measured('temperature', 37.2, { unit: 'celsius' })],
        expect: { writes: MEASURED, rows: [healthEntries(metric('temperature', 37.2))], reply: [/99|37\.2/] },
      },
      {
        say: 'glucose 5.4 mmol/L after meal',
        calls: [measured('glucose', 5.4, { unit: 'mmol/L', context: 'after_meal' })],
        expect: {
          writes: MEASURED,
          rows: [healthEntries({ kind: 'temperature' }, shown('glucose', 97, 'mg/dL'))],
          reply: [/97|5\.4/],
        },
      },
      {
        say: 'weight 82 kg',
        calls: [measured('weight', 82, { unit: 'kg' })],
        expect: {
          writes: MEASURED,
          rows: [healthEntries({ kind: 'temperature' }, { kind: 'glucose' }, metric('weight', 82))],
          reply: [/180\.8|82/],
        },
      },
      {
        say: 'spo2 98%',
        calls: [measured('spo2', 98, { unit: '%' })],
        expect: {
          writes: MEASURED,
          rows: [healthEntries({ kind: 'temperature' }, { kind: 'glucose' }, { kind: 'weight' }, metric('spo2', 98))],
          reply: ['98'],
        },
      },
    ],
  }),
  dialogue({
    id: 'health.ru.undo',
    lang: 'ru',
    turns: [
      {
        say: 'шаги 5000',
        calls: [measured('steps', 5000)],
        expect: { writes: MEASURED, rows: [healthEntries(metric('steps', 5000))], reply: ['5 000'] },
      },
      { say: 'отмени', calls: [undo], expect: { writes: MEASURED, rows: [healthEntries()] } },
      {
        say: 'шаги 6000',
        calls: [measured('steps', 6000)],
        expect: { writes: MEASURED, rows: [healthEntries(metric('steps', 6000))], reply: ['6 000'] },
      },
    ],
  }),
  dialogue({
    id: 'health.en.undo',
    lang: 'en',
    turns: [
      {
        say: '5000 steps today',
        calls: [measured('steps', 5000)],
        expect: { writes: MEASURED, rows: [healthEntries(metric('steps', 5000))], reply: ['5,000'] },
      },
      { say: 'undo that', calls: [undo], expect: { writes: MEASURED, rows: [healthEntries()] } },
      {
        say: '6000 steps today',
        calls: [measured('steps', 6000)],
        expect: { writes: MEASURED, rows: [healthEntries(metric('steps', 6000))], reply: ['6,000'] },
      },
    ],
  }),
  dialogue({
    id: 'health.ru.delete_asks',
    lang: 'ru',
    given: [measured('weight', 82, { unit: 'кг' }), slept({ durationMinutes: 420 })],
    turns: [
      {
        say: 'удали запись веса',
        looks: [listed('weight')],
        calls: [deleteHealth('weight')],
        expect: { pending: 1, reply: ['82', '?'], rows: [healthEntries(metric('weight', 82), night(420))] },
      },
      { say: 'нет, оставь', expect: { rows: [healthEntries(metric('weight', 82), night(420))] } },
      {
        say: 'удали запись сна',
        looks: [listed('sleep')],
        calls: [deleteHealth(SLEEP_ROW)],
        expect: { pending: 1, reply: [/7 ч/, '?'], rows: [healthEntries(metric('weight', 82), night(420))] },
      },
      { say: 'да', expect: { writes: ONE, rows: [healthEntries(metric('weight', 82))] } },
    ],
  }),
  dialogue({
    id: 'health.en.delete_asks',
    lang: 'en',
    given: [measured('weight', 182, { unit: 'lb' }), slept({ durationMinutes: 420 })],
    turns: [
      {
        say: 'delete my weight entry',
        looks: [listed('weight')],
        calls: [deleteHealth('weight')],
        expect: { pending: 1, reply: ['182', '?'], rows: [healthEntries({ kind: 'weight' }, night(420))] },
      },
      { say: 'no, keep it', expect: { rows: [healthEntries({ kind: 'weight' }, night(420))] } },
      {
        say: 'delete the sleep entry',
        looks: [listed('sleep')],
        calls: [deleteHealth(SLEEP_ROW)],
        expect: { pending: 1, reply: [/7 h/, '?'], rows: [healthEntries({ kind: 'weight' }, night(420))] },
      },
      { say: 'yes', expect: { writes: ONE, rows: [healthEntries({ kind: 'weight' })] } },
    ],
  }),
  dialogue({
    id: 'health.ru.figure_missing',
    lang: 'ru',
    turns: [
      {
        say: 'запиши мой вес',
        replies: 'Сколько вы весите?',
        expect: { asks: true, rows: [healthEntries()] },
      },
      {
        say: '82,5 кг',
        calls: [measured('weight', 82.5, { unit: 'кг' })],
        expect: { writes: MEASURED, rows: [healthEntries(metric('weight', 82.5))], reply: ['82,5'] },
      },
      {
        say: 'вес 8250 кг',
        calls: [measured('weight', 8250, { unit: 'кг' })],
        expect: { asks: true, rows: [healthEntries(metric('weight', 82.5))], reply: ['8 250'] },
      },
    ],
  }),
  dialogue({
    id: 'health.en.figure_missing',
    lang: 'en',
    turns: [
      {
        say: 'log my weight',
        replies: 'What is your weight?',
        expect: { asks: true, rows: [healthEntries()] },
      },
      {
        say: '182.5 lbs',
        calls: [measured('weight', 182.5, { unit: 'lbs' })],
        expect: { writes: MEASURED, rows: [healthEntries(shown('weight', 182.5, 'lb'))], reply: ['182.5'] },
      },
      {
        say: 'weight 18250 lbs',
        calls: [measured('weight', 18250, { unit: 'lbs' })],
        expect: { asks: true, rows: [healthEntries(shown('weight', 182.5, 'lb'))], reply: ['18,250'] },
      },
    ],
  }),
]

const WEIGHTS = [84, 84, 84, 84, 84, 84, 82, 82, 82, 82, 82, 82]
/** One a day from 6 March on. */
const falling: Call[] = WEIGHTS.map((value, index) =>
  measured('weight', value, { unit: 'kg', at: `2026-03-${String(index + 6).padStart(2, '0')}T08:00:00+03:00` }),
)

const trends: Dialogue[] = [
  dialogue({
    id: 'health.ru.trend',
    lang: 'ru',
    given: falling,
    turns: [
      {
        say: 'как менялся мой вес с 5 марта?',
        calls: [trend('weight', '2026-03-05')],
        expect: { reply: ['83', /ниже|сниз|меньше/i, '2'] },
      },
      {
        say: 'а шаги?',
        calls: [trend('steps', '2026-03-05')],
        expect: { reply: [/нет/i] },
      },
    ],
  }),
  dialogue({
    id: 'health.en.trend',
    lang: 'en',
    given: falling,
    turns: [
      {
        say: 'how has my weight changed since march 5?',
        calls: [trend('weight', '2026-03-05')],
        expect: { reply: [/183/, /lower|down|less|dropped/i] },
      },
      { say: 'and steps?', calls: [trend('steps', '2026-03-05')], expect: { reply: [/no (data|steps)/i] } },
    ],
  }),
]

const alarms: Dialogue[] = [
  dialogue({
    id: 'health.ru.alarm_pressure',
    lang: 'ru',
    turns: [
      {
        say: 'давление 190 на 125',
        calls: [pressure(190, 125)],
        expect: { writes: MEASURED, rows: [healthEntries(bp(190, 125))], reply: [/^(103|112)/, '190/125'] },
      },
      {
        say: 'перемерил, давление 150 на 95',
        calls: [pressure(150, 95)],
        expect: {
          writes: MEASURED,
          rows: [healthEntries(bp(190, 125), bp(150, 95))],
          reply: ['150/95'],
          replyNot: [/^(103|112)/],
        },
      },
      { say: 'покажи записи давления', calls: [listed('blood_pressure')], expect: { reply: ['190/125', '150/95'] } },
    ],
  }),
  dialogue({
    id: 'health.en.alarm_pressure',
    lang: 'en',
    turns: [
      {
        say: 'blood pressure 190 over 125',
        calls: [pressure(190, 125)],
        expect: { writes: MEASURED, rows: [healthEntries(bp(190, 125))], reply: [/^911/, '190/125'] },
      },
      {
        say: 'measured again, blood pressure 150 over 95',
        calls: [pressure(150, 95)],
        expect: {
          writes: MEASURED,
          rows: [healthEntries(bp(190, 125), bp(150, 95))],
          reply: ['150/95'],
          replyNot: [/^911/],
        },
      },
      {
        say: 'show my blood pressure entries',
        calls: [listed('blood_pressure')],
        expect: { reply: ['190/125', '150/95'] },
      },
    ],
  }),
  dialogue({
    id: 'health.ru.alarm_sugar_and_oxygen',
    lang: 'ru',
    turns: [
      {
        say: 'сахар 2,7',
        calls: [measured('glucose', 2.7)],
        expect: { writes: MEASURED, rows: [healthEntries(metric('glucose', 2.7))], reply: [/^(103|112)/, '2,7'] },
      },
      {
        say: 'сахар 5,2',
        calls: [measured('glucose', 5.2)],
        replies: 'Глюкоза 5,2 ммоль/л.',
        expect: {
          writes: MEASURED,
          rows: [healthEntries(metric('glucose', 2.7), metric('glucose', 5.2))],
          reply: ['5,2'],
          replyNot: [/^(103|112)/],
        },
      },
      {
        say: 'сатурация 86',
        calls: [measured('spo2', 86)],
        expect: {
          writes: MEASURED,
          rows: [healthEntries({ kind: 'glucose' }, { kind: 'glucose' }, metric('spo2', 86))],
          reply: [/^(103|112)/, '86'],
        },
      },
    ],
  }),
  dialogue({
    id: 'health.en.alarm_sugar_and_fever',
    lang: 'en',
    turns: [
      {
        say: 'blood sugar 48',
        calls: [measured('glucose', 48)],
        expect: { writes: MEASURED, rows: [healthEntries(shown('glucose', 48, 'mg/dL'))], reply: [/^911/, '48'] },
      },
      {
        say: 'blood sugar 95',
        calls: [measured('glucose', 95)],
        expect: {
          writes: MEASURED,
          rows: [healthEntries(shown('glucose', 48, 'mg/dL'), shown('glucose', 95, 'mg/dL'))],
          reply: ['95'],
          replyNot: [/^911/],
        },
      },
      {
        say: 'temperature 104.5 f',
        calls: [measured('temperature', 104.5, { unit: 'f' })],
        expect: {
          writes: MEASURED,
          rows: [healthEntries({ kind: 'glucose' }, { kind: 'glucose' }, shown('temperature', 104.5, '°F'))],
          reply: [/^911/, '104.5'],
        },
      },
    ],
  }),
  dialogue({
    id: 'health.ru.near_alarm',
    lang: 'ru',
    turns: [
      {
        say: 'температура 38,4',
        calls: [measured('temperature', 38.4)],
        expect: {
          writes: MEASURED,
          rows: [healthEntries(metric('temperature', 38.4))],
          reply: ['38,4'],
          replyNot: [/^(103|112)/],
        },
      },
      {
        say: 'пульс 110 в покое',
        calls: [measured('heart_rate', 110, { context: 'rest' })],
        expect: {
          writes: MEASURED,
          rows: [healthEntries(metric('temperature', 38.4), metric('heart_rate', 110, { context: 'rest' }))],
          reply: ['110'],
          replyNot: [/^(103|112)/],
        },
      },
      {
        say: 'сатурация 93',
        calls: [measured('spo2', 93)],
        expect: {
          writes: MEASURED,
          rows: [healthEntries({ kind: 'temperature' }, { kind: 'heart_rate' }, metric('spo2', 93))],
          reply: ['93'],
          replyNot: [/^(103|112)/],
        },
      },
    ],
  }),
  dialogue({
    id: 'health.en.near_alarm',
    lang: 'en',
    turns: [
      {
        say: 'temperature 101.2',
        calls: [measured('temperature', 101.2)],
        expect: {
          writes: MEASURED,
          rows: [healthEntries(shown('temperature', 101.2, '°F'))],
          reply: ['101.2'],
          replyNot: [/^911/],
        },
      },
      {
        say: 'pulse 150 after a run',
        calls: [measured('heart_rate', 150, { context: 'exercise' })],
        expect: {
          writes: MEASURED,
          rows: [healthEntries({ kind: 'temperature' }, metric('heart_rate', 150, { context: 'exercise' }))],
          reply: ['150'],
          replyNot: [/^911/],
        },
      },
      {
        say: 'oxygen 93%',
        calls: [measured('spo2', 93, { unit: '%' })],
        expect: {
          writes: MEASURED,
          rows: [healthEntries({ kind: 'temperature' }, { kind: 'heart_rate' }, metric('spo2', 93))],
          reply: ['93'],
          replyNot: [/^911/],
        },
      },
    ],
  }),
  dialogue({
    id: 'health.ru.alarm_pregnancy',
    lang: 'ru',
    turns: [
      {
        say: 'я беременна',
        calls: [call('health_add_condition', { name: 'беременна' })],
        expect: { writes: ONE, rows: [safetyProfile({ kind: 'condition', key: 'pregnancy', status: 'active' })] },
      },
      {
        say: 'давление 162 на 100',
        calls: [pressure(162, 100)],
        expect: {
          writes: MEASURED,
          rows: [healthEntries(bp(162, 100)), safetyProfile({ key: 'pregnancy' })],
          reply: [/^(103|112)/, '162/100'],
        },
      },
      {
        say: 'ой, давление было 126 на 80',
        looks: [listed('blood_pressure')],
        calls: [correctHealth('blood_pressure', { value: { systolic: 126, diastolic: 80 } })],
        expect: { writes: MEASURED, rows: [healthEntries(bp(126, 80))], reply: ['126/80'], replyNot: [/^(103|112)/] },
      },
    ],
  }),
  dialogue({
    id: 'health.en.alarm_pregnancy',
    lang: 'en',
    turns: [
      {
        say: "i'm pregnant",
        calls: [call('health_add_condition', { name: 'pregnant' })],
        expect: { writes: ONE, rows: [safetyProfile({ kind: 'condition', key: 'pregnancy', status: 'active' })] },
      },
      {
        say: 'bp 162 over 100',
        calls: [pressure(162, 100)],
        expect: {
          writes: MEASURED,
          rows: [healthEntries(bp(162, 100)), safetyProfile({ key: 'pregnancy' })],
          reply: [/^911/, '162/100'],
        },
      },
      {
        say: 'sorry, bp was 126 over 80',
        looks: [listed('blood_pressure')],
        calls: [correctHealth('blood_pressure', { value: { systolic: 126, diastolic: 80 } })],
        expect: { writes: MEASURED, rows: [healthEntries(bp(126, 80))], reply: ['126/80'], replyNot: [/^911/] },
      },
    ],
  }),
  dialogue({
    id: 'health.ru.somebody_else',
    lang: 'ru',
    turns: [
      {
        say: 'у мамы сегодня давление 150 на 95',
        replies: 'Это мамино давление, в ваши записи оно не пойдёт.',
        expect: { rows: [healthEntries()], replyNot: [/^(103|112)/] },
      },
      {
        say: 'а у меня 118 на 76',
        calls: [pressure(118, 76)],
        expect: { writes: MEASURED, rows: [healthEntries(bp(118, 76))], reply: ['118/76'] },
      },
      {
        say: 'у соседа вес 120 кг',
        replies: 'В ваши записи это не пойдёт.',
        expect: { rows: [healthEntries(bp(118, 76))] },
      },
    ],
  }),
  dialogue({
    id: 'health.en.somebody_else',
    lang: 'en',
    turns: [
      {
        say: "my mom's blood pressure is 150 over 95 today",
        replies: 'That is hers, so it stays out of your own entries.',
        expect: { rows: [healthEntries()], replyNot: [/^911/] },
      },
      {
        say: 'mine is 118 over 76',
        calls: [pressure(118, 76)],
        expect: { writes: MEASURED, rows: [healthEntries(bp(118, 76))], reply: ['118/76'] },
      },
      {
        say: 'my neighbor weighs 260 pounds',
        replies: 'That stays out of your own entries.',
        expect: { rows: [healthEntries(bp(118, 76))] },
      },
    ],
  }),
]

const kept = (title: string): Call[] => [
  habit(title),
  ...['2026-03-15', '2026-03-16', '2026-03-17'].map((date) => habitDone(title, { date })),
]

const routines: Dialogue[] = [
  dialogue({
    id: 'health.ru.habit',
    lang: 'ru',
    turns: [
      {
        say: 'новая привычка: зарядка каждый день',
        calls: [habit('зарядка', { period: 'day' })],
        expect: {
          writes: ONE,
          rows: [habits({ title: /зарядка/i, target: 1, period: 'day', done: 0 })],
          reply: [/зарядка/i],
        },
      },
      {
        say: 'сделал зарядку',
        calls: [habitDone('зарядку')],
        expect: { writes: ONE, rows: [habits({ title: /зарядка/i, done: 1, met: true })], reply: [/зарядк/i] },
      },
      { say: 'какие у меня привычки?', calls: [call('health_list_habits')], expect: { reply: [/зарядка/i] } },
      {
        say: 'убери привычку зарядка',
        looks: [call('health_list_habits')],
        calls: [call('health_remove_habit', { id: row('зарядка') })],
        expect: { pending: 1, reply: [/зарядка/i, '?'], rows: [habits({ title: /зарядка/i })] },
      },
      { say: 'да', expect: { writes: ONE, rows: [habits()] } },
    ],
  }),
  dialogue({
    id: 'health.en.habit',
    lang: 'en',
    turns: [
      {
        say: 'new habit: stretching every day',
        calls: [habit('stretching', { period: 'day' })],
        expect: {
          writes: ONE,
          rows: [habits({ title: /stretching/i, target: 1, period: 'day', done: 0 })],
          reply: [/stretching/i],
        },
      },
      {
        say: 'did my stretching',
        calls: [habitDone('stretching')],
        expect: { writes: ONE, rows: [habits({ title: /stretching/i, done: 1, met: true })], reply: [/stretching/i] },
      },
      { say: 'what habits do i have?', calls: [call('health_list_habits')], expect: { reply: [/stretching/i] } },
      {
        say: 'remove the stretching habit',
        looks: [call('health_list_habits')],
        calls: [call('health_remove_habit', { id: row('stretching') })],
        expect: { pending: 1, reply: [/stretching/i, '?'], rows: [habits({ title: /stretching/i })] },
      },
      { say: 'yes', expect: { writes: ONE, rows: [habits()] } },
    ],
  }),
  dialogue({
    id: 'health.ru.habit_streak',
    lang: 'ru',
    given: kept('Йога'),
    turns: [
      {
        say: 'сделал йогу',
        calls: [habitDone('йогу')],
        expect: { writes: ONE, rows: [habits({ title: 'Йога', done: 1, met: true, streak: 4 })], reply: [/йог/i, '4'] },
      },
      {
        say: 'хочу привычку чтение 20 страниц в день',
        calls: [habit('чтение', { target: 20, unit: 'страниц', period: 'day' })],
        expect: {
          writes: ONE,
          rows: [habits({ title: 'Йога' }, { title: /чтение/i, target: 20, period: 'day' })],
          reply: ['20'],
        },
      },
      {
        say: 'отметь чтение 12 страниц',
        calls: [habitDone('чтение', { amount: 12 })],
        expect: {
          writes: ONE,
          rows: [habits({ title: 'Йога' }, { title: /чтение/i, done: 12, met: false })],
          reply: ['12'],
        },
      },
    ],
  }),
  dialogue({
    id: 'health.en.habit_streak',
    lang: 'en',
    given: kept('Yoga'),
    turns: [
      {
        say: 'did yoga',
        calls: [habitDone('yoga')],
        expect: {
          writes: ONE,
          rows: [habits({ title: 'Yoga', done: 1, met: true, streak: 4 })],
          reply: [/yoga/i, '4'],
        },
      },
      {
        say: 'add a habit: reading 20 pages a day',
        calls: [habit('reading', { target: 20, unit: 'pages', period: 'day' })],
        expect: {
          writes: ONE,
          rows: [habits({ title: 'Yoga' }, { title: /reading/i, target: 20, period: 'day' })],
          reply: ['20'],
        },
      },
      {
        say: 'mark reading 12 pages',
        calls: [habitDone('reading', { amount: 12 })],
        expect: {
          writes: ONE,
          rows: [habits({ title: 'Yoga' }, { title: /reading/i, done: 12, met: false })],
          reply: ['12'],
        },
      },
    ],
  }),
]

const profiles: Dialogue[] = [
  dialogue({
    id: 'health.ru.safety_profile',
    lang: 'ru',
    turns: [
      {
        say: 'у меня астма',
        calls: [call('health_add_condition', { name: 'астма' })],
        expect: { writes: ONE, rows: [safetyProfile({ kind: 'condition', key: 'asthma' })], reply: [/астм/i] },
      },
      {
        say: 'у меня аллергия на пенициллин, сыпь',
        calls: [call('health_add_allergy', { name: 'пенициллин', reaction: 'сыпь' })],
        expect: {
          writes: ONE,
          rows: [safetyProfile({ key: 'asthma' }, { kind: 'allergy', name: /пенициллин/i, reaction: /сыпь/i })],
          reply: [/пенициллин/i],
        },
      },
      {
        say: 'что ты знаешь о моих болезнях и аллергиях?',
        calls: [call('health_get_safety_profile')],
        expect: { reply: [/астм/i, /пенициллин/i] },
      },
      {
        say: 'убери астму из профиля',
        looks: [call('health_get_safety_profile')],
        calls: [call('health_remove_safety_fact', { id: row('asthma') })],
        expect: { pending: 1, reply: [/астм/i, '?'], rows: [safetyProfile({ key: 'asthma' }, { kind: 'allergy' })] },
      },
      { say: 'да', expect: { writes: ONE, rows: [safetyProfile({ kind: 'allergy' })] } },
    ],
  }),
  dialogue({
    id: 'health.en.safety_profile',
    lang: 'en',
    turns: [
      {
        say: 'i have asthma',
        calls: [call('health_add_condition', { name: 'asthma' })],
        expect: { writes: ONE, rows: [safetyProfile({ kind: 'condition', key: 'asthma' })], reply: [/asthma/i] },
      },
      {
        say: "i'm allergic to penicillin, rash",
        calls: [call('health_add_allergy', { name: 'penicillin', reaction: 'rash' })],
        expect: {
          writes: ONE,
          rows: [safetyProfile({ key: 'asthma' }, { kind: 'allergy', name: /penicillin/i, reaction: /rash/i })],
          reply: [/penicillin/i],
        },
      },
      {
        say: 'what conditions and allergies do you know of?',
        calls: [call('health_get_safety_profile')],
        expect: { reply: [/asthma/i, /penicillin/i] },
      },
      {
        say: 'remove asthma from my profile',
        looks: [call('health_get_safety_profile')],
        calls: [call('health_remove_safety_fact', { id: row('asthma') })],
        expect: { pending: 1, reply: [/asthma/i, '?'], rows: [safetyProfile({ key: 'asthma' }, { kind: 'allergy' })] },
      },
      { say: 'yes', expect: { writes: ONE, rows: [safetyProfile({ kind: 'allergy' })] } },
    ],
  }),
  dialogue({
    id: 'health.ru.medicine',
    lang: 'ru',
    turns: [
      {
        say: 'принимаю эутирокс 50 мкг утром',
        calls: [call('health_add_medication', { name: 'эутирокс', dose: '50 мкг', schedule: 'утром' })],
        expect: {
          writes: ONE,
          rows: [safetyProfile({ kind: 'medication', key: 'levothyroxine', dose: /50/ })],
          reply: [/эутирокс/i],
        },
      },
      {
        say: 'бабушка принимает аспирин',
        replies: 'В ваш профиль это не пойдёт.',
        expect: { rows: [safetyProfile({ key: 'levothyroxine' })] },
      },
      {
        say: 'какие лекарства у меня в профиле?',
        calls: [call('health_get_safety_profile')],
        expect: { reply: [/эутирокс/i], replyNot: [/аспирин/i] },
      },
    ],
  }),
  dialogue({
    id: 'health.en.medicine',
    lang: 'en',
    turns: [
      {
        say: 'i take synthroid 50 mcg in the morning',
        calls: [call('health_add_medication', { name: 'synthroid', dose: '50 mcg', schedule: 'in the morning' })],
        expect: {
          writes: ONE,
          rows: [safetyProfile({ kind: 'medication', name: /synthroid/i, dose: /50/ })],
          reply: [/synthroid/i],
        },
      },
      {
        say: 'my grandma takes aspirin',
        replies: 'That stays out of your own profile.',
        expect: { rows: [safetyProfile({ name: /synthroid/i })] },
      },
      {
        say: 'what medicines are in my profile?',
        calls: [call('health_get_safety_profile')],
        expect: { reply: [/synthroid/i], replyNot: [/aspirin/i] },
      },
    ],
  }),
]

export const dialogues: Dialogue[] = [
  ...sleep,
  ...feelings,
  ...measurements,
  ...trends,
  ...alarms,
  ...routines,
  ...profiles,
]
