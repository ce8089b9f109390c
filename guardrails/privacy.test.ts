import { AIMessage, type BaseMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createVault, findPrivate, isLuhn } from './privacy.ts'

const found = (text: string): string[] => findPrivate(text).map((span) => `${span.kind}:${span.text}`)

const hidePrivate = (given: readonly BaseMessage[]) => {
  const vault = createVault()
  return { ...vault, messages: vault.hide(given) }
}

describe('a private value', () => {
  it.each([
    ['пиши на anna.petrova+work@mail.example.ru', 'email:anna.petrova+work@mail.example.ru'],
    ['почта: иван@почта.рф', 'email:иван@почта.рф'],
    ['звони +7 (999) 123-45-67 после шести', 'phone:+7 (999) 123-45-67'],
    ['мой номер 89991234567', 'phone:89991234567'],
    ['8 999 123 45 67 это лена', 'phone:8 999 123 45 67'],
    ['номер 999 123-45-67', 'phone:999 123-45-67'],
    ['позвони +381 64 123 4567', 'phone:+381 64 123 4567'],
    ['call +1 (415) 555-2671', 'phone:+1 (415) 555-2671'],
    ['call +44 20 7946 0958 today', 'phone:+44 20 7946 0958'],
    ['карта 4111 1111 1111 1111', 'card:4111 1111 1111 1111'],
    ['card 5555555555554444 exp 12/28', 'card:5555555555554444'],
    ['amex 3782 822463 10005', 'card:3782 822463 10005'],
    ['cvv 123', 'secret:123'],
    ['пин-код 4821 от карты', 'secret:4821'],
    ['пароль от вайфая qwerty123', 'secret:qwerty123'],
    ['пароль: котлета', 'secret:котлета'],
    ['паспорт 4510 123456', 'passport:4510 123456'],
    ['паспорт серия 45 10 номер 123456', 'passport:45 10 номер 123456'],
    ['снилс 112-233-445 95', 'snils:112-233-445 95'],
    ['инн 500100732259', 'inn:500100732259'],
    ['jmbg 0101006500006', 'jmbg:0101006500006'],
    ['iban GB82 WEST 1234 5698 7654 32', 'iban:GB82 WEST 1234 5698 7654 32'],
    ['rs iban RS35260005601001611379', 'iban:RS35260005601001611379'],
    ['ключ sk-proj-abcdefghijklmnop1234', 'secret:sk-proj-abcdefghijklmnop1234'],
    ['Authorization: Bearer abcdefghijklmnop1234', 'secret:abcdefghijklmnop1234'],
    ['AKIAIOSFODNN7EXAMPLE', 'secret:AKIAIOSFODNN7EXAMPLE'],
    ['postgres://anna:hunter22@db.example/x', 'secret:anna:hunter22'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected])
  })

  it('several in one text, in their order', () => {
    expect(
      found('Анна anna@mail.ru, 8 999 123-45-67, карта 4111111111111111').map((span) => span.split(':')[0]),
    ).toEqual(['email', 'phone', 'card'])
  })
})

describe('what tools need', () => {
  it.each([
    ['потратил 450 на такси'],
    ['1 299,50 ₽ за кафе'],
    ['зарплата 1 250 000 рублей 15.03.2026'],
    ['оборот 1 000 000 000 000 рублей'],
    ['встреча 2026-03-19T15:00:00+03:00'],
    ['2026-03-19'],
    ['с 10:00 до 18:30'],
    ['0195c3a4-7b1e-7c3d-9f12-3456789abcde'],
    ['{"id":"0195c3a4-7b1e-7c3d-9f12-345678901234","amount":4111111111111111,"total":500100732259,"n":89991234567}'],
    ['заказ 123456789'],
    ['4111 1111 1111 1112'],
    ['инн 500100732258'],
    ['spin 5000 раз, opinion 1234'],
    ['password reset tomorrow'],
    ['поменять паспорт до 2027-05-01'],
    ['8 марта 2026 в 12 00'],
    ['рейс SU 1234 в 8 30, место 14'],
    ['@anna привет'],
  ])('is not private: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('property: no amount of money with its sign is private', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999 }), (amount) => {
        const shown = new Intl.NumberFormat('ru-RU').format(amount)
        expect(found(`потратил ${shown} ₽ вчера`)).toEqual([])
        expect(found(JSON.stringify({ amount, rows: [{ total: amount }] }))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('property: no UUID and no instant is private', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }),
        (id, at) => {
          expect(found(JSON.stringify({ id, at: at.toISOString() }))).toEqual([])
          expect(found(`${id} ${at.toISOString()}`)).toEqual([])
        },
      ),
    )
  })
})

describe('messages for an external model', () => {
  const conversation = () => [
    new SystemMessage('<context>{"facts":["почта Анны anna@mail.ru"]}</context>'),
    new HumanMessage('отправь на anna@mail.ru и позвони 8 999 123-45-67'),
    new AIMessage({
      content: 'Хорошо, anna@mail.ru.',
      tool_calls: [
        { id: 'c1', name: 'tasks_add', args: { title: 'написать anna@mail.ru', list: ['8 999 123-45-67'], n: 7 } },
      ],
    }),
    new ToolMessage({ tool_call_id: 'c1', name: 'tasks_add', content: '{"said":"Задача: написать anna@mail.ru"}' }),
  ]

  it('hold placeholders, the same for the same value, in every kind of message', () => {
    const { messages } = hidePrivate(conversation())
    const sent = JSON.stringify(messages)
    expect(sent).not.toContain('anna@mail.ru')
    expect(sent).not.toContain('123-45-67')
    expect(messages[0]?.text).toContain('[EMAIL_1]')
    expect(messages[1]?.text).toBe('отправь на [EMAIL_1] и позвони [PHONE_2]')
    expect((messages[2] as AIMessage).tool_calls?.[0]?.args).toEqual({
      title: 'написать [EMAIL_1]',
      list: ['[PHONE_2]'],
      n: 7,
    })
    expect((messages[3] as ToolMessage).tool_call_id).toBe('c1')
    expect(messages.map((message) => message.type)).toEqual(['system', 'human', 'ai', 'tool'])
  })

  it('a turn of several model calls keeps its placeholders', () => {
    const vault = createVault()
    const first = conversation()
    vault.hide(first.slice(0, 2))
    const again = vault.hide([...first, new HumanMessage('ещё b@mail.ru и anna@mail.ru')])
    expect(again.at(-1)?.text).toBe('ещё [EMAIL_3] и [EMAIL_1]')
    expect(vault.restore('[EMAIL_3]')).toBe('b@mail.ru')
  })

  it('are copies: the turn keeps the real words', () => {
    const before = conversation()
    hidePrivate(before)
    expect(before[1]?.text).toContain('anna@mail.ru')
  })

  it('come back in text and in arguments; unknown placeholders stay', () => {
    const { restore, restoreValue } = hidePrivate(conversation())
    expect(restore('Написал [EMAIL_1], позвонил [PHONE_2], [CARD_9].')).toBe(
      'Написал anna@mail.ru, позвонил 8 999 123-45-67, [CARD_9].',
    )
    expect(restoreValue({ to: ['[EMAIL_1]'], deep: { phone: '[PHONE_2]' }, n: 1, no: null })).toEqual({
      to: ['anna@mail.ru'],
      deep: { phone: '8 999 123-45-67' },
      n: 1,
      no: null,
    })
  })

  it('property: hiding and restoring is the identity, and nothing private is left', () => {
    const value = fc.constantFrom(
      'anna@mail.ru',
      '+7 999 123-45-67',
      '4111 1111 1111 1111',
      'инн 500100732259',
      'cvv 321',
    )
    const word = fc.constantFrom('потратил', '450', '₽', 'завтра', '15:00', '2026-03-19', '\n', 'да')
    fc.assert(
      fc.property(fc.array(fc.oneof(value, word), { maxLength: 12 }), (parts) => {
        const text = parts.join(' ; ')
        const { messages, restore } = hidePrivate([new HumanMessage(text)])
        const hidden = messages[0]?.text ?? ''
        expect(restore(hidden)).toBe(text)
        expect(findPrivate(hidden)).toEqual([])
      }),
    )
  })

  it('8,000 characters of digits and letters are read quickly', () => {
    for (const text of [
      '1 '.repeat(4_000),
      '1'.repeat(8_000),
      'a.'.repeat(4_000),
      `${'a'.repeat(7_990)}@`,
      'паспорт '.repeat(1_000),
    ]) {
      const started = performance.now()
      findPrivate(text)
      expect(performance.now() - started).toBeLessThan(300)
    }
  })
})

describe('Luhn', () => {
  it('refuses every single wrong digit', () => {
    const card = '4111111111111111'
    for (let index = 0; index < card.length; index++)
      for (let digit = 0; digit < 10; digit++) {
        const changed = card.slice(0, index) + digit + card.slice(index + 1)
        expect(isLuhn(changed)).toBe(changed === card)
      }
  })
})
