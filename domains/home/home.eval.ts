import {
  appliance,
  call,
  checkOff,
  chore,
  choreDone,
  listed,
  pet,
  petCare,
  petFood,
  reading,
  repair,
  stocked,
  undo,
  useStock,
} from '../../evals/calls.ts'
import { type Dialogue, dialogueOf } from '../../evals/dialogue.ts'
import {
  appliances,
  chores,
  consent,
  entries,
  openTasks,
  petCares,
  pets,
  readings,
  repairs,
  shopping,
  stock,
} from '../../evals/rows.ts'

const dialogue = dialogueOf('home')
const sharing = call('account_set_consent', { purpose: 'household', granted: true })

const lists: Dialogue[] = [
  dialogue({
    id: 'home.ru.shopping',
    lang: 'ru',
    turns: [
      {
        say: 'добавь в список покупок молоко 2 литра и хлеб',
        calls: [listed('молоко', { quantity: 2, unit: 'л' }), listed('хлеб')],
        replies: 'В списке покупок молоко, 2 л, и хлеб.',
        expect: {
          writes: { home: 2 },
          rows: [shopping({ item: /молоко/i, quantity: 2, status: 'open' }, { item: /хлеб/i, status: 'open' })],
          reply: [/молоко/i, '2', /хлеб/i],
        },
      },
      {
        say: 'ещё сыр в список',
        calls: [listed('сыр')],
        expect: { writes: { home: 1 }, rows: [shopping({ item: /молоко/i }, { item: /хлеб/i }, { item: /сыр/i })] },
      },
      {
        say: 'молоко купил',
        calls: [checkOff('молоко')],
        replies: 'Молоко вычеркнул.',
        expect: {
          writes: { home: 1 },
          rows: [shopping({ item: /молоко/i, checked: true }, { item: /хлеб/i, checked: false }, { item: /сыр/i })],
        },
      },
      {
        say: 'что осталось в списке покупок?',
        calls: [call('home_list_items', { status: 'open' })],
        expect: { reply: [/хлеб/i, /сыр/i], replyNot: [/молоко/i] },
      },
    ],
  }),
  dialogue({
    id: 'home.en.shopping',
    lang: 'en',
    turns: [
      {
        say: 'add 2 liters of milk and bread to the shopping list',
        calls: [listed('milk', { quantity: 2, unit: 'l' }), listed('bread')],
        expect: {
          writes: { home: 2 },
          rows: [shopping({ item: /milk/i, quantity: 2, status: 'open' }, { item: /bread/i, status: 'open' })],
          reply: [/milk/i, '2', /bread/i],
        },
      },
      {
        say: 'add cheese to the list too',
        calls: [listed('cheese')],
        replies: 'Cheese is on the shopping list.',
        expect: { writes: { home: 1 }, rows: [shopping({ item: /milk/i }, { item: /bread/i }, { item: /cheese/i })] },
      },
      {
        say: 'bought the milk',
        calls: [checkOff('milk')],
        expect: {
          writes: { home: 1 },
          rows: [shopping({ item: /milk/i, checked: true }, { item: /bread/i, checked: false }, { item: /cheese/i })],
        },
      },
      {
        say: "what's left on the shopping list?",
        calls: [call('home_list_items', { status: 'open' })],
        replies: 'Two things are left: bread and cheese.',
        expect: { reply: [/bread/i, /cheese/i], replyNot: [/milk/i] },
      },
    ],
  }),
  dialogue({
    id: 'home.ru.shopping_undo',
    lang: 'ru',
    turns: [
      {
        say: 'запиши в покупки батарейки',
        calls: [listed('батарейки')],
        expect: { writes: { home: 1 }, rows: [shopping({ item: /батарейки/i })], reply: [/батарейки/i] },
      },
      {
        say: 'отмени',
        calls: [undo],
        expect: { writes: { home: 1 }, rows: [shopping()] },
      },
      {
        say: 'добавь в список покупок лампочки 3 штуки',
        calls: [listed('лампочки', { quantity: 3, unit: 'шт' })],
        expect: { writes: { home: 1 }, rows: [shopping({ item: /лампочки/i, quantity: 3 })], reply: ['3'] },
      },
    ],
  }),
  dialogue({
    id: 'home.en.shopping_undo',
    lang: 'en',
    turns: [
      {
        say: 'put batteries on the shopping list',
        calls: [listed('batteries')],
        expect: { writes: { home: 1 }, rows: [shopping({ item: /batteries/i })], reply: [/batteries/i] },
      },
      {
        say: 'undo that',
        calls: [undo],
        expect: { writes: { home: 1 }, rows: [shopping()] },
      },
      {
        say: 'add 3 packs of light bulbs to the shopping list',
        calls: [listed('light bulbs', { quantity: 3, unit: 'packs' })],
        expect: { writes: { home: 1 }, rows: [shopping({ item: /light bulbs/i, quantity: 3 })], reply: ['3'] },
      },
    ],
  }),
  dialogue({
    id: 'home.ru.remove_item',
    lang: 'ru',
    given: [listed('яйца'), listed('сметана'), listed('укроп')],
    turns: [
      {
        say: 'убери сметану из списка покупок, уже не нужна',
        calls: [call('home_remove_list_item', { item: 'сметану' })],
        expect: { writes: { home: 1 }, rows: [shopping({ item: /яйца/i }, { item: /укроп/i })], reply: [/сметан/i] },
      },
      {
        say: 'верни сметану',
        calls: [undo],
        replies: 'Сметана снова в списке.',
        expect: {
          writes: { home: 1 },
          rows: [shopping({ item: /яйца/i }, { item: /сметана/i, status: 'open' }, { item: /укроп/i })],
        },
      },
      {
        say: 'яйца и укроп купил, вычеркни из списка',
        calls: [checkOff('яйца'), checkOff('укроп')],
        expect: {
          writes: { home: 2 },
          rows: [
            shopping(
              { item: /яйца/i, checked: true },
              { item: /сметана/i, checked: false },
              { item: /укроп/i, checked: true },
            ),
          ],
        },
      },
    ],
  }),
  dialogue({
    id: 'home.en.remove_item',
    lang: 'en',
    given: [listed('eggs'), listed('sour cream'), listed('dill')],
    turns: [
      {
        say: "remove sour cream from the shopping list, we don't need it",
        calls: [call('home_remove_list_item', { item: 'sour cream' })],
        replies: 'Sour cream is off the list.',
        expect: { writes: { home: 1 }, rows: [shopping({ item: /eggs/i }, { item: /dill/i })], reply: [/sour cream/i] },
      },
      {
        say: 'bring it back',
        calls: [undo],
        expect: {
          writes: { home: 1 },
          rows: [shopping({ item: /eggs/i }, { item: /sour cream/i, status: 'open' }, { item: /dill/i })],
        },
      },
      {
        say: 'check off eggs and dill',
        calls: [checkOff('eggs'), checkOff('dill')],
        expect: {
          writes: { home: 2 },
          rows: [
            shopping(
              { item: /eggs/i, checked: true },
              { item: /sour cream/i, checked: false },
              { item: /dill/i, checked: true },
            ),
          ],
        },
      },
    ],
  }),
  dialogue({
    id: 'home.ru.more_of_it',
    lang: 'ru',
    given: [listed('кефир', { quantity: 1, unit: 'л' })],
    turns: [
      {
        say: 'добавь в список покупок ещё 2 литра кефира',
        calls: [listed('кефир', { quantity: 2, unit: 'л' })],
        expect: { writes: { home: 1 }, rows: [shopping({ item: /кефир/i, quantity: 3 })], reply: ['3', /кефир/i] },
      },
      {
        say: 'покажи список покупок',
        calls: [call('home_list_items')],
        expect: { reply: [/кефир/i, '3'] },
      },
    ],
  }),
  dialogue({
    id: 'home.ru.two_fit',
    lang: 'ru',
    given: [listed('корм для кота'), listed('корм для рыбок')],
    turns: [
      {
        say: 'вычеркни корм из списка',
        calls: [checkOff('корм')],
        expect: {
          asks: true,
          reply: [/кот/i, /рыб/i],
          rows: [shopping({ item: /кот/i, checked: false }, { item: /рыб/i, checked: false })],
        },
      },
      {
        say: 'вычеркни корм для рыбок',
        calls: [checkOff('корм для рыбок')],
        expect: {
          writes: { home: 1 },
          rows: [shopping({ item: /кот/i, checked: false }, { item: /рыб/i, checked: true })],
        },
      },
    ],
  }),
  dialogue({
    id: 'home.en.two_fit',
    lang: 'en',
    given: [listed('oat milk'), listed('goat milk')],
    turns: [
      {
        say: 'check milk off the list',
        calls: [checkOff('milk')],
        expect: {
          asks: true,
          reply: [/oat milk/i, /goat milk/i],
          rows: [shopping({ item: 'oat milk', checked: false }, { item: 'goat milk', checked: false })],
        },
      },
      {
        say: 'check off the goat milk',
        calls: [checkOff('goat milk')],
        expect: {
          writes: { home: 1 },
          rows: [shopping({ item: 'oat milk', checked: false }, { item: 'goat milk', checked: true })],
        },
      },
    ],
  }),
  dialogue({
    id: 'home.ru.other_list',
    lang: 'ru',
    given: [listed('морковь')],
    turns: [
      {
        say: 'добавь в список аптека пластырь',
        calls: [listed('пластырь', { list: 'аптека' })],
        expect: { writes: { home: 1 }, rows: [shopping({ item: /морковь/i })], reply: [/аптек/i, /пластырь/i] },
      },
      {
        say: 'что в списке аптека?',
        calls: [call('home_list_items', { list: 'аптека' })],
        expect: { reply: [/пластырь/i], replyNot: [/морковь/i] },
      },
      {
        say: 'а в списке покупок?',
        calls: [call('home_list_items')],
        expect: { reply: [/морковь/i], replyNot: [/пластырь/i] },
      },
    ],
  }),
  dialogue({
    id: 'home.en.not_on_the_list',
    lang: 'en',
    given: [listed('rice')],
    turns: [
      {
        say: 'check coffee off the shopping list',
        calls: [checkOff('coffee')],
        expect: { rows: [shopping({ item: /rice/i, checked: false })], reply: [/coffee/i] },
      },
      {
        say: 'ok, add coffee to the shopping list',
        calls: [listed('coffee')],
        expect: { writes: { home: 1 }, rows: [shopping({ item: /rice/i }, { item: /coffee/i, status: 'open' })] },
      },
      {
        say: 'show the shopping list',
        calls: [call('home_list_items')],
        expect: { reply: [/rice/i, /coffee/i] },
      },
    ],
  }),
  dialogue({
    id: 'home.ru.story_of_others',
    lang: 'ru',
    turns: [
      {
        say: 'соседка вчера купила новый холодильник и завела хомяка',
        replies: 'Весёлый у неё был день.',
        expect: { rows: [appliances(), pets(), shopping(), entries()] },
      },
      {
        say: 'а мне добавь в список покупок семечки',
        calls: [listed('семечки')],
        expect: { writes: { home: 1 }, rows: [shopping({ item: /семечки/i })] },
      },
    ],
  }),
]

const housework: Dialogue[] = [
  dialogue({
    id: 'home.ru.chore_weekly',
    lang: 'ru',
    turns: [
      {
        say: 'домашнее дело: пылесосить каждую субботу',
        calls: [chore('пылесосить', { rrule: 'FREQ=WEEKLY;BYDAY=SA' })],
        expect: {
          writes: { home: 1 },
          rows: [chores({ title: /пылесосить/i, rrule: /WEEKLY.*SA/, nextDueOn: '2026-03-21' }), openTasks()],
          reply: [/пылесосить/i],
        },
      },
      {
        say: 'отметь домашнее дело пылесосить сделанным',
        at: '2026-03-21T12:00:00+03:00',
        calls: [choreDone('пылесосить')],
        replies: 'Отметил. Следующий раз 28 марта.',
        expect: {
          writes: { home: 1 },
          rows: [chores({ title: /пылесосить/i, lastDoneOn: '2026-03-21', nextDueOn: '2026-03-28' })],
        },
      },
      {
        say: 'какие домашние дела заведены?',
        at: '2026-03-21T12:05:00+03:00',
        calls: [call('home_list_chores')],
        expect: { reply: [/пылесосить/i, '28'] },
      },
    ],
  }),
  dialogue({
    id: 'home.en.chore_weekly',
    lang: 'en',
    turns: [
      {
        say: 'add a chore: vacuum every saturday',
        calls: [chore('vacuum', { rrule: 'FREQ=WEEKLY;BYDAY=SA' })],
        expect: {
          writes: { home: 1 },
          rows: [chores({ title: /vacuum/i, rrule: /WEEKLY.*SA/, nextDueOn: '2026-03-21' }), openTasks()],
          reply: [/vacuum/i],
        },
      },
      {
        say: 'mark the vacuum chore done',
        at: '2026-03-21T12:00:00+03:00',
        calls: [choreDone('vacuum')],
        expect: {
          writes: { home: 1 },
          rows: [chores({ title: /vacuum/i, lastDoneOn: '2026-03-21', nextDueOn: '2026-03-28' })],
          reply: ['28'],
        },
      },
      {
        say: 'show the household chores',
        at: '2026-03-21T12:05:00+03:00',
        calls: [call('home_list_chores')],
        expect: { reply: [/vacuum/i, '28'] },
      },
    ],
  }),
  dialogue({
    id: 'home.ru.chore_changed',
    lang: 'ru',
    given: [chore('поливать цветы', { everyDays: 3 }), chore('мыть окна')],
    turns: [
      {
        say: 'поменяй домашнее дело поливать цветы: теперь каждые 4 дня',
        calls: [call('home_update_chore', { chore: 'поливать цветы', everyDays: 4 })],
        expect: {
          writes: { home: 1 },
          rows: [chores({ title: /цветы/i, everyDays: 4 }, { title: /окна/i })],
          reply: [/цветы/i],
        },
      },
      {
        say: 'отметь домашнее дело поливать цветы, сделал вчера',
        calls: [choreDone('поливать цветы', { on: '2026-03-17' })],
        expect: {
          writes: { home: 1 },
          rows: [chores({ title: /цветы/i, lastDoneOn: '2026-03-17', nextDueOn: '2026-03-21' }, { title: /окна/i })],
        },
      },
      {
        say: 'убери домашнее дело мыть окна',
        calls: [call('home_remove_chore', { title: 'мыть окна' })],
        expect: { writes: { home: 1 }, rows: [chores({ title: /цветы/i })], reply: [/окна/i] },
      },
      {
        say: 'верни как было',
        calls: [undo],
        expect: { writes: { home: 1 }, rows: [chores({ title: /цветы/i }, { title: /окна/i })] },
      },
    ],
  }),
  dialogue({
    id: 'home.en.chore_changed',
    lang: 'en',
    given: [chore('water the plants', { everyDays: 3 }), chore('clean the oven')],
    turns: [
      {
        say: 'change the chore water the plants to every 4 days',
        calls: [call('home_update_chore', { chore: 'water the plants', everyDays: 4 })],
        expect: {
          writes: { home: 1 },
          rows: [chores({ title: /plants/i, everyDays: 4 }, { title: /oven/i })],
          reply: [/plants/i],
        },
      },
      {
        say: 'mark the chore water the plants done yesterday',
        calls: [choreDone('water the plants', { on: '2026-03-17' })],
        expect: {
          writes: { home: 1 },
          rows: [chores({ title: /plants/i, lastDoneOn: '2026-03-17', nextDueOn: '2026-03-21' }, { title: /oven/i })],
        },
      },
      {
        say: 'remove the chore clean the oven',
        calls: [call('home_remove_chore', { title: 'clean the oven' })],
        expect: { writes: { home: 1 }, rows: [chores({ title: /plants/i })], reply: [/oven/i] },
      },
      {
        say: 'undo',
        calls: [undo],
        expect: { writes: { home: 1 }, rows: [chores({ title: /plants/i }, { title: /oven/i })] },
      },
    ],
  }),
  dialogue({
    id: 'home.en.chores_of_tom',
    lang: 'en',
    given: [chore('take out the trash', { everyDays: 2 })],
    turns: [
      {
        say: 'new chore for Tom: wash the dishes every day',
        calls: [chore('wash the dishes', { everyDays: 1, assignee: 'Tom' })],
        expect: {
          writes: { home: 1 },
          rows: [chores({ title: /trash/i, assignee: null }, { title: /dishes/i, assignee: 'Tom' })],
          reply: [/dishes/i, /Tom/],
        },
      },
      {
        say: 'which household chores are due today?',
        calls: [call('home_list_chores', { dueBy: '2026-03-18' })],
        expect: { reply: [/trash/i, /dishes/i] },
      },
      {
        say: 'mark the chore wash the dishes done',
        calls: [choreDone('wash the dishes')],
        expect: {
          writes: { home: 1 },
          rows: [chores({ title: /trash/i, lastDoneOn: null }, { title: /dishes/i, lastDoneOn: '2026-03-18' })],
        },
      },
    ],
  }),
]

const supplies: Dialogue[] = [
  dialogue({
    id: 'home.ru.stock_expiry',
    lang: 'ru',
    turns: [
      {
        say: 'добавь в запасы 3 йогурта, годны до 20 марта',
        calls: [stocked('йогурт', { quantity: 3, expiresOn: '2026-03-20' })],
        expect: {
          writes: { home: 1 },
          rows: [stock({ item: /йогурт/i, quantity: 3, expiresOn: '2026-03-20' })],
          reply: [/йогурт/i, '3'],
        },
      },
      {
        say: 'что скоро испортится?',
        calls: [call('home_list_expiring')],
        expect: { reply: [/йогурт/i, /20|послезавтра/i] },
      },
      {
        say: 'съели 2 йогурта, спиши из запасов',
        calls: [useStock('йогурт', { quantity: 2 })],
        replies: 'Остался 1 йогурт.',
        expect: { writes: { home: 1 }, rows: [stock({ item: /йогурт/i, quantity: 1 })], reply: ['1'] },
      },
    ],
  }),
  dialogue({
    id: 'home.en.stock_expiry',
    lang: 'en',
    turns: [
      {
        say: 'add 3 yogurts to the stock, good until march 20',
        calls: [stocked('yogurt', { quantity: 3, expiresOn: '2026-03-20' })],
        expect: {
          writes: { home: 1 },
          rows: [stock({ item: /yogurt/i, quantity: 3, expiresOn: '2026-03-20' })],
          reply: [/yogurt/i, '3'],
        },
      },
      {
        say: 'what food expires soon?',
        calls: [call('home_list_expiring')],
        expect: { reply: [/yogurt/i, /20|after tomorrow|friday/i] },
      },
      {
        say: 'used 2 yogurts from the stock',
        calls: [useStock('yogurt', { quantity: 2 })],
        expect: { writes: { home: 1 }, rows: [stock({ item: /yogurt/i, quantity: 1 })], reply: ['1'] },
      },
    ],
  }),
  dialogue({
    id: 'home.ru.thrown_away',
    lang: 'ru',
    given: [stocked('рис', { quantity: 2, unit: 'кг' }), stocked('творог', { quantity: 1, unit: 'пачка' })],
    turns: [
      {
        say: 'творог выбросил, спиши из запасов',
        calls: [useStock('творог', { reason: 'thrown_away' })],
        expect: { writes: { home: 1 }, rows: [stock({ item: /рис/i, quantity: 2 })], reply: [/творог/i] },
      },
      {
        say: 'сколько риса в запасах?',
        calls: [call('home_list_stock', { query: 'рис' })],
        expect: { reply: [/рис/i, '2'] },
      },
      {
        say: 'добавь в запасы ещё 1 кг риса',
        calls: [stocked('рис', { quantity: 1, unit: 'кг' })],
        expect: { writes: { home: 1 }, rows: [stock({ item: /рис/i, quantity: 3 })], reply: ['3'] },
      },
    ],
  }),
  dialogue({
    id: 'home.en.too_much_used',
    lang: 'en',
    given: [stocked('flour', { quantity: 2, unit: 'kg' })],
    turns: [
      {
        say: 'what do we have in stock?',
        calls: [call('home_list_stock')],
        expect: { reply: [/flour/i, '2'] },
      },
      {
        say: 'used 5 kg of flour from the stock',
        calls: [useStock('flour', { quantity: 5, unit: 'kg' })],
        expect: { rows: [stock({ item: /flour/i, quantity: 2 })], reply: ['2'] },
      },
      {
        say: 'sorry, used 500 g of flour from the stock',
        calls: [useStock('flour', { quantity: 500, unit: 'g' })],
        expect: { writes: { home: 1 }, rows: [stock({ item: /flour/i, quantity: 1.5 })], reply: ['1.5'] },
      },
    ],
  }),
]

const animals: Dialogue[] = [
  dialogue({
    id: 'home.ru.pet_card',
    lang: 'ru',
    turns: [
      {
        say: 'запиши питомца: кошка Мурка, 4 кг',
        calls: [pet('Мурка', 'кошка', { weightKg: 4 })],
        expect: {
          writes: { home: 1 },
          rows: [pets({ name: 'Мурка', species: 'cat', weightKg: 4 })],
          reply: [/Мурка/, '4'],
        },
      },
      {
        say: 'Мурке сегодня сделали прививку, следующая 18 марта 2027',
        calls: [petCare('прививка', { pet: 'Мурка', nextDueOn: '2027-03-18' })],
        expect: {
          writes: { home: 1 },
          rows: [petCares({ petName: 'Мурка', kind: 'vaccination', doneOn: '2026-03-18', nextDueOn: '2027-03-18' })],
          reply: [/Мурк/],
        },
      },
      {
        say: 'Мурка теперь весит 4,5 кг',
        calls: [call('home_update_pet', { pet: 'Мурка', weightKg: 4.5 })],
        expect: { writes: { home: 1 }, rows: [pets({ name: 'Мурка', weightKg: 4.5 })], reply: ['4,5'] },
      },
      {
        say: 'когда Мурке делали прививку?',
        calls: [call('home_list_pet_care', { pet: 'Мурка', kind: 'vaccination' })],
        expect: { reply: [/18|сегодня/i] },
      },
    ],
  }),
  dialogue({
    id: 'home.en.pet_card',
    lang: 'en',
    turns: [
      {
        say: 'add a pet: cat Luna, 4 kg',
        calls: [pet('Luna', 'cat', { weightKg: 4 })],
        expect: {
          writes: { home: 1 },
          rows: [pets({ name: 'Luna', species: 'cat', weightKg: 4 })],
          reply: [/Luna/, '4'],
        },
      },
      {
        say: 'Luna got her vaccination today, next one on march 18 2027',
        calls: [petCare('vaccination', { pet: 'Luna', nextDueOn: '2027-03-18' })],
        expect: {
          writes: { home: 1 },
          rows: [petCares({ petName: 'Luna', kind: 'vaccination', doneOn: '2026-03-18', nextDueOn: '2027-03-18' })],
          reply: [/Luna/],
        },
      },
      {
        say: 'Luna now weighs 4.5 kg',
        calls: [call('home_update_pet', { pet: 'Luna', weightKg: 4.5 })],
        expect: { writes: { home: 1 }, rows: [pets({ name: 'Luna', weightKg: 4.5 })], reply: ['4.5'] },
      },
      {
        say: "when was Luna's last vaccination?",
        calls: [call('home_list_pet_care', { pet: 'Luna', kind: 'vaccination' })],
        replies: 'Luna was vaccinated on March 18.',
        expect: { reply: [/18|today/i] },
      },
    ],
  }),
  dialogue({
    id: 'home.ru.pet_food',
    lang: 'ru',
    turns: [
      {
        say: 'можно ли собаке виноград?',
        calls: [petFood('виноград', { species: 'собака' })],
        expect: { reply: [/нельзя|ядовит/i, /почки/i] },
      },
      {
        say: 'а морковь собаке можно?',
        calls: [petFood('морковь', { species: 'собака' })],
        expect: { reply: [/морков|переносит/i], replyNot: [/ядовит/i] },
      },
      {
        say: 'можно ли собаке дуриан?',
        calls: [petFood('дуриан', { species: 'собака' })],
        expect: { reply: [/не могу оценить|не знаю|нет данных/i], replyNot: [/безопасн/i] },
      },
    ],
  }),
  dialogue({
    id: 'home.en.pet_food',
    lang: 'en',
    turns: [
      {
        say: 'can dogs eat grapes?',
        calls: [petFood('grapes', { species: 'dog' })],
        expect: { reply: [/poison|toxic|never/i, /kidney/i] },
      },
      {
        say: 'and can dogs eat carrots?',
        calls: [petFood('carrots', { species: 'dog' })],
        expect: { reply: [/tolerated|carrot/i], replyNot: [/poisonous|toxic/i] },
      },
      {
        say: 'can dogs eat durian?',
        calls: [petFood('durian', { species: 'dog' })],
        expect: { reply: [/cannot assess|can't assess|do not know|no data/i], replyNot: [/\bsafe\b/i] },
      },
    ],
  }),
  dialogue({
    id: 'home.ru.pet_walk',
    lang: 'ru',
    given: [pet('Рекс', 'собака')],
    turns: [
      {
        say: 'погуляли с Рексом, запиши прогулку',
        calls: [petCare('walk', { pet: 'Рекс' })],
        expect: {
          writes: { home: 1 },
          rows: [petCares({ petName: 'Рекс', kind: 'walk', doneOn: '2026-03-18' })],
          reply: [/Рекс/, /прогулк/i],
        },
      },
      { say: 'отмени', calls: [undo], expect: { writes: { home: 1 }, rows: [petCares()] } },
      {
        say: 'вчера возили Рекса к ветеринару, запиши',
        calls: [petCare('vet_visit', { pet: 'Рекс', at: '2026-03-17' })],
        expect: {
          writes: { home: 1 },
          rows: [petCares({ petName: 'Рекс', kind: 'vet_visit', doneOn: '2026-03-17' })],
          reply: [/Рекс/],
        },
      },
    ],
  }),
  dialogue({
    id: 'home.ru.chocolate_eaten',
    lang: 'ru',
    given: [pet('Бим', 'собака', { weightKg: 8 })],
    turns: [
      {
        say: 'покажи моих питомцев',
        calls: [call('home_list_pets')],
        expect: { reply: [/Бим/, '8'] },
      },
      {
        say: 'можно ли Биму 50 г шоколада?',
        calls: [petFood('шоколад', { pet: 'Бим', amountGrams: 50 })],
        expect: { reply: [/ветеринар|ветклиник/i, /рвота|теобромин|порог/i], replyNot: [/безопасн/i] },
      },
    ],
  }),
  dialogue({
    id: 'home.en.pet_gone',
    lang: 'en',
    given: [pet('Biscuit', 'hamster'), pet('Luna', 'cat')],
    turns: [
      {
        say: 'show my pets',
        calls: [call('home_list_pets')],
        expect: { reply: [/Biscuit/, /Luna/] },
      },
      {
        say: 'remove the pet Biscuit',
        calls: [call('home_remove_pet', { name: 'Biscuit' })],
        expect: { writes: { home: 1 }, rows: [pets({ name: 'Luna' })], reply: [/Biscuit/] },
      },
      {
        say: 'undo that',
        calls: [undo],
        expect: { writes: { home: 1 }, rows: [pets({ name: 'Luna' }, { name: 'Biscuit', species: 'hamster' })] },
      },
    ],
  }),
  dialogue({
    id: 'home.en.lilies',
    lang: 'en',
    given: [pet('Luna', 'cat')],
    turns: [
      {
        say: 'are lilies poisonous for cats?',
        calls: [petFood('lilies', { species: 'cat' })],
        expect: { reply: [/poison|toxic/i, /kidney/i] },
      },
      {
        say: 'can Luna have milk?',
        calls: [petFood('milk', { pet: 'Luna' })],
        expect: { reply: [/lactose|diarrh/i] },
      },
      {
        say: 'log that i trimmed the nails of Luna today',
        calls: [petCare('nails', { pet: 'Luna' })],
        expect: { writes: { home: 1 }, rows: [petCares({ petName: 'Luna', kind: 'nails' })], reply: [/Luna/] },
      },
    ],
  }),
]

const machines: Dialogue[] = [
  dialogue({
    id: 'home.ru.warranty',
    lang: 'ru',
    turns: [
      {
        say: 'запиши технику: холодильник, куплен 10 февраля 2026, гарантия 24 месяца',
        calls: [appliance('холодильник', { boughtOn: '2026-02-10', warrantyMonths: 24 })],
        expect: {
          writes: { home: 1 },
          rows: [appliances({ name: /холодильник/i, boughtOn: '2026-02-10', warrantyUntil: '2028-02-10' })],
          reply: [/холодильник/i, '2028'],
        },
      },
      {
        say: 'какая у меня техника и до какого числа гарантия?',
        calls: [call('home_list_appliances')],
        expect: { reply: [/холодильник/i, '2028'] },
      },
      {
        say: 'убери холодильник из техники',
        calls: [call('home_remove_appliance', { name: 'холодильник' })],
        expect: { writes: { home: 1 }, rows: [appliances()], reply: [/холодильник/i] },
      },
      {
        say: 'верни',
        calls: [undo],
        expect: { writes: { home: 1 }, rows: [appliances({ name: /холодильник/i, warrantyUntil: '2028-02-10' })] },
      },
    ],
  }),
  dialogue({
    id: 'home.en.warranty',
    lang: 'en',
    turns: [
      {
        say: 'add an appliance: fridge, bought on february 10 2026, warranty 24 months',
        calls: [appliance('fridge', { boughtOn: '2026-02-10', warrantyMonths: 24 })],
        expect: {
          writes: { home: 1 },
          rows: [appliances({ name: /fridge/i, boughtOn: '2026-02-10', warrantyUntil: '2028-02-10' })],
          reply: [/fridge/i, '2028'],
        },
      },
      {
        say: 'list my appliances with their warranty',
        calls: [call('home_list_appliances')],
        expect: { reply: [/fridge/i, '2028'] },
      },
      {
        say: 'remove the fridge from the appliances',
        calls: [call('home_remove_appliance', { name: 'fridge' })],
        expect: { writes: { home: 1 }, rows: [appliances()], reply: [/fridge/i] },
      },
      {
        say: 'bring it back',
        calls: [undo],
        expect: { writes: { home: 1 }, rows: [appliances({ name: /fridge/i, warrantyUntil: '2028-02-10' })] },
      },
    ],
  }),
  dialogue({
    id: 'home.ru.repair_cost',
    lang: 'ru',
    given: [appliance('стиральная машина', { boughtOn: '2023-05-10' })],
    turns: [
      {
        say: 'запиши ремонт: замена насоса, стиральная машина, 3500 рублей',
        calls: [repair('замена насоса', { appliance: 'стиральная машина', cost: 350000 })],
        expect: {
          writes: { home: 1 },
          rows: [repairs({ title: /насос/i, applianceName: /стиральная/i, cost: { amount: 350000, currency: 'RUB' } })],
          reply: [/насос/i, '3 500'],
        },
      },
      {
        say: 'запиши ремонт за вчера: замок входной двери, 1200 рублей',
        calls: [repair('замок входной двери', { cost: 120000, at: '2026-03-17' })],
        expect: {
          writes: { home: 1 },
          rows: [
            repairs(
              { title: /насос/i },
              { title: /замок/i, doneOn: '2026-03-17', cost: { amount: 120000, currency: 'RUB' } },
            ),
          ],
          reply: ['1 200'],
        },
      },
      {
        say: 'какие были ремонты и сколько они стоили?',
        calls: [call('home_list_repairs')],
        expect: { reply: [/насос/i, /замок/i, '4 700'] },
      },
    ],
  }),
  dialogue({
    id: 'home.en.repair_cost',
    lang: 'en',
    given: [appliance('washing machine', { boughtOn: '2023-05-10' })],
    turns: [
      {
        say: 'log a repair: pump replaced on the washing machine, cost 90',
        calls: [repair('pump replaced', { appliance: 'washing machine', cost: 9000 })],
        expect: {
          writes: { home: 1 },
          rows: [
            repairs({ title: /pump/i, applianceName: 'washing machine', cost: { amount: 9000, currency: 'USD' } }),
          ],
          reply: [/pump/i, '90'],
        },
      },
      {
        say: 'log a repair: front door lock fixed yesterday for 35',
        calls: [repair('front door lock fixed', { cost: 3500, at: '2026-03-17' })],
        expect: {
          writes: { home: 1 },
          rows: [
            repairs(
              { title: /pump/i },
              { title: /lock/i, doneOn: '2026-03-17', cost: { amount: 3500, currency: 'USD' } },
            ),
          ],
          reply: ['35'],
        },
      },
      {
        say: 'what repairs were done and what did they cost?',
        calls: [call('home_list_repairs')],
        expect: { reply: [/pump/i, /lock/i, '125'] },
      },
    ],
  }),
  dialogue({
    id: 'home.ru.meter_lower',
    lang: 'ru',
    given: [reading('electricity', 12400, { on: '2026-02-18' })],
    turns: [
      {
        say: 'показания электричества 12350',
        calls: [reading('electricity', 12350)],
        expect: { asks: true, rows: [readings({ value: 12400 })], reply: ['12 400'] },
      },
      {
        say: 'ой, опечатка, показания электричества 12650',
        calls: [reading('electricity', 12650)],
        expect: {
          writes: { home: 1 },
          rows: [readings({ value: 12400 }, { value: 12650, on: '2026-03-18', consumption: 250, days: 28 })],
          reply: ['12 650'],
        },
      },
      {
        say: 'покажи показания счётчиков электричества',
        calls: [call('home_list_meters', { meter: 'electricity' })],
        replies: 'Электричество: 12 650 сегодня, расход 250 с 18 февраля.',
        expect: { reply: ['12 650', '250'] },
      },
    ],
  }),
  dialogue({
    id: 'home.en.meter_lower',
    lang: 'en',
    given: [reading('electricity', 12400, { on: '2026-02-18' })],
    turns: [
      {
        say: 'electricity meter reading 12350',
        calls: [reading('electricity', 12350)],
        expect: { asks: true, rows: [readings({ value: 12400 })], reply: ['12,400'] },
      },
      {
        say: 'sorry, a typo, electricity meter reading 12650',
        calls: [reading('electricity', 12650)],
        expect: {
          writes: { home: 1 },
          rows: [readings({ value: 12400 }, { value: 12650, on: '2026-03-18', consumption: 250, days: 28 })],
          reply: ['12,650'],
        },
      },
      {
        say: 'show the electricity meter readings',
        calls: [call('home_list_meters', { meter: 'electricity' })],
        expect: { reply: ['12,650', '250'] },
      },
    ],
  }),
  dialogue({
    id: 'home.ru.water_meters',
    lang: 'ru',
    given: [reading('water_cold', 500, { on: '2026-02-18' }), reading('water_hot', 300, { on: '2026-02-18' })],
    turns: [
      {
        say: 'счётчики: холодная вода 508, горячая 304',
        calls: [reading('water_cold', 508), reading('water_hot', 304)],
        expect: {
          writes: { home: 2 },
          rows: [
            readings(
              { meter: 'water_cold', value: 508, consumption: 8 },
              { meter: 'water_hot', value: 304, consumption: 4 },
              { meter: 'water_cold', value: 500 },
              { meter: 'water_hot', value: 300 },
            ),
          ],
          reply: ['508', '304'],
        },
      },
      {
        say: 'ой, горячая вода 305',
        calls: [reading('water_hot', 305)],
        expect: {
          writes: { home: 1 },
          rows: [
            readings(
              { meter: 'water_cold', value: 508 },
              { meter: 'water_hot', value: 305, consumption: 5 },
              { meter: 'water_cold', value: 500 },
              { meter: 'water_hot', value: 300 },
            ),
          ],
          reply: ['305'],
        },
      },
    ],
  }),
  dialogue({
    id: 'home.en.new_meter',
    lang: 'en',
    given: [reading('gas', 4800, { on: '2026-02-18' })],
    turns: [
      {
        say: "my neighbour's gas meter shows 5100 already",
        replies: 'That is a lot of gas for one neighbour.',
        expect: { rows: [readings({ value: 4800 })] },
      },
      {
        say: 'our gas meter was replaced, the reading is 3',
        calls: [reading('gas', 3, { reset: 'replaced' })],
        expect: {
          writes: { home: 1 },
          rows: [readings({ value: 4800 }, { value: 3, reset: 'replaced', consumption: null })],
          reply: ['3'],
        },
      },
    ],
  }),
]

const advice: Dialogue[] = [
  dialogue({
    id: 'home.ru.mix',
    lang: 'ru',
    turns: [
      {
        say: 'можно ли смешать белизну и уксус?',
        calls: [call('home_check_mix', { products: ['белизна', 'уксус'] })],
        expect: { reply: [/не смешива|нельзя|опасн/i, /хлор/i] },
      },
      {
        say: 'а соду и уксус можно смешать?',
        calls: [call('home_check_mix', { products: ['сода', 'уксус'] })],
        expect: { reply: [/пен|солёная|соленая|смысл/i], replyNot: [/хлор/i] },
      },
      {
        say: 'можно смешать хлорку и нашатырь?',
        calls: [call('home_check_mix', { products: ['хлорка', 'нашатырь'] })],
        expect: { reply: [/не смешива|нельзя|опасн/i, /хлорамин/i] },
      },
    ],
  }),
  dialogue({
    id: 'home.en.mix',
    lang: 'en',
    turns: [
      {
        say: 'can i mix bleach and vinegar?',
        calls: [call('home_check_mix', { products: ['bleach', 'vinegar'] })],
        expect: { reply: [/not mix|never mix|dangerous/i, /chlorine/i] },
      },
      {
        say: 'can i mix baking soda and vinegar?',
        calls: [call('home_check_mix', { products: ['baking soda', 'vinegar'] })],
        expect: { reply: [/foam|salty|little harm/i], replyNot: [/chlorine/i] },
      },
      {
        say: 'can i mix bleach and ammonia?',
        calls: [call('home_check_mix', { products: ['bleach', 'ammonia'] })],
        expect: { reply: [/not mix|never mix|dangerous/i, /chloramine/i] },
      },
    ],
  }),
  dialogue({
    id: 'home.ru.repair_advice',
    lang: 'ru',
    turns: [
      {
        say: 'капает кран, как починить?',
        calls: [call('home_advise_repair', { topic: 'капает кран' })],
        expect: { reply: [/перекр/i, /вод/i] },
      },
      {
        say: 'как самому подключить газовую плиту?',
        calls: [call('home_advise_repair', { topic: 'подключить газовую плиту' })],
        expect: { reply: [/мастер|специалист/i] },
      },
      {
        say: 'добавь в список покупок прокладки для крана',
        calls: [listed('прокладки для крана')],
        expect: { writes: { home: 1 }, rows: [shopping({ item: /прокладки/i })] },
      },
    ],
  }),
  dialogue({
    id: 'home.en.repair_advice',
    lang: 'en',
    turns: [
      {
        say: 'the kitchen tap is dripping, how do i fix it?',
        calls: [call('home_advise_repair', { topic: 'dripping tap' })],
        expect: { reply: [/shut|turn off|close/i, /water/i] },
      },
      {
        say: 'how do i connect a gas stove myself?',
        calls: [call('home_advise_repair', { topic: 'connect a gas stove' })],
        expect: { reply: [/professional|qualified|registered/i] },
      },
      {
        say: 'add tap washers to the shopping list',
        calls: [listed('tap washers')],
        expect: { writes: { home: 1 }, rows: [shopping({ item: /washers/i })] },
      },
    ],
  }),
  dialogue({
    id: 'home.ru.gas_smell',
    lang: 'ru',
    turns: [
      {
        say: 'на кухне пахнет газом, что делать',
        calls: [],
        expect: { reply: [/112|104/] },
      },
      {
        say: 'газовики приехали, всё перекрыли. добавь в список покупок датчик газа',
        calls: [listed('датчик газа')],
        expect: { writes: { home: 1 }, rows: [shopping({ item: /датчик/i })] },
      },
    ],
  }),
  dialogue({
    id: 'home.en.gas_smell',
    lang: 'en',
    turns: [
      {
        say: 'i smell gas in the kitchen, what do i do',
        calls: [],
        expect: { reply: ['911'] },
      },
      {
        say: 'the engineers came and fixed it. add a detector to the shopping list',
        calls: [listed('detector')],
        expect: { writes: { home: 1 }, rows: [shopping({ item: /detector/i })] },
      },
    ],
  }),
]

const together: Dialogue[] = [
  dialogue({
    id: 'home.ru.household',
    lang: 'ru',
    turns: [
      {
        say: 'разрешаю делиться с домашними',
        calls: [sharing],
        expect: { writes: { account: 1 }, rows: [consent('household', true)] },
      },
      {
        say: 'создай приглашение в хозяйство',
        calls: [call('home_create_invite')],
        expect: { pending: 1, reply: [/приглас/i, '?'] },
      },
      { say: 'да', expect: { writes: { home: 3 }, reply: [/[A-Z0-9]{4}/] } },
      {
        say: 'кто в моём хозяйстве?',
        calls: [call('home_get_household')],
        expect: { reply: [/только вы|никого|один/i] },
      },
      {
        say: 'выйди из хозяйства',
        calls: [call('home_leave_household')],
        expect: { pending: 1, reply: [/хозяйств/i, '?'] },
      },
      { say: 'да', expect: { writes: { home: 3 } } },
    ],
  }),
  dialogue({
    id: 'home.en.household',
    lang: 'en',
    turns: [
      {
        say: 'i allow sharing with the household',
        calls: [sharing],
        expect: { writes: { account: 1 }, rows: [consent('household', true)] },
      },
      {
        say: 'create an invitation to my household',
        calls: [call('home_create_invite')],
        expect: { pending: 1, reply: [/invit/i, '?'] },
      },
      { say: 'yes', expect: { writes: { home: 3 }, reply: [/[A-Z0-9]{4}/] } },
      {
        say: 'who is in my household?',
        calls: [call('home_get_household')],
        expect: { reply: [/alone|only you|just you/i] },
      },
      {
        say: 'leave the household',
        calls: [call('home_leave_household')],
        expect: { pending: 1, reply: [/household/i, '?'] },
      },
      { say: 'yes', expect: { writes: { home: 3 } } },
    ],
  }),
  dialogue({
    id: 'home.ru.join_wrong_code',
    lang: 'ru',
    given: [sharing],
    turns: [
      {
        say: 'войти в хозяйство по коду BCDF-GHJK',
        calls: [call('home_join_household', { code: 'BCDF-GHJK' })],
        expect: { pending: 1, reply: ['?'] },
      },
      { say: 'да', expect: { writes: { home: 1 }, reply: [/код/i, '4'] } },
      {
        say: 'покажи моё хозяйство',
        calls: [call('home_get_household')],
        expect: { reply: [/нет|не состоите/i] },
      },
    ],
  }),
  dialogue({
    id: 'home.en.join_wrong_code',
    lang: 'en',
    given: [sharing],
    turns: [
      {
        say: 'join the household with code BCDF-GHJK',
        calls: [call('home_join_household', { code: 'BCDF-GHJK' })],
        expect: { pending: 1, reply: ['?'] },
      },
      { say: 'yes', expect: { writes: { home: 1 }, reply: [/code/i, '4'] } },
      {
        say: 'show my household',
        calls: [call('home_get_household')],
        expect: { reply: [/no shared household|not in/i] },
      },
    ],
  }),
  dialogue({
    id: 'home.ru.invite_without_consent',
    lang: 'ru',
    turns: [
      {
        say: 'пригласи жену в общее хозяйство',
        calls: [call('home_create_invite')],
        expect: { reply: [/соглас|разреша/i] },
      },
      {
        say: 'разрешаю делиться с домашними',
        calls: [sharing],
        expect: { writes: { account: 1 }, rows: [consent('household', true)] },
      },
      {
        say: 'теперь создай приглашение в хозяйство',
        calls: [call('home_create_invite')],
        expect: { pending: 1, reply: ['?'] },
      },
      { say: 'нет, не надо', expect: {} },
    ],
  }),
]

export const dialogues: Dialogue[] = [
  ...lists,
  ...housework,
  ...supplies,
  ...animals,
  ...machines,
  ...advice,
  ...together,
]
