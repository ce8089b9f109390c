// A model that invents substances, doses and severities says nothing of it: only what a tool found, a row holds or the person named.
import { describe, expect, it } from 'vitest'
import { nutrition } from '../domains/nutrition/index.ts'
import { type Evidence, openGate } from './exit-gate.ts'

const RU: Evidence = { lang: 'ru', claims: [], committed: false, own: [], rows: [], fixed: [], ...names() }
const EN: Evidence = { ...RU, lang: 'en' }
function names(): Pick<Evidence, 'names'> {
  if (!nutrition.names) throw new Error('nutrition knows no names')
  return { names: nutrition.names }
}
const blocked = (text: string, evidence: Evidence): string[] => {
  const gate = openGate(evidence)
  gate.push(text)
  gate.end()
  return gate.blocked
}

const checkOf = (verdict: string, more: object = {}): string =>
  JSON.stringify({
    status: 'ok',
    said: '',
    output: {
      verdict,
      findings: [],
      totals: [
        {
          substance: 'magnesium',
          name: 'магний',
          value: 400,
          unit: 'mg',
          complete: true,
          from: [{ item: 'магний', value: 400 }],
          limits: [{ authority: 'EFSA', kind: 'UL', basis: 'supplemental', value: 250, unit: 'mg', source: 'efsa' }],
        },
      ],
      considered: { medications: [], conditions: [], allergies: [] },
      ...more,
    },
  })
const MODERATE = checkOf('moderate', {
  findings: [
    {
      ruleId: 'UL:magnesium',
      severity: 'moderate',
      subject: 'magnesium',
      subjectName: 'магний',
      object: [],
      amount: { value: 400, unit: 'mg' },
      limit: { value: 250, unit: 'mg' },
    },
  ],
})
const ASKED = { ...RU, own: ['можно мне магний 400 мг и цинк 50 мг?'] }
const CHECKED = { ...ASKED, rows: [MODERATE] }

describe('a substance nobody named', () => {
  it.each([
    ['Ашваганда снимает тревогу.'],
    ['Многие берут ашваганду.'],
    ['Добавьте ещё глицин перед сном.'],
    ['Хорошо бы пропить курс мелатонина.'],
    ['С мелатонином спится крепче.'],
    ['Замените его на цитрaт мaгния с вaлерианой.'],
    ['Ваш врач мог бы назначить сертралин.'],
  ])('is not said: %s', (text) => {
    expect(blocked(text, ASKED)).not.toEqual([])
  })
  it.each([['Ashwagandha helps with stress.'], ['Try some melatonin.'], ['People love St John’s wort for mood.']])(
    'is not said in English: %s',
    (text) => {
      expect(blocked(text, { ...EN, own: ['how do I sleep better?'] })).not.toEqual([])
    },
  )
  it('with an invisible character inside is still that substance', () => {
    expect(blocked('Попробуйте мела\u200Bтонин.', ASKED)).not.toEqual([])
  })
})

describe('a dose', () => {
  it.each([
    ['Магния выходит 500 мг.'],
    ['Магния выходит 400 г.'],
    ['Цинка выходит 400 мг.'],
    ['Магний по 2 таблетки.'],
    ['Магний в дозе двести миллиграммов.'],
    ['Магния нужно полграмма, это 0,5 г.'],
    ['Предел магния 350 мг.'],
    ['Удвойте дозу магния.'],
    ['Увеличьте дозу.'],
  ])('that nothing backs is not said: %s', (text) => {
    expect(blocked(text, CHECKED)).not.toEqual([])
  })
  it.each([
    ['Магния выходит 400 мг.'],
    ['Предел по EFSA для магния 250 мг.'],
    ['Вы спросили про цинк 50 мг.'],
    ['Магний 400 мг выше предела 250 мг, это умеренный риск.'],
  ])('that a check or the person named is said: %s', (text) => {
    expect(blocked(text, CHECKED)).toEqual([])
  })
  it('of the profile is said', () => {
    const rows = [JSON.stringify({ items: [{ name: 'варфарин', dose: '5 мг', schedule: 'вечером' }] })]
    expect(blocked('Вы принимаете варфарин 5 мг.', { ...RU, rows })).toEqual([])
    expect(blocked('Вы принимаете варфарин 10 мг.', { ...RU, rows })).not.toEqual([])
  })
})

describe('a severity', () => {
  it.each([
    ['Магний и цинк совместимы.'],
    ['Магний с цинком пить можно.'],
    ['Да, это безопасно.'],
    ['Магний безвреден.'],
    ['Магний вам противопоказан.'],
    ['Магний в такой дозе опасен.'],
    ['Это серьёзно: магний токсичен.'],
    ['Всё нормально.'],
  ])('other than the verdict is not said: %s', (text) => {
    expect(blocked(text, CHECKED)).not.toEqual([])
  })
  it.each([
    ['Magnesium is safe.'],
    ['You can take magnesium.'],
    ['Magnesium is contraindicated.'],
    ['Yes, it is fine.'],
  ])('other than the verdict is not said in English: %s', (text) => {
    expect(blocked(text, { ...EN, own: ['can I take magnesium 400 mg?'], rows: [MODERATE] })).not.toEqual([])
  })
  it('without a check is nobody’s to say', () => {
    expect(blocked('Магний с цинком пить можно.', ASKED)).toEqual(['wrong_severity'])
    expect(blocked('Магний опасен.', ASKED)).toEqual(['wrong_severity'])
  })
  it('"safe" is never said, not even of what nothing was found about', () => {
    const mild = { ...ASKED, rows: [checkOf('ok')] }
    expect(blocked('Магний безопасен.', mild)).toEqual(['wrong_severity'])
    expect(blocked('Магний принимать можно.', mild)).toEqual([])
    expect(blocked('Это небезопасно: магний выше предела.', CHECKED)).toEqual([])
  })
  it.each([['Магний выше предела, это умеренный риск.'], ['С магнием нужна осторожность.'], ['Какая доза цинка?']])(
    'as found, and a question, are said: %s',
    (text) => {
      expect(blocked(text, CHECKED)).toEqual([])
    },
  )
})

describe('advice', () => {
  it('to take something needs a check of it, or a proposed dose', () => {
    const asked = { ...RU, own: ['что попить для силы?', 'креатин?'] }
    expect(blocked('Принимайте креатин.', asked)).toEqual(['unchecked_advice'])
    const proposed = JSON.stringify({
      output: {
        substance: 'creatine',
        name: 'креатин',
        dose: { low: 3, high: 5, unit: 'g', per: 'day', timing: '', note: '', tier: 'A' },
        refusal: null,
      },
    })
    expect(blocked('Принимайте креатин, 5 г в день.', { ...asked, rows: [proposed] })).toEqual([])
    expect(blocked('Принимайте креатин, 10 г в день.', { ...asked, rows: [proposed] })).toEqual(['unknown_dose'])
  })
  it.each([
    ['Перестаньте пить варфарин.', 'ru'],
    ['Варфарин лучше пропустить.', 'ru'],
    ['Замените варфарин чем-нибудь мягче.', 'ru'],
    ['Уменьшите варфарин вдвое.', 'ru'],
    ['You can skip your warfarin.', 'en'],
    ['Halve the warfarin.', 'en'],
    ['Switch from warfarin to something milder.', 'en'],
  ] as const)('to change a prescribed medicine is never said: %s', (text, lang) => {
    expect(blocked(text, { ...(lang === 'ru' ? RU : EN), own: ['я пью варфарин', 'i take warfarin'] })).not.toEqual([])
  })
})

describe('ordinary talk', () => {
  it.each([
    ['В списке покупок молоко, яйца и хлеб.', ['молоко, яйца и хлеб']],
    ['Записать кофе за 300?', ['кофе 300']],
    ['Можно перенести на пятницу.', []],
    ['Опасный перекрёсток на Садовой.', []],
    ['Хорошо, без проблем.', []],
    ['Добавьте время встречи.', []],
    ['Магний в списке покупок.', ['купить магний']],
    ['Напоминание: выпить магний.', ['напомни выпить магний']],
    ['Пропустить сегодняшнюю тренировку можно.', []],
    ['Снизить расходы на кафе поможет лимит.', []],
  ])('goes out: %s', (text, own) => {
    expect(blocked(text, { ...RU, own })).toEqual([])
  })
})
