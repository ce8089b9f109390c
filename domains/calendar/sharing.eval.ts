import { agenda, call, cancelEvent, changeEvent, event, undo } from '../../evals/calls.ts'
import { type Call, type Dialogue, dialogueOf } from '../../evals/dialogue.ts'
import { allEvents } from '../../evals/rows.ts'

const dialogue = dialogueOf('calendar')

/** Free hours of one day on Moscow's clock. */
const freeOn = (from: string, to: string, more: Record<string, unknown> = {}): Call =>
  call('calendar_find_free_slots', { from: `${from}T00:00:00+03:00`, to: `${to}T00:00:00+03:00`, ...more })

export const dialogues: Dialogue[] = [
  dialogue({
    id: 'calendar.ru.clash_second_choice',
    lang: 'ru',
    given: [event('Планёрка', '2026-03-19T15:00:00+03:00')],
    turns: [
      {
        say: 'запиши завтра в 15:00 маникюр на час',
        calls: [event('маникюр', '2026-03-19T15:00:00+03:00', { durationMinutes: 60 })],
        expect: {
          writes: { calendar: 1 },
          rows: [allEvents({ title: 'Планёрка' }, { title: /маникюр/i, start: '2026-03-19T15:00:00+03:00' })],
          reply: [/планёрк/i, '14:00', '16:00'],
        },
      },
      {
        say: 'тогда на 16:00',
        calls: [changeEvent('маникюр', { time: '16:00' })],
        expect: {
          writes: { calendar: 1 },
          rows: [allEvents({ title: 'Планёрка' }, { title: /маникюр/i, start: '2026-03-19T16:00:00+03:00' })],
          reply: ['16:00'],
          replyNot: [/планёрк/i],
        },
      },
    ],
  }),
  dialogue({
    id: 'calendar.en.clash_second_choice',
    lang: 'en',
    given: [event('Standup', '2026-03-19T15:00:00+03:00')],
    turns: [
      {
        say: 'book a haircut tomorrow at 3pm for an hour',
        calls: [event('haircut', '2026-03-19T15:00:00+03:00', { durationMinutes: 60 })],
        expect: {
          writes: { calendar: 1 },
          rows: [allEvents({ title: 'Standup' }, { title: /haircut/i, start: '2026-03-19T15:00:00+03:00' })],
          reply: [/standup/i, /2:00|14:00/, /4:00|16:00/],
        },
      },
      {
        say: 'at 4pm then',
        calls: [changeEvent('haircut', { time: '16:00' })],
        expect: {
          writes: { calendar: 1 },
          rows: [allEvents({ title: 'Standup' }, { title: /haircut/i, start: '2026-03-19T16:00:00+03:00' })],
          replyNot: [/standup/i],
        },
      },
      {
        say: 'cancel the haircut',
        calls: [cancelEvent('haircut')],
        expect: { pending: 1, reply: [/haircut/i] },
      },
      { say: 'yes', expect: { writes: { calendar: 1 }, rows: [allEvents({ title: 'Standup' })] } },
    ],
  }),
  dialogue({
    id: 'calendar.ru.feed_opened_and_closed',
    lang: 'ru',
    given: [event('Планёрка', '2026-03-19T15:00:00+03:00')],
    turns: [
      {
        say: 'сделай ссылку на мой календарь, хочу подписаться из гугла',
        calls: [call('calendar_create_feed')],
        expect: { pending: 1, reply: [/ссылк/i, '?'] },
      },
      { say: 'да', expect: { writes: { calendar: 1 }, reply: [/ссылк/i] } },
      {
        say: 'закрой ссылку на календарь',
        calls: [call('calendar_revoke_feed')],
        expect: { writes: { calendar: 1 }, reply: [/закрыт/i], rows: [allEvents({ title: 'Планёрка' })] },
      },
      {
        say: 'точно закрыта ссылка на календарь? закрой',
        calls: [call('calendar_revoke_feed')],
        expect: { reply: [/нет|закрыт/i] },
      },
    ],
  }),
  dialogue({
    id: 'calendar.en.feed_refused_then_made',
    lang: 'en',
    turns: [
      {
        say: 'create a link to share my calendar',
        calls: [call('calendar_create_feed')],
        expect: { pending: 1, reply: [/link/i, '?'] },
      },
      { say: 'no', expect: {} },
      {
        say: 'ok create the calendar link after all',
        calls: [call('calendar_create_feed')],
        expect: { pending: 1, reply: [/link/i, '?'] },
      },
      { say: 'yes', expect: { writes: { calendar: 1 }, reply: [/link/i] } },
      {
        say: 'close the calendar link',
        calls: [call('calendar_revoke_feed')],
        expect: { writes: { calendar: 1 }, reply: [/closed|revoked/i] },
      },
    ],
  }),
  dialogue({
    id: 'calendar.ru.new_york_clock',
    lang: 'ru',
    turns: [
      {
        say: 'созвон с заказчиком завтра в 10 утра по Нью-Йорку',
        calls: [event('созвон с заказчиком', '2026-03-19T10:00:00-04:00', { timeZone: 'America/New_York' })],
        expect: {
          writes: { calendar: 1 },
          rows: [
            allEvents({
              title: /созвон с заказчиком/i,
              start: '2026-03-19T17:00:00+03:00',
              timeZone: 'America/New_York',
            }),
          ],
        },
      },
      {
        say: 'во сколько это по моему времени?',
        calls: [agenda('2026-03-19', '2026-03-20')],
        expect: { reply: ['17:00'] },
      },
    ],
  }),
  dialogue({
    id: 'calendar.en.london_clock',
    lang: 'en',
    turns: [
      {
        say: 'webinar on friday at 3pm London time',
        calls: [event('webinar', '2026-03-20T15:00:00+00:00', { timeZone: 'Europe/London' })],
        expect: {
          writes: { calendar: 1 },
          rows: [allEvents({ title: /webinar/i, start: '2026-03-20T18:00:00+03:00', timeZone: 'Europe/London' })],
        },
      },
      {
        say: 'move it an hour later',
        calls: [changeEvent('webinar', { shiftMinutes: 60 })],
        expect: {
          writes: { calendar: 1 },
          rows: [allEvents({ title: /webinar/i, start: '2026-03-20T19:00:00+03:00' })],
        },
      },
      {
        say: "what's on friday?",
        calls: [agenda('2026-03-20', '2026-03-21')],
        expect: { reply: [/webinar/i, /19:00|7:00/] },
      },
    ],
  }),
  dialogue({
    id: 'calendar.ru.does_not_take_time',
    lang: 'ru',
    turns: [
      {
        say: 'поставь завтра с 9 до 18 дежурство на телефоне, пометь что я при этом свободен',
        calls: [
          event('дежурство на телефоне', '2026-03-19T09:00:00+03:00', {
            end: '2026-03-19T18:00:00+03:00',
            busy: false,
          }),
        ],
        expect: {
          writes: { calendar: 1 },
          rows: [allEvents({ title: /дежурство/i, busy: false, end: '2026-03-19T18:00:00+03:00' })],
        },
      },
      {
        say: 'и созвон завтра в 12',
        calls: [event('созвон', '2026-03-19T12:00:00+03:00')],
        expect: {
          writes: { calendar: 1 },
          rows: [allEvents({ title: /дежурство/i }, { title: /созвон/i, start: '2026-03-19T12:00:00+03:00' })],
          replyNot: [/дежурств/i],
        },
      },
      {
        say: 'когда я завтра свободен?',
        calls: [freeOn('2026-03-19', '2026-03-20')],
        expect: { reply: ['09:00–12:00', '13:00'] },
      },
    ],
  }),
  dialogue({
    id: 'calendar.en.day_off_takes_the_day',
    lang: 'en',
    turns: [
      {
        say: 'day off on friday, block the whole day as busy',
        calls: [event('day off', '2026-03-20', { allDay: true, busy: true })],
        expect: { writes: { calendar: 1 }, rows: [allEvents({ title: /day off/i, allDay: true, busy: true })] },
      },
      {
        say: 'when am i free on friday?',
        calls: [freeOn('2026-03-20', '2026-03-21')],
        expect: { reply: [/no free time|not free|busy/i] },
      },
      {
        say: "make it not busy, it's only a note",
        calls: [changeEvent('day off', { busy: false })],
        expect: { writes: { calendar: 1 }, rows: [allEvents({ title: /day off/i, busy: false })] },
      },
      {
        say: 'and now, when am i free on friday?',
        calls: [freeOn('2026-03-20', '2026-03-21')],
        expect: { reply: [/09:00|9:00/] },
      },
    ],
  }),
  dialogue({
    id: 'calendar.ru.what_it_costs',
    lang: 'ru',
    turns: [
      {
        say: 'массаж в субботу в 12, стоит 3500',
        calls: [event('массаж', '2026-03-21T12:00:00+03:00', { cost: { amount: 350_000 } })],
        expect: {
          writes: { calendar: 1 },
          rows: [allEvents({ title: /массаж/i, cost: { amount: 350_000, currency: 'RUB' } })],
        },
      },
      {
        say: 'нет, стоит 4000',
        calls: [changeEvent('массаж', { cost: { amount: 400_000 } })],
        expect: {
          writes: { calendar: 1 },
          rows: [allEvents({ title: /массаж/i, cost: { amount: 400_000, currency: 'RUB' } })],
        },
      },
      {
        say: 'отмени',
        calls: [undo],
        expect: {
          writes: { calendar: 1 },
          rows: [allEvents({ title: /массаж/i, cost: { amount: 350_000, currency: 'RUB' } })],
        },
      },
    ],
  }),
  dialogue({
    id: 'calendar.en.what_it_costs',
    lang: 'en',
    turns: [
      {
        say: 'dentist on saturday at noon, it costs 120',
        calls: [event('dentist', '2026-03-21T12:00:00+03:00', { cost: { amount: 12_000 } })],
        expect: {
          writes: { calendar: 1 },
          rows: [allEvents({ title: /dentist/i, cost: { amount: 12_000, currency: 'USD' } })],
        },
      },
      {
        say: 'move it to sunday',
        calls: [changeEvent('dentist', { date: '2026-03-22' })],
        expect: {
          writes: { calendar: 1 },
          rows: [
            allEvents({
              title: /dentist/i,
              start: '2026-03-22T12:00:00+03:00',
              cost: { amount: 12_000, currency: 'USD' },
            }),
          ],
        },
      },
    ],
  }),
]
