// What people say in a row, and the writes that each message leads to; lists looked through on the way are left out.

export interface Line {
  says: string
  /** Name and arguments of each write; nothing when the message may write nothing. */
  writes?: readonly [string, Record<string, unknown>][]
  asks?: boolean
}
export interface Talk {
  rule: string
  lang: 'ru' | 'en'
  given?: readonly [string, Record<string, unknown>][]
  lines: readonly Line[]
}

const MARCH = '2026-03-'
const at = (day: number, time: string): string => `${MARCH}${day}T${time}:00+03:00`

export const TALKS: readonly Talk[] = [
  {
    rule: 'a change without a name is of the row just handled',
    lang: 'ru',
    lines: [
      {
        says: 'напомни завтра в 6 вечера забрать костюм',
        writes: [['reminders_set_reminder', { text: 'забрать костюм', at: at(19, '18:00') }]],
      },
      {
        says: 'а лучше перенеси на 8',
        writes: [['reminders_update_reminder', { id: 'reminders-1', at: at(19, '20:00') }]],
      },
      { says: 'добавь задачу собрать шкаф', writes: [['tasks_add_task', { title: 'Собрать шкаф' }]] },
      { says: 'сделай её срочной', writes: [['tasks_update_task', { id: 'tasks-2', priority: 1 }]] },
      { says: 'это займёт часа три', writes: [['tasks_update_task', { id: 'tasks-2', durationMinutes: 180 }]] },
      { says: 'удали её', writes: [['tasks_delete_task', { id: 'tasks-2' }]] },
    ],
  },
  {
    rule: 'a change without a name is of the row just handled',
    lang: 'en',
    lines: [
      {
        says: 'remind me tomorrow at 6pm to collect the suit',
        writes: [['reminders_set_reminder', { text: 'collect the suit', at: at(19, '18:00') }]],
      },
      { says: 'add a task to assemble the wardrobe', writes: [['tasks_add_task', { title: 'Assemble the wardrobe' }]] },
      { says: 'make it urgent', writes: [['tasks_update_task', { id: 'tasks-2', priority: 1 }]] },
      {
        says: "it'll take about three hours",
        writes: [['tasks_update_task', { id: 'tasks-2', durationMinutes: 180 }]],
      },
    ],
  },
  {
    rule: 'a refusal changes nothing',
    lang: 'ru',
    lines: [
      {
        says: 'поставь массаж завтра в 5',
        writes: [['calendar_add_event', { title: 'Массаж', start: at(19, '17:00') }]],
      },
      { says: 'нет, не надо' },
      { says: 'нет, спасибо' },
      { says: 'а лучше на 9', writes: [['calendar_update_event', { id: 'calendar-1', time: '09:00' }]] },
    ],
  },
  {
    rule: 'a thing to be done with its day is a task, and asking for what we cannot do is none',
    lang: 'ru',
    lines: [
      {
        says: 'помыть машину завтра',
        writes: [['tasks_add_task', { title: 'Помыть машину', dueAt: at(19, '09:00') }]],
      },
      { says: 'включить свет вечером' },
      { says: 'перевести текст до завтра' },
    ],
  },
  {
    rule: 'a delay corrected keeps its unit',
    lang: 'ru',
    lines: [
      {
        says: 'напомни через два часа снять бельё',
        writes: [['reminders_set_reminder', { text: 'снять бельё', at: at(18, '12:00') }]],
      },
      {
        says: 'нет, через полтора',
        writes: [['reminders_update_reminder', { id: 'reminders-1', at: at(18, '11:30') }]],
      },
    ],
  },
  {
    rule: 'a delay corrected keeps its unit',
    lang: 'en',
    lines: [
      {
        says: 'remind me in two hours to take the laundry in',
        writes: [['reminders_set_reminder', { text: 'take the laundry in', at: at(18, '12:00') }]],
      },
      {
        says: 'no, in an hour and a half',
        writes: [['reminders_update_reminder', { id: 'reminders-1', at: at(18, '11:30') }]],
      },
    ],
  },
  {
    rule: 'what begins with "and" is more of the same',
    lang: 'ru',
    lines: [
      {
        says: 'напомни завтра в 9 про анализы',
        writes: [['reminders_set_reminder', { text: 'анализы', at: at(19, '09:00') }]],
      },
      {
        says: 'и в 18 забрать дочку',
        writes: [['reminders_set_reminder', { text: 'забрать дочку', at: at(19, '18:00') }]],
      },
      {
        says: 'а ещё каждый день в 21:00 проветрить спальню',
        writes: [
          ['reminders_set_reminder', { text: 'проветрить спальню', rrule: 'FREQ=DAILY', startsAt: at(18, '21:00') }],
        ],
      },
      { says: 'добавь задачу сдать отчёт', writes: [['tasks_add_task', { title: 'Сдать отчёт' }]] },
      { says: 'надо ещё позвонить юристу', writes: [['tasks_add_task', { title: 'Позвонить юристу' }]] },
      { says: 'запомни что Катя живёт в Туле', writes: [['memory_remember_fact', { text: 'Катя живёт в Туле' }]] },
      {
        says: 'и что ключи от гаража у неё',
        writes: [['memory_remember_fact', { text: 'ключи от гаража у неё' }]],
      },
      { says: 'и шкафчик 77', asks: true },
    ],
  },
  {
    rule: 'what begins with "and" is more of the same',
    lang: 'en',
    lines: [
      {
        says: 'remind me tomorrow at 9 about the blood test',
        writes: [['reminders_set_reminder', { text: 'blood test', at: at(19, '09:00') }]],
      },
      {
        says: 'and at 6pm to pick up my daughter',
        writes: [['reminders_set_reminder', { text: 'pick up my daughter', at: at(19, '18:00') }]],
      },
      { says: 'add a task to submit the report', writes: [['tasks_add_task', { title: 'Submit the report' }]] },
      { says: 'also need to call the lawyer', writes: [['tasks_add_task', { title: 'Call the lawyer' }]] },
      {
        says: 'remember that Kate lives in Leeds',
        writes: [['memory_remember_fact', { text: 'Kate lives in Leeds' }]],
      },
      {
        says: 'and that the garage keys are with her',
        writes: [['memory_remember_fact', { text: 'the garage keys are with her' }]],
      },
    ],
  },
  {
    rule: 'a row is looked for wherever it may be',
    lang: 'ru',
    given: [
      ['tasks_add_task', { title: 'Оплатить налоги', status: 'open' }],
      ['reminders_set_reminder', { text: 'выключить утюг', nextAt: at(18, '20:00') }],
      ['finance_add_transaction', { kind: 'expense', amount: 25000, category: 'кофе' }],
      ['finance_add_transaction', { kind: 'expense', amount: 89000, payee: 'Аптека' }],
    ],
    lines: [
      {
        says: 'перенеси налоги на понедельник',
        writes: [['tasks_update_task', { id: 'tasks-1', dueAt: at(23, '09:00') }]],
      },
      {
        says: 'перенеси утюг на девять вечера',
        writes: [['reminders_update_reminder', { id: 'reminders-2', at: at(18, '21:00') }]],
      },
      { says: 'удали кофе', writes: [['finance_delete_transaction', { id: 'finance-3' }]] },
      { says: 'удали запись про аптеку', writes: [['finance_delete_transaction', { id: 'finance-4' }]] },
      { says: 'перенеси гараж на субботу' },
    ],
  },
  {
    rule: 'a row is looked for wherever it may be',
    lang: 'en',
    given: [
      ['tasks_add_task', { title: 'Pay taxes', status: 'open' }],
      ['finance_add_transaction', { kind: 'expense', amount: 1800, category: 'taxi' }],
    ],
    lines: [
      { says: 'move the taxes to monday', writes: [['tasks_update_task', { id: 'tasks-1', dueAt: at(23, '09:00') }]] },
      { says: 'delete the taxi one', writes: [['finance_delete_transaction', { id: 'finance-2' }]] },
    ],
  },
  {
    rule: 'told as done, a task that matches is completed and nothing else',
    lang: 'ru',
    given: [
      ['tasks_add_task', { title: 'Полить цветы', status: 'open' }],
      ['tasks_add_task', { title: 'Позвонить в банк', status: 'open' }],
    ],
    lines: [
      { says: 'посмотрел хороший фильм' },
      { says: 'цветы ещё не полил' },
      { says: 'мама полила огород' },
      { says: 'полил цветы', writes: [['tasks_complete_task', { id: 'tasks-1' }]] },
      { says: 'а в банк уже позвонил', writes: [['tasks_complete_task', { id: 'tasks-2' }]] },
    ],
  },
  {
    rule: 'told as done, a task that matches is completed and nothing else',
    lang: 'en',
    given: [
      ['tasks_add_task', { title: 'Buy theatre tickets', status: 'open' }],
      ['tasks_add_task', { title: 'Wash the windows', status: 'open' }],
    ],
    lines: [
      { says: 'watched a great film' },
      { says: 'i have not washed the windows' },
      { says: 'and i washed the windows', writes: [['tasks_complete_task', { id: 'tasks-2' }]] },
      { says: "i've already bought the theatre tickets", writes: [['tasks_complete_task', { id: 'tasks-1' }]] },
    ],
  },
  {
    rule: 'a reminder counts back from a planned event',
    lang: 'ru',
    given: [['calendar_add_event', { title: 'Стоматолог', start: at(20, '16:00') }]],
    lines: [
      {
        says: 'напомни за час до стоматолога',
        writes: [['reminders_set_reminder', { text: 'Стоматолог', at: at(20, '15:00') }]],
      },
      { says: 'и ещё за день', writes: [['reminders_set_reminder', { text: 'Стоматолог', at: at(19, '16:00') }]] },
      { says: 'напомни за час до парикмахера', asks: true },
    ],
  },
  {
    rule: 'a reminder counts back from a planned event',
    lang: 'en',
    given: [['calendar_add_event', { title: 'Dentist', start: at(20, '16:00') }]],
    lines: [
      {
        says: 'remind me an hour before the dentist',
        writes: [['reminders_set_reminder', { text: 'Dentist', at: at(20, '15:00') }]],
      },
      {
        says: 'and a day before too',
        writes: [['reminders_set_reminder', { text: 'Dentist', at: at(19, '16:00') }]],
      },
    ],
  },
  {
    rule: 'several plans in one message',
    lang: 'ru',
    lines: [
      {
        says: 'завтра в 9 зарядка, в 12 обед с мамой, а в 19 кино',
        writes: [
          ['calendar_add_event', { title: 'Зарядка', start: at(19, '09:00') }],
          ['calendar_add_event', { title: 'Обед с мамой', start: at(19, '12:00') }],
          ['calendar_add_event', { title: 'Кино', start: at(19, '19:00') }],
        ],
      },
      {
        says: 'второе перенеси на час позже',
        writes: [['calendar_update_event', { id: 'calendar-2', shiftMinutes: 60 }]],
      },
      {
        says: 'дела на субботу: полить цветы, вынести мусор и позвонить в жэк',
        writes: [
          ['tasks_add_task', { title: 'Полить цветы', dueAt: at(21, '09:00') }],
          ['tasks_add_task', { title: 'Вынести мусор', dueAt: at(21, '09:00') }],
          ['tasks_add_task', { title: 'Позвонить в жэк', dueAt: at(21, '09:00') }],
        ],
      },
      { says: 'третья готова', writes: [['tasks_complete_task', { id: 'tasks-6' }]] },
      {
        says: 'запомни что я не ем рыбу и добавь задачу купить тофу',
        writes: [
          ['memory_remember_fact', { text: 'я не ем рыбу' }],
          ['tasks_add_task', { title: 'Купить тофу' }],
        ],
      },
    ],
  },
  {
    rule: 'several plans in one message',
    lang: 'en',
    lines: [
      {
        says: 'tomorrow dentist at 9, lunch with sam at 1 and gym at 7pm',
        writes: [
          ['calendar_add_event', { title: 'Dentist', start: at(19, '09:00') }],
          ['calendar_add_event', { title: 'Lunch with sam', start: at(19, '13:00') }],
          ['calendar_add_event', { title: 'Gym', start: at(19, '19:00') }],
        ],
      },
      {
        says: 'make the second one half an hour earlier',
        writes: [['calendar_update_event', { id: 'calendar-2', shiftMinutes: -30 }]],
      },
      {
        says: 'todo for saturday: water the plants, take out the trash',
        writes: [
          ['tasks_add_task', { title: 'Water the plants', dueAt: at(21, '09:00') }],
          ['tasks_add_task', { title: 'Take out the trash', dueAt: at(21, '09:00') }],
        ],
      },
      { says: 'the first one is done', writes: [['tasks_complete_task', { id: 'tasks-4' }]] },
    ],
  },
  {
    rule: 'the day just spoken of',
    lang: 'ru',
    lines: [
      { says: 'когда я завтра свободен?' },
      {
        says: 'поставь туда обед с 12 до часу',
        writes: [['calendar_add_event', { title: 'Обед', start: at(19, '12:00'), end: at(19, '13:00') }]],
      },
    ],
  },
  {
    rule: 'the day just spoken of',
    lang: 'en',
    lines: [
      { says: "what's free on friday?" },
      {
        says: 'put a haircut there at 4pm',
        writes: [['calendar_add_event', { title: 'Haircut', start: at(20, '16:00') }]],
      },
    ],
  },
  {
    rule: 'mistyped commands and days, words before a request',
    lang: 'ru',
    given: [['calendar_add_event', { title: 'Спортзал', start: at(20, '18:00') }]],
    lines: [
      {
        says: 'пернеси спортзал на субооту',
        writes: [['calendar_update_event', { id: 'calendar-1', date: `${MARCH}21` }]],
      },
      {
        says: 'ладно, задача: вынести мусор вечером',
        writes: [['tasks_add_task', { title: 'Вынести мусор', dueAt: at(18, '19:00') }]],
      },
    ],
  },
  {
    rule: 'mistyped commands and days, words before a request',
    lang: 'en',
    given: [['calendar_add_event', { title: 'Gym', start: at(20, '18:00') }]],
    lines: [
      {
        says: 'mvoe the gym to saterday',
        writes: [['calendar_update_event', { id: 'calendar-1', date: `${MARCH}21` }]],
      },
      {
        says: 'fine, task: take out the trash this evening',
        writes: [['tasks_add_task', { title: 'Take out the trash', dueAt: at(18, '19:00') }]],
      },
    ],
  },
  {
    rule: 'what is not to be kept, and what is of the body',
    lang: 'en',
    lines: [
      { says: "i had a fight with my brother yesterday, don't remember that" },
      {
        says: "i'm 182 cm tall and weigh 79 kg",
        writes: [['account_update_profile', { heightCm: 182, weightKg: 79 }]],
      },
    ],
  },
  {
    rule: 'a reminder no longer wanted, and wanted back',
    lang: 'ru',
    given: [['reminders_set_reminder', { text: 'оплатить интернет', nextAt: at(20, '09:00') }]],
    lines: [
      { says: 'не надо напоминать про воду' },
      { says: 'не надо напоминать про интернет', writes: [['reminders_cancel_reminder', { id: 'reminders-1' }]] },
      { says: 'верни напоминание', writes: [['account_undo_last', {}]] },
    ],
  },
  {
    rule: 'facts and limits are corrected where they are',
    lang: 'ru',
    lines: [
      { says: 'запомни размер обуви 42', writes: [['memory_remember_fact', { text: 'размер обуви 42' }]] },
      {
        says: 'ой, не 42, а 43',
        writes: [['memory_correct_fact', { id: 'memory-1', text: 'размер обуви 43' }]],
      },
      { says: 'лимит на такси 3000', writes: [['finance_set_budget', { category: 'такси', limit: 300000 }]] },
      { says: 'нет, 4000', writes: [['finance_set_budget', { category: 'такси', limit: 400000 }]] },
    ],
  },
]
